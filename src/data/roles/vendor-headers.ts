import type { Role } from './roles.js';

/** Programs whose exports are recognised by their headers, with the names that they go by. */
export const vendorNames = {
  shopify: 'Shopify',
  woocommerce: 'WooCommerce',
  prestashop: 'PrestaShop',
  stripe: 'Stripe',
  square: 'Square',
  sage: 'Sage 100',
  hubspot: 'HubSpot',
  uci: 'UCI Online Retail',
  odoo: 'Odoo',
  salesforce: 'Salesforce',
  superstore: 'Superstore',
} as const;
export type Vendor = keyof typeof vendorNames;

/** One kind of export: what tells it apart, what its columns mean, and what else it holds. Headers are joined by `|`. */
export interface VendorExport {
  readonly vendor: Vendor;
  /** Headers that together occur in no other program's files. */
  readonly marks: string;
  /** How many of the marks it takes; four unless the words are everyday ones. */
  readonly least?: number;
  /** The column of each role; of several the first that the file has. */
  readonly roles: Readonly<Partial<Record<Role, string>>>;
  /** Headers that mean something else here than elsewhere, or nothing that has a role. */
  readonly others: string;
}

/**
 * Headers of known exports. Orders of Shopify, analytics of WooCommerce, tables of PrestaShop, payments of Stripe, items of
 * Square, contacts of HubSpot, Sage 100 and UCI are as in published files; the others (Salesforce, Superstore, labels of
 * Odoo, the order exports of WooCommerce and PrestaShop's back office) are from memory. A list, and therefore long: there is
 * no logic here.
 */
export const vendorExports: readonly VendorExport[] = [
  {
    vendor: 'shopify',
    marks:
      'Financial Status|Fulfillment Status|Lineitem name|Lineitem quantity|Lineitem price|Lineitem sku|Paid at|Accepts Marketing|Lineitem requires shipping|Lineitem fulfillment status',
    roles: {
      order_id: 'Name',
      order_date: 'Created at|Paid at',
      email: 'Email',
      customer_name: 'Billing Name|Shipping Name',
      phone: 'Billing Phone|Phone|Shipping Phone',
      amount: 'Total',
      quantity: 'Lineitem quantity',
      unit_price: 'Lineitem price',
      product_id: 'Lineitem sku',
      product_name: 'Lineitem name',
      category: 'Vendor',
      discount: 'Discount Amount',
      shipping: 'Shipping',
      tax: 'Taxes',
      currency: 'Currency',
      status: 'Financial Status',
      refund: 'Refunded Amount',
      payment_method: 'Payment Method',
      campaign: 'Discount Code',
      channel: 'Source',
      salesperson: 'Employee',
      city: 'Billing City|Shipping City',
      postcode: 'Billing Zip|Shipping Zip',
      region: 'Billing Province|Shipping Province',
      country: 'Billing Country|Shipping Country',
      consent: 'Accepts Marketing',
    },
    others:
      'Paid at|Fulfillment Status|Fulfilled at|Fulfillment Date|Subtotal|Shipping Method|Lineitem compare at price|Lineitem requires shipping|Lineitem taxable|Lineitem fulfillment status|Billing Street|Billing Address1|Billing Address2|Billing Company|Shipping Name|Shipping Street|Shipping Address1|Shipping Address2|Shipping Company|Shipping City|Shipping Zip|Shipping Province|Shipping Country|Shipping Phone|Notes|Note Attributes|Cancelled at|Payment Reference|Outstanding Balance|Location|Device ID|Id|Tags|Risk Level|Lineitem discount|Tax 1 Name|Tax 1 Value|Tax 2 Name|Tax 2 Value|Tax 3 Name|Tax 3 Value|Tax 4 Name|Tax 4 Value|Tax 5 Name|Tax 5 Value|Phone|Receipt Number|Duties|Billing Province Name|Shipping Province Name|Payment ID|Payment Terms Name|Next Payment Due At|Payment References',
  },
  {
    vendor: 'woocommerce',
    marks: 'Order #|N. Revenue (formatted)|Customer type|Product(s)|Items sold|Coupon(s)|N. Revenue',
    roles: {
      order_date: 'Date',
      order_id: 'Order #',
      amount: 'N. Revenue|Net Sales|N. Revenue (formatted)',
      status: 'Status',
      customer_name: 'Customer',
      customer_type: 'Customer type',
      product_name: 'Product(s)',
      quantity: 'Items sold',
      campaign: 'Coupon(s)',
      acquisition_source: 'Attribution',
    },
    others: 'N. Revenue (formatted)|Net Sales',
  },
  {
    vendor: 'woocommerce',
    marks:
      'Order Number|Order Status|First Name (Billing)|Last Name (Billing)|Email (Billing)|Country Code (Billing)|Payment Method Title|Cart Discount Amount|Order Total Amount|Order Total Tax Amount|Item Cost',
    roles: {
      order_id: 'Order Number|Order ID',
      order_date: 'Order Date',
      status: 'Order Status',
      customer_name: 'Last Name (Billing)|Company (Billing)',
      email: 'Email (Billing)',
      phone: 'Phone (Billing)',
      city: 'City (Billing)',
      region: 'State Code (Billing)|State Name (Billing)',
      postcode: 'Postcode (Billing)',
      country: 'Country Code (Billing)|Country Name (Billing)',
      product_id: 'SKU',
      product_name: 'Item Name|Name',
      quantity: 'Quantity|Quantity (- Refund)',
      unit_price: 'Item Cost',
      amount: 'Order Total Amount|Order Line Total',
      shipping: 'Order Shipping Amount',
      tax: 'Order Total Tax Amount',
      discount: 'Cart Discount Amount|Discount Amount',
      refund: 'Order Refund Amount',
      campaign: 'Coupon Code',
      payment_method: 'Payment Method Title',
    },
    others:
      'Order ID|Customer Note|Order Notes|First Name (Billing)|Company (Billing)|Address 1&2 (Billing)|First Name (Shipping)|Last Name (Shipping)|Company (Shipping)|Address 1&2 (Shipping)|City (Shipping)|State Code (Shipping)|Postcode (Shipping)|Country Code (Shipping)|Shipping Method Title|Order Subtotal Amount|Item #|Product Id|Product Variation|Quantity (- Refund)|Order Line (w/o tax)|Order Line Tax|Order Line Total|Order Line Total Refunded|Order Line Total (- Refund)|Discount Amount|Discount Amount Tax|Image URL',
  },
  {
    vendor: 'woocommerce',
    marks:
      'order_key|billing_first_name|billing_last_name|billing_email|cart_discount|order_total|order_currency|customer_user|shipping_total|shipping_tax_total|line_item_1',
    roles: {
      order_id: 'order_id|order_number|id',
      order_date: 'order_date|date_created|date',
      status: 'status|order_status',
      customer_id: 'customer_id|customer_user',
      customer_name: 'billing_last_name|billing_company',
      email: 'billing_email|customer_email',
      phone: 'billing_phone',
      city: 'billing_city',
      region: 'billing_state',
      postcode: 'billing_postcode',
      country: 'billing_country',
      amount: 'order_total|total',
      shipping: 'shipping_total|order_shipping',
      tax: 'tax_total|total_tax|order_tax',
      discount: 'discount_total|cart_discount|order_discount',
      refund: 'refunded_total',
      currency: 'order_currency|currency',
      payment_method: 'payment_method_title|payment_method',
      campaign: 'coupon_items|coupons',
    },
    others:
      'order_number|order_key|shipping_tax_total|fee_total|fee_tax_total|cart_discount|order_discount|order_subtotal|payment_method|shipping_method|transaction_id|customer_user|customer_email|customer_ip_address|customer_user_agent|billing_first_name|billing_company|billing_address_1|billing_address_2|shipping_first_name|shipping_last_name|shipping_company|shipping_address_1|shipping_address_2|shipping_postcode|shipping_city|shipping_state|shipping_country|customer_note|wt_import_key|tax_items|shipping_items|fee_items|refund_items|order_notes|download_permissions|paid_date|line_item_1|line_item_2|line_item_3',
  },
  {
    vendor: 'prestashop',
    marks:
      'id_order|id_cart|id_address_delivery|id_address_invoice|current_state|secure_key|total_paid_real|total_products_wt|total_paid_tax_incl|id_carrier|conversion_rate',
    roles: {
      order_id: 'id_order',
      customer_id: 'id_customer',
      order_date: 'date_add|invoice_date',
      amount: 'total_paid_tax_incl|total_paid|total_paid_real',
      discount: 'total_discounts_tax_incl|total_discounts',
      shipping: 'total_shipping_tax_incl|total_shipping',
      status: 'current_state',
      payment_method: 'payment',
      channel: 'id_shop',
      currency: 'id_currency',
    },
    others:
      'reference|id_shop_group|id_carrier|id_lang|id_cart|id_address_delivery|id_address_invoice|secure_key|conversion_rate|module|recyclable|gift|gift_message|mobile_theme|shipping_number|total_discounts|total_discounts_tax_excl|total_paid|total_paid_tax_excl|total_paid_real|total_products|total_products_wt|total_shipping|total_shipping_tax_excl|carrier_tax_rate|total_wrapping|total_wrapping_tax_incl|total_wrapping_tax_excl|round_mode|round_type|invoice_number|delivery_number|invoice_date|delivery_date|valid|date_upd|note',
  },
  {
    vendor: 'prestashop',
    marks:
      'id_order_detail|id_order_invoice|id_warehouse|product_attribute_id|product_quantity_in_stock|product_reference|original_product_price|purchase_supplier_price|unit_price_tax_incl|total_price_tax_incl',
    roles: {
      order_id: 'id_order',
      product_id: 'product_reference|product_id',
      product_name: 'product_name',
      quantity: 'product_quantity',
      unit_price: 'unit_price_tax_incl|product_price',
      amount: 'total_price_tax_incl|total_price_tax_excl',
      unit_cost: 'purchase_supplier_price|original_wholesale_price',
    },
    others:
      'id_order_detail|id_order_invoice|id_warehouse|id_shop|product_id|product_attribute_id|id_customization|product_quantity_in_stock|product_quantity_refunded|product_quantity_return|product_quantity_reinjected|product_price|reduction_percent|reduction_amount|reduction_amount_tax_incl|reduction_amount_tax_excl|group_reduction|product_quantity_discount|product_ean13|product_isbn|product_upc|product_mpn|product_supplier_reference|product_weight|id_tax_rules_group|tax_computation_method|tax_name|tax_rate|ecotax|ecotax_tax_rate|discount_quantity_applied|download_hash|download_nb|download_deadline|total_price_tax_excl|unit_price_tax_excl|total_shipping_price_tax_incl|total_shipping_price_tax_excl|original_product_price|original_wholesale_price|total_refunded_tax_excl|total_refunded_tax_incl',
  },
  {
    vendor: 'prestashop',
    marks: 'ID|Référence|Nouveau client|Livraison|Client|Total|Paiement|État|Date',
    least: 7,
    roles: {
      order_id: 'Référence|ID',
      country: 'Livraison',
      customer_name: 'Client',
      amount: 'Total',
      payment_method: 'Paiement',
      status: 'État',
      order_date: 'Date',
    },
    others: 'ID|Nouveau client|Société|PDF',
  },
  {
    vendor: 'prestashop',
    marks: 'ID|Reference|New client|Delivery|Customer|Total|Payment|Status|Date',
    least: 7,
    roles: {
      order_id: 'Reference|ID',
      country: 'Delivery',
      customer_name: 'Customer',
      amount: 'Total',
      payment_method: 'Payment',
      status: 'Status',
      order_date: 'Date',
    },
    others: 'ID|New client|Company|PDF',
  },
  {
    vendor: 'stripe',
    marks:
      'Amount Refunded|Converted Amount|Converted Amount Refunded|Converted Currency|Statement Descriptor|Seller Message|Card ID|Card Last4|Card Funding|Card Exp Month|PaymentIntent ID|Payment Source Type|Created (UTC)|Created date (UTC)|Taxes On Fee',
    roles: {
      order_id: 'id',
      order_date: 'Created date (UTC)|Created (UTC)|Created',
      amount: 'Amount',
      refund: 'Amount Refunded',
      currency: 'Currency',
      cost_amount: 'Fee',
      status: 'Status',
      customer_id: 'Customer ID',
      customer_name: 'Customer Description|Card Name',
      email: 'Customer Email',
      phone: 'Customer Phone',
      payment_method: 'Card Brand|Card Type',
      city: 'Card Address City',
      region: 'Card Address State',
      country: 'Card Address Country',
      postcode: 'Card Address Zip',
    },
    others:
      'Description|Seller Message|Converted Amount|Converted Amount Refunded|Tax|Taxes On Fee|Converted Currency|Mode|Statement Descriptor|Captured|Decline Reason|Is Link|Link Funding|PaymentIntent ID|Payment Source Type|Refunded date (UTC)|Card ID|Card Last4|Card Funding|Card Exp Month|Card Exp Year|Card Name|Card Address Line1|Card Address Line2|Card Issue Country|Card Fingerprint|Card CVC Status|Card AVS Zip Status|Card AVS Line1 Status|Card Tokenization Method|Disputed Amount|Dispute Date (UTC)|Dispute Evidence Due (UTC)|Dispute Reason|Dispute Status|Invoice ID|Invoice Number|Checkout Session ID|Destination|Transfer|Transfer Group|Interchange Costs|Merchant Service Charge|Application Fee|Application ID|Shipping Name|Shipping Address Line1|Shipping Address City|Shipping Address Country',
  },
  {
    vendor: 'square',
    marks:
      'Price Point Name|Modifiers Applied|Gross Sales|Net Sales|Transaction ID|Payment ID|Device Name|Event Type|Dining Option|Customer Reference ID|Itemization Type|Time Zone',
    roles: {
      order_date: 'Date',
      order_id: 'Transaction ID',
      category: 'Category',
      product_name: 'Item',
      product_id: 'SKU',
      quantity: 'Qty',
      amount: 'Net Sales|Gross Sales',
      discount: 'Discounts',
      tax: 'Tax',
      channel: 'Channel|Location|Device Name',
      status: 'Event Type',
      customer_id: 'Customer ID',
      customer_name: 'Customer Name',
      salesperson: 'Employee',
      payment_method: 'Card Brand',
    },
    others:
      'Time|Time Zone|Price Point Name|Modifiers Applied|Gross Sales|Product Sales|Payment ID|Device Name|Notes|Details|Location|Dining Option|Customer Reference ID|Unit|Count|GTIN|Itemization Type|Commission|Fulfillment Note|Token|PAN Suffix|Record ID',
  },
  {
    vendor: 'sage',
    marks:
      'CT_Num|CT_Intitule|CT_Ville|CT_CodePostal|CT_Pays|CT_Telephone|CT_EMail|DO_Piece|DO_Date|DO_Tiers|DO_Type|DO_Domaine|DO_Ref|DO_TotalHT|DO_TotalTTC|AR_Ref|AR_Design|AR_PrixVen|AR_PrixAch|FA_CodeFamille|DL_Design|DL_Qte|DL_PrixUnitaire|DL_MontantHT|DL_MontantTTC|DL_Ligne|DL_PrixRU|DL_Remise01REM_Valeur',
    roles: {
      customer_id: 'CT_Num|DO_Tiers',
      customer_name: 'CT_Intitule',
      order_id: 'DO_Piece',
      order_date: 'DO_Date',
      product_id: 'AR_Ref',
      product_name: 'DL_Design|AR_Design',
      quantity: 'DL_Qte',
      unit_price: 'DL_PrixUnitaire|AR_PrixVen',
      amount: 'DL_MontantHT|DL_MontantTTC|DO_TotalHT|DO_TotalTTC',
      unit_cost: 'DL_PrixRU|DL_CMUP|AR_PrixAch',
      discount: 'DL_Remise01REM_Valeur',
      category: 'FA_CodeFamille',
      salesperson: 'CO_No',
      status: 'DO_Type',
      currency: 'DO_Devise',
      city: 'CT_Ville',
      postcode: 'CT_CodePostal',
      region: 'CT_CodeRegion',
      country: 'CT_Pays',
      phone: 'CT_Telephone',
      email: 'CT_EMail',
      signup_date: 'CT_DateCreate',
    },
    others:
      'DO_Domaine|DO_Ref|DO_Tiers|DO_DateLivr|DO_Statut|DO_TotalHT|DO_TotalTTC|DO_NetAPayer|DL_Ligne|DL_No|DL_MontantTTC|DL_PUTTC|DL_Taxe1|DL_CMUP|DL_PoidsNet|DL_PoidsBrut|DL_PieceBC|DL_PieceBL|DL_DateBC|DL_DateBL|DL_QteBC|DL_QteBL|DL_Remise01REM_Type|CT_Type|CT_Qualite|CT_Contact|CT_Adresse|CT_Complement|CT_Siret|CT_Identifiant|CT_Telecopie|CT_Site|AR_Design|AR_CodeBarre|AR_UniteVen|DE_No|CA_Num|N_CatTarif',
  },
  {
    vendor: 'hubspot',
    marks:
      'Record ID|Lifecycle Stage|Lead Status|Contact owner|Create Date|Original Source|Original Traffic Source|Marketing contact status|Became a Customer Date|Associated Company|Last Activity Date|Primary Associated Company ID|Mobile Phone Number',
    roles: {
      customer_id: 'Record ID|Record ID - Contact',
      customer_name: 'Last Name',
      email: 'Email',
      phone: 'Phone Number|Mobile Phone Number',
      signup_date: 'Create Date',
      customer_type: 'Lifecycle Stage',
      acquisition_source: 'Original Traffic Source|Original Source|Original Source Type',
      salesperson: 'Contact owner',
      city: 'City',
      region: 'State/Region',
      postcode: 'Postal Code',
      country: 'Country/Region',
      birth_date: 'Date of birth',
    },
    others:
      'First Name|Lead Status|Marketing contact status|Mobile Phone Number|Became a Customer Date|Associated Company|Associated Company IDs|Primary Associated Company ID|Company Name|Company name|Job Title|Last Activity Date|Last Contacted|Last Modified Date|Number of Pageviews|Number of Sessions|Original Source Drill-Down 1|Original Source Drill-Down 2|Website URL|Street Address|Unsubscribed from all email|Email Domain',
  },
  {
    vendor: 'uci',
    marks: 'InvoiceNo|Invoice|StockCode|InvoiceDate|CustomerID|Customer ID|UnitPrice',
    roles: {
      order_id: 'InvoiceNo|Invoice',
      product_id: 'StockCode',
      product_name: 'Description',
      quantity: 'Quantity',
      order_date: 'InvoiceDate',
      unit_price: 'UnitPrice|Price',
      customer_id: 'CustomerID|Customer ID',
      country: 'Country',
    },
    others: '',
  },
  {
    vendor: 'odoo',
    marks:
      'date_order|partner_id|partner_id/id|user_id|team_id|amount_untaxed|amount_tax|amount_total|invoice_status|pricelist_id|order_line/product_id|order_line/product_uom_qty|order_line/price_unit|order_line/price_subtotal|product_uom_qty|price_subtotal|price_unit',
    roles: {
      order_id: 'name|order_id|order_line/order_id',
      order_date: 'date_order|order_id/date_order',
      customer_id: 'partner_id/id|partner_id/.id|partner_id|order_partner_id',
      customer_name: 'partner_id/name|partner_id',
      salesperson: 'user_id|salesman_id',
      channel: 'team_id',
      status: 'state',
      amount: 'order_line/price_subtotal|price_subtotal|amount_total|amount_untaxed',
      tax: 'amount_tax',
      currency: 'currency_id',
      product_id: 'order_line/product_id/default_code|order_line/product_id/id',
      product_name: 'order_line/product_id|product_id|order_line/name',
      quantity: 'order_line/product_uom_qty|product_uom_qty',
      unit_price: 'order_line/price_unit|price_unit',
      discount: 'order_line/discount|discount',
    },
    others:
      'id|.id|origin|client_order_ref|reference|validity_date|commitment_date|create_date|write_date|invoice_status|partner_invoice_id|partner_shipping_id|pricelist_id|payment_term_id|company_id|warehouse_id|note|tag_ids|amount_untaxed|amount_total|order_line/id|order_line/name|order_line/tax_id|order_line/price_total|order_line/product_uom|order_line/qty_delivered|order_line/qty_invoiced|price_total|qty_delivered|qty_invoiced|source_id|medium_id|campaign_id',
  },
  {
    vendor: 'odoo',
    marks:
      'Référence de la commande|Référence commande|Équipe commerciale|Montant hors taxes|État de la facture|Date de la commande|Lignes de la commande/Article|Lignes de la commande/Quantité|Lignes de la commande/Prix unitaire|Lignes de la commande/Sous-total|Lignes de la commande/Description|Lignes de la commande/Remise (%)|Vendeur',
    roles: {
      order_id: 'Référence de la commande|Référence commande',
      order_date: 'Date de la commande|Date de commande|Date de création',
      customer_id: 'Client/ID externe|Client/ID',
      customer_name: 'Client|Client/Nom',
      salesperson: 'Vendeur',
      channel: 'Équipe commerciale',
      status: 'Statut|État',
      amount: 'Lignes de la commande/Sous-total|Total|Montant hors taxes',
      currency: 'Devise',
      product_id: 'Lignes de la commande/Article/Référence interne',
      product_name: 'Lignes de la commande/Article|Lignes de la commande/Description',
      quantity: 'Lignes de la commande/Quantité',
      unit_price: 'Lignes de la commande/Prix unitaire',
      discount: 'Lignes de la commande/Remise (%)',
    },
    others:
      'ID externe|ID|Total|Montant hors taxes|Taxes|Société|Activités|Date de création|Date de livraison|État de la facture|Référence client|Liste de prix|Conditions de paiement|Lignes de la commande/Description|Lignes de la commande/Taxes|Lignes de la commande/Quantité livrée|Lignes de la commande/Quantité facturée|Lignes de la commande/Total',
  },
  {
    vendor: 'odoo',
    marks:
      'Order Reference|Salesperson|Sales Team|Untaxed Amount|Invoice Status|Order Lines/Product|Order Lines/Quantity|Order Lines/Unit Price|Order Lines/Subtotal|Order Lines/Description|Order Lines/Discount (%)|Customer Reference|Pricelist',
    roles: {
      order_id: 'Order Reference',
      order_date: 'Order Date|Creation Date',
      customer_id: 'Customer/External ID|Customer/ID',
      customer_name: 'Customer|Customer/Name',
      salesperson: 'Salesperson',
      channel: 'Sales Team',
      status: 'Status',
      amount: 'Order Lines/Subtotal|Total|Untaxed Amount',
      currency: 'Currency',
      product_id: 'Order Lines/Product/Internal Reference',
      product_name: 'Order Lines/Product|Order Lines/Description',
      quantity: 'Order Lines/Quantity',
      unit_price: 'Order Lines/Unit Price',
      discount: 'Order Lines/Discount (%)',
    },
    others:
      'External ID|ID|Total|Untaxed Amount|Taxes|Company|Activities|Creation Date|Delivery Date|Invoice Status|Customer Reference|Pricelist|Payment Terms|Order Lines/Description|Order Lines/Taxes|Order Lines/Delivered Quantity|Order Lines/Invoiced Quantity|Order Lines/Total',
  },
  {
    vendor: 'salesforce',
    marks:
      'Opportunity Name|Opportunity Owner|Opportunity ID|Account Name|Stage|Probability (%)|Fiscal Period|Close Date|Lead Source|Expected Revenue|Next Step|Owner Role',
    roles: {
      order_id: 'Opportunity ID',
      order_date: 'Close Date',
      customer_id: 'Account ID',
      customer_name: 'Account Name',
      amount: 'Amount',
      currency: 'Amount Currency|Currency',
      status: 'Stage',
      salesperson: 'Opportunity Owner',
      acquisition_source: 'Lead Source',
      campaign: 'Primary Campaign Source',
      region: 'Billing State/Province',
      country: 'Billing Country',
      city: 'Billing City',
      customer_type: 'Industry',
    },
    others:
      'Opportunity Name|Owner Role|Fiscal Period|Fiscal Year|Fiscal Quarter|Expected Revenue|Expected Revenue Currency|Probability (%)|Age|Created Date|Next Step|Type|Forecast Category|Last Modified Date|Last Activity|Created By|Closed|Won',
  },
  {
    vendor: 'salesforce',
    marks:
      'StageName|CloseDate|AccountId|LeadSource|OwnerId|IsWon|IsClosed|ExpectedRevenue|ForecastCategory|SystemModstamp',
    roles: {
      order_id: 'Id',
      order_date: 'CloseDate',
      customer_id: 'AccountId',
      amount: 'Amount',
      currency: 'CurrencyIsoCode',
      status: 'StageName',
      salesperson: 'OwnerId',
      acquisition_source: 'LeadSource',
      campaign: 'CampaignId',
    },
    others:
      'Name|Type|Description|Probability|ExpectedRevenue|IsClosed|IsWon|IsDeleted|ForecastCategory|ForecastCategoryName|FiscalYear|FiscalQuarter|Fiscal|NextStep|CreatedDate|CreatedById|LastModifiedDate|LastModifiedById|SystemModstamp|LastActivityDate|TotalOpportunityQuantity|Pricebook2Id|HasOpportunityLineItem',
  },
  {
    vendor: 'superstore',
    marks: 'Row ID|Ship Mode|Ship Date|Sub-Category|Segment|Profit|Product Name|Postal Code',
    least: 5,
    roles: {
      order_id: 'Order ID',
      order_date: 'Order Date',
      customer_id: 'Customer ID',
      customer_name: 'Customer Name',
      customer_type: 'Segment',
      country: 'Country|Country/Region',
      city: 'City',
      region: 'Region',
      postcode: 'Postal Code',
      product_id: 'Product ID',
      category: 'Category',
      product_name: 'Product Name',
      amount: 'Sales',
      quantity: 'Quantity',
      discount: 'Discount',
      margin: 'Profit',
    },
    others:
      'Row ID|Ship Date|Ship Mode|State|State/Province|Sub-Category|Market|Order Priority|Shipping Cost',
  },
];

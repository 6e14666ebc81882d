import { fixture, type Fixture } from './role-fixture.js';

/** Headers of known exports as public files have them, with values of the kind that they hold. */
export const knownExports: readonly Fixture[] = [
  fixture(
    'Shopify orders',
    'iso',
    'line',
    `
    Name = order.hash
    Email = client.email
    Financial Status = order.statusEn
    Paid at = order.later = -
    Fulfillment Status = order.statusEn = -
    Fulfilled at = order.later = -
    Accepts Marketing = client.optin
    Currency = order.currency
    Subtotal = order.net = -
    Shipping = order.shipping
    Taxes = order.tax
    Total = order.total
    Discount Code = order.coupon
    Discount Amount = order.discount
    Shipping Method = order.ship = -
    Created at = order.stamp
    Lineitem quantity = line.quantity
    Lineitem name = product.name
    Lineitem price = line.price
    Lineitem compare at price = empty = -
    Lineitem sku = product.code
    Lineitem requires shipping = flag.bool = -
    Lineitem taxable = flag.bool = -
    Lineitem fulfillment status = order.statusEn = -
    Billing Name = client.name
    Billing Street = client.address = -
    Billing Address1 = client.address = -
    Billing Company = client.firm = -
    Billing City = client.city
    Billing Zip = client.cp
    Billing Province = client.region
    Billing Country = client.iso
    Billing Phone = client.intl
    Shipping Name = client.name = -
    Shipping City = client.city = -
    Shipping Zip = client.cp = -
    Shipping Country = client.iso = -
    Notes = order.note = -
    Cancelled at = empty = -
    Payment Method = order.payment
    Payment Reference = order.ref = -
    Refunded Amount = order.refund
    Id = order.num = -
    Tags = empty = -
    Source = order.channel
    `,
  ),
  fixture(
    'WooCommerce analytics',
    'iso',
    'order',
    `
    Date = order.stamp
    Order # = order.num
    N. Revenue (formatted) = order.euro = -
    Status = order.statusEn
    Customer = client.name
    Customer type = client.type
    Product(s) = order.products
    Items sold = order.items
    Coupon(s) = order.coupon
    N. Revenue = order.gross
    Attribution = client.source
    `,
  ),
  fixture(
    'WooCommerce order export, labels',
    'iso',
    'line',
    `
    Order Number = order.num
    Order Status = order.statusEn
    Order Date = order.stamp
    Customer Note = order.note = -
    First Name (Billing) = client.first = -
    Last Name (Billing) = client.last
    Company (Billing) = client.firm = -
    Address 1&2 (Billing) = client.address = -
    City (Billing) = client.city
    State Code (Billing) = client.region
    Postcode (Billing) = client.cp
    Country Code (Billing) = client.iso
    Email (Billing) = client.email
    Phone (Billing) = client.intl
    First Name (Shipping) = client.first = -
    Last Name (Shipping) = client.last = -
    City (Shipping) = client.city = -
    Postcode (Shipping) = client.cp = -
    Payment Method Title = order.payment
    Cart Discount Amount = order.discount
    Order Subtotal Amount = order.net = -
    Shipping Method Title = order.ship = -
    Order Shipping Amount = order.shipping
    Order Refund Amount = order.refund
    Order Total Amount = order.total
    Order Total Tax Amount = order.tax
    SKU = product.code
    Item # = line.no = -
    Item Name = product.name
    Quantity (- Refund) = line.quantity
    Item Cost = line.price
    Coupon Code = order.coupon
    `,
  ),
  fixture(
    'WooCommerce order export, technical',
    'iso',
    'order',
    `
    order_id = order.num
    order_number = order.num = -
    order_date = order.stamp
    status = order.statusEn
    shipping_total = order.shipping
    tax_total = order.tax
    discount_total = order.discount
    order_total = order.total
    order_key = order.ref = -
    order_currency = order.currency
    payment_method = order.payment = -
    payment_method_title = order.payment
    shipping_method = order.ship = -
    customer_user = client.num
    billing_first_name = client.first = -
    billing_last_name = client.last
    billing_company = client.firm = -
    billing_email = client.email
    billing_phone = client.phone
    billing_address_1 = client.address = -
    billing_postcode = client.cp
    billing_city = client.city
    billing_state = client.region
    billing_country = client.iso
    customer_note = order.note = -
    `,
  ),
  fixture(
    'PrestaShop orders table',
    'iso',
    'order',
    `
    id_order = order.id
    reference = order.ref = -
    id_carrier = order.state = -
    id_lang = flag.zero = -
    id_customer = client.num
    id_cart = row.no = -
    id_address_delivery = client.num = -
    id_address_invoice = client.num = -
    current_state = order.state
    secure_key = order.ref = -
    payment = order.payment
    conversion_rate = flag.zero = -
    module = order.ship = -
    total_discounts = order.discount
    total_paid = order.total = -
    total_paid_tax_incl = order.total
    total_paid_tax_excl = order.net = -
    total_paid_real = order.total = -
    total_products = order.net = -
    total_products_wt = order.gross = -
    total_shipping = order.shipping
    invoice_date = order.stamp = -
    delivery_date = order.later = -
    date_add = order.stamp
    date_upd = order.later = -
    `,
  ),
  fixture(
    'PrestaShop order lines table',
    'iso',
    'line',
    `
    id_order_detail = row.no = -
    id_order = order.id
    id_order_invoice = order.id = -
    id_warehouse = flag.zero = -
    product_id = product.plain = -
    product_attribute_id = row.no = -
    product_name = product.name
    product_quantity = line.quantity
    product_price = line.price = -
    product_ean13 = product.ean = -
    product_reference = product.code
    unit_price_tax_incl = line.price
    total_price_tax_incl = line.gross
    total_price_tax_excl = line.net = -
    purchase_supplier_price = line.cost
    original_product_price = line.price = -
    `,
  ),
  fixture(
    'PrestaShop back office, French',
    'fr',
    'order',
    `
    ID = order.id = -
    Référence = order.ref
    Nouveau client = flag.zero = -
    Livraison = client.country = country
    Client = client.upper
    Total = order.total
    Paiement = order.payment
    État = order.status
    Date = order.stamp
    `,
  ),
  fixture(
    'Stripe payments, today',
    'iso',
    'order',
    `
    id = order.ref
    Created date (UTC) = order.stamp
    Amount = order.gross
    Amount Refunded = order.refund
    Currency = order.currency
    Captured = flag.bool = -
    Converted Amount = order.gross = -
    Converted Amount Refunded = order.refund = -
    Converted Currency = order.currency = -
    Description = ticket.text = -
    Fee = order.fee
    PaymentIntent ID = order.ref = -
    Payment Source Type = order.ship = -
    Statement Descriptor = order.ship = -
    Status = order.statusEn
    Seller Message = order.ship = -
    Taxes On Fee = order.tax = -
    Card ID = order.ref = -
    Card Name = client.name = -
    Customer ID = client.uuid
    Customer Description = client.name
    Customer Email = client.email
    Invoice ID = order.ref = -
    `,
  ),
  fixture(
    'Stripe payments, before',
    'iso',
    'order',
    `
    id = order.ref
    Description = ticket.text = -
    Seller Message = order.ship = -
    Created (UTC) = order.stamp
    Amount = order.gross
    Amount Refunded = order.refund
    Currency = order.currency
    Converted Amount = order.gross = -
    Converted Amount Refunded = order.refund = -
    Fee = order.fee
    Tax = order.tax = -
    Converted Currency = order.currency = -
    Mode = order.ship = -
    Status = order.statusEn
    Statement Descriptor = order.ship = -
    Customer ID = client.uuid
    Customer Description = client.name
    Customer Email = client.email
    Captured = flag.bool = -
    Card ID = order.ref = -
    Card Last4 = row.no = -
    Card Brand = order.payment
    Card Address City = client.city
    Card Address Country = client.iso
    Card Address Zip = client.cp
    Dispute Status = empty = -
    `,
  ),
  fixture(
    'Square items',
    'iso',
    'line',
    `
    Date = order.date
    Time = order.time = -
    Time Zone = order.ship = -
    Category = product.family
    Item = product.name
    Qty = line.quantity
    Price Point Name = order.ship = -
    SKU = product.code
    Modifiers Applied = empty = -
    Gross Sales = line.gross = -
    Discounts = line.discount
    Net Sales = line.net
    Tax = line.tax
    Transaction ID = order.ref
    Payment ID = order.ref = -
    Device Name = order.store = -
    Notes = order.note = -
    Details = empty = -
    Event Type = order.statusEn
    Location = order.store
    Dining Option = order.ship = -
    Customer ID = client.uuid
    Customer Name = client.name
    Customer Reference ID = empty = -
    `,
  ),
  fixture(
    'Sage 100 lines',
    'fr',
    'line',
    `
    CT_Num = client.code
    CT_Intitule = client.firm
    DO_Piece = order.no
    DO_Date = order.date
    DO_Tiers = client.code = -
    DO_Type = order.state
    AR_Ref = product.code
    FA_CodeFamille = product.family
    DL_Design = product.name
    DL_Ligne = line.no = -
    DL_Qte = line.quantity
    DL_PrixUnitaire = line.price
    DL_Remise01REM_Valeur = line.percent
    DL_MontantHT = line.net
    DL_MontantTTC = line.gross = -
    DL_PrixRU = line.cost
    CO_No = flag.zero = salesperson
    CT_Ville = client.city
    CT_CodePostal = client.cp
    CT_Pays = client.country
    CT_Telephone = client.phone
    CT_EMail = client.email
    `,
  ),
  fixture(
    'HubSpot contacts',
    'iso',
    'client',
    `
    Record ID = client.num
    First Name = client.first = -
    Last Name = client.last
    Email = client.email
    Phone Number = client.intl
    Company Name = client.firm = -
    Contact owner = order.seller
    Lifecycle Stage = client.type
    Lead Status = order.statusEn = -
    Create Date = client.signup
    Last Activity Date = client.last_seen = -
    Original Source = client.source
    City = client.city
    State/Region = client.region
    Postal Code = client.cp
    Country/Region = client.country
    `.replace('client.last_seen', 'order.later'),
  ),
  ...['InvoiceNo,StockCode,UnitPrice,CustomerID', 'Invoice,StockCode,Price,Customer ID'].map(
    (names, version) => {
      const [invoice, stock, price, customer] = names.split(',');
      return fixture(
        `UCI Online Retail ${version === 0 ? 'I' : 'II'}`,
        version === 0 ? 'us' : 'iso',
        'line',
        `
      ${invoice} = order.num
      ${stock} = product.plain
      Description = product.name
      Quantity = line.quantity
      InvoiceDate = order.stamp
      ${price} = line.price
      ${customer} = client.num
      Country = client.country
      `,
      );
    },
  ),
  fixture(
    'Odoo technical',
    'iso',
    'line',
    `
    id = row.no = -
    name = order.no
    date_order = order.stamp
    partner_id/id = client.uuid
    partner_id = client.firm
    user_id = order.seller
    team_id = order.channel
    state = order.statusEn
    invoice_status = order.statusEn = -
    amount_untaxed = order.net = -
    amount_tax = order.tax
    amount_total = order.gross = -
    currency_id = order.currency
    order_line/product_id = product.name
    order_line/name = product.name = -
    order_line/product_uom_qty = line.quantity
    order_line/price_unit = line.price
    order_line/discount = line.percent
    order_line/price_subtotal = line.net
    `,
  ),
  fixture(
    'Odoo labels, French',
    'fr',
    'line',
    `
    Référence de la commande = order.no
    Date de la commande = order.stamp
    Client = client.firm
    Vendeur = order.seller
    Équipe commerciale = order.channel
    Statut = order.status
    Montant hors taxes = order.net = -
    Total = order.gross = -
    Lignes de la commande/Article = product.name
    Lignes de la commande/Quantité = line.quantity
    Lignes de la commande/Prix unitaire = line.price
    Lignes de la commande/Remise (%) = line.percent
    Lignes de la commande/Sous-total = line.net
    `,
  ),
  fixture(
    'Odoo labels, English',
    'iso',
    'order',
    `
    Order Reference = order.no
    Creation Date = order.stamp
    Customer = client.firm
    Salesperson = order.seller
    Sales Team = order.channel
    Untaxed Amount = order.net = -
    Total = order.gross
    Invoice Status = order.statusEn = -
    Status = order.statusEn
    `,
  ),
  fixture(
    'Salesforce opportunity report',
    'us',
    'order',
    `
    Opportunity Owner = order.seller
    Account Name = client.firm
    Opportunity Name = order.ref = -
    Stage = order.statusEn
    Fiscal Period = order.month = -
    Amount = order.net
    Expected Revenue = order.gross = -
    Probability (%) = line.percent = -
    Age = order.items = -
    Close Date = order.date
    Created Date = order.later = -
    Next Step = order.ship = -
    Lead Source = client.source
    Type = client.type = -
    `,
  ),
  fixture(
    'Superstore',
    'us',
    'line',
    `
    Row ID = row.no = -
    Order ID = order.no
    Order Date = order.date
    Ship Date = order.later = -
    Ship Mode = order.ship = -
    Customer ID = client.code
    Customer Name = client.name
    Segment = client.type
    Country = client.country
    City = client.city
    State = client.dept = -
    Postal Code = client.cp
    Region = client.region
    Product ID = product.code
    Category = product.family
    Sub-Category = product.family = -
    Product Name = product.name
    Sales = line.net
    Quantity = line.quantity
    Discount = line.discount
    Profit = line.margin
    `,
  ),
  fixture(
    'French shop',
    'fr',
    'order',
    `
    N° commande = order.no
    Date = order.date
    Client = client.name
    Email = client.email
    Téléphone = client.phone
    Sous-total = order.net = -
    Livraison = order.shipping
    Total = order.total
    Statut = order.status
    Ville = client.city
    Pays = client.country
    `,
  ),
];

import { dutch, english, french, german, type ExportGrain, type Writing } from './export-world.js';

/** A column of an export: its header, the roles that are right for it (none: `null`), and what its values are. */
export interface ExportColumn {
  readonly header: string;
  readonly roles: readonly (string | null)[];
  readonly kind: string;
}

export interface ExportHeaders {
  readonly name: string;
  readonly grain: ExportGrain;
  readonly writing: Writing;
  readonly columns: readonly ExportColumn[];
}

/** An export written as lines `header ; role ; kind of values`, `-` for no role and `/` between roles that are both right. */
function exported(name: string, grain: ExportGrain, writing: Writing, text: string): ExportHeaders {
  const columns = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .map((line) => {
      const [header = '', right = '', kind = ''] = line.split(' ; ').map((part) => part.trim());
      return { header, roles: right.split('/').map((role) => (role === '-' ? null : role)), kind };
    });
  return { name, grain, writing, columns };
}

/**
 * A third batch, written from memory of what these programs export, before the lists of words were read. Before anything
 * was changed for it, 116 of its 129 key columns and 293 of all 337 were right, and two wrong roles were above .9.
 */
export const thirdBatch: readonly ExportHeaders[] = [
  exported(
    'EBP invoice lines',
    'line',
    french,
    `
    Numéro du document ; order_id ; order number
    Date du document ; order_date ; order date
    Code (tiers) ; customer_id ; client code
    Nom du tiers ; customer_name ; client company
    Civilité (Facturation) ; - ; client title
    Code postal (Facturation) ; postcode ; client postcode
    Ville (Facturation) ; city ; client city
    Code article ; product_id ; good ref
    Description ; product_name ; good name
    Code famille ; category ; good family
    Quantité ; quantity ; line quantity
    PV HT ; unit_price ; line price
    % remise ; discount ; line rate
    Montant Net HT ; amount ; line net
    Taux de TVA ; tax/- ; vat rate
    Code commercial ; salesperson ; of KG|MB|SD
    `,
  ),
  exported(
    'Ciel journal of sales',
    'order',
    { ...french, euro: true },
    `
    N° pièce ; order_id ; order number
    Date pièce ; order_date ; order date
    N° compte ; customer_id ; client number
    Raison sociale ; customer_name ; client company
    SIRET ; - ; client siret
    N° TVA intracom. ; - ; client vat
    Échéance ; - ; order due
    Total HT ; amount ; order net
    Total TVA ; tax ; order tax
    Total TTC ; - ; order gross
    Solde dû ; - ; order due amount
    Réglée ; status/- ; of Oui|Oui|Oui|Non
    Mode de règlement ; payment_method ; of Chèque|Virement|Prélèvement|CB
    `,
  ),
  exported(
    'Axonaut invoices',
    'order',
    french,
    `
    Numéro ; order_id ; order number
    Société ; customer_name ; client company
    SIREN ; - ; client siren
    E-mail du contact ; email ; client email
    Date de création ; order_date ; order date
    Date d'échéance ; - ; order due
    Montant HT ; amount ; order net
    Montant TVA ; tax ; order tax
    Montant TTC ; - ; order gross
    Devise ; currency ; of EUR
    Statut ; status ; of Payée|Payée|En retard|Envoyée
    Chargé d'affaires ; salesperson ; of Karim Benali|Gaëlle Prigent
    Langue ; - ; of fr|fr|fr|en|de
    Mois ; - ; order month
    Année ; - ; order year
    `,
  ),
  exported(
    'Sellsy customers',
    'client',
    french,
    `
    Référence ; customer_id ; client code
    Nom ; customer_name ; client company
    Type de tiers ; customer_type ; of Société|Société|Particulier
    Civilité contact ; - ; client title
    Prénom contact ; - ; client first
    Nom contact ; - ; client last
    Email ; email ; client email
    Téléphone ; phone ; client landline
    Portable ; - ; client mobile
    SIRET ; - ; client siret
    Code NAF ; - ; of 4711B|5610A|4322A|1071C
    N° TVA ; - ; client vat
    Effectif ; - ; client staff
    Adresse ; - ; client street
    CP ; postcode ; client postcode
    Ville ; city ; client city
    Pays ; country ; of France|France|France|Belgique
    Langue ; - ; of Français|Français|Anglais
    Latitude ; - ; client latitude
    Longitude ; - ; client longitude
    Créé le ; signup_date ; client joined
    Propriétaire ; salesperson ; of Karim Benali|Gaëlle Prigent
    CA réalisé ; total_spent ; client spent
    `,
  ),
  exported(
    'Pennylane customer invoices',
    'order',
    french,
    `
    Numéro de facture ; order_id ; order number
    Libellé de la facture ; -/verbatim ; ticket text
    Nom du client ; customer_name ; client company
    Identifiant du client ; customer_id ; client code
    Date d'émission ; order_date ; order date
    Date d'échéance ; - ; order due
    Montant HT (EUR) ; amount ; order net
    TVA (EUR) ; tax ; order tax
    Montant TTC (EUR) ; - ; order gross
    Restant à payer ; - ; order due amount
    Statut du paiement ; status ; of Payé|Payé|À payer|En retard
    `,
  ),
  exported(
    'Dolibarr invoices and lines',
    'line',
    french,
    `
    Id facture ; order_id/- ; order count
    Réf. facture ; order_id/- ; order number
    Date facturation ; order_date ; order date
    Date limite règlement ; - ; order due
    Nom du tiers ; customer_name ; client company
    Code client ; customer_id ; client code
    Zip ; postcode ; client postcode
    Téléphone ; phone ; client landline
    Réf. produit ; product_id ; good ref
    Libellé ; product_name ; good name
    Qté ; quantity ; line quantity
    P.U. HT ; unit_price ; line price
    Réduc. ; discount ; line rate
    Montant HT de la ligne ; amount ; line net
    Montant TVA de la ligne ; tax ; line tax
    Montant TTC de la ligne ; - ; line gross
    `,
  ),
  exported(
    'Lightspeed sales lines',
    'line',
    english,
    `
    Sale ID ; order_id ; order count
    Completed Time ; order_date ; order stamp
    Register ; channel/- ; of Till 1|Till 2
    Employee ; salesperson ; of Wendy W.|Loïc T.
    Customer ; customer_name ; client name
    Customer Email ; email ; client email
    System ID ; product_id ; good ref
    Item Description ; product_name ; good name
    Category ; category ; good family
    Qty ; quantity ; line quantity
    Retail ; unit_price ; line price
    Subtotal ; -/amount ; line before
    Discount ; discount ; line cut
    Subtotal w/ Discounts ; amount/- ; line net
    Total Tax ; tax ; line tax
    Total w/ Tax ; - ; line gross
    Cost ; unit_cost ; good cost
    Profit ; margin ; line profit
    `,
  ),
  exported(
    'Zettle receipts',
    'line',
    english,
    `
    Date ; order_date ; order date
    Time ; - ; order time
    Receipt number ; order_id ; order count
    Cashier ; salesperson ; of Inès|Arthur|Yann
    Name ; product_name ; good name
    Variant ; - ; of Small|Large|Medium
    SKU ; product_id ; good ref
    Sold quantity ; quantity ; line quantity
    Unit price (EUR) ; unit_price ; line price
    Discount (EUR) ; discount ; line cut
    Final price (EUR) ; amount ; line net
    VAT (%) ; tax/- ; of 20|20|5.5
    Card issuer ; payment_method/- ; of Visa|Mastercard|Amex
    `,
  ),
  exported(
    'SumUp transactions',
    'order',
    french,
    `
    Date ; order_date ; order stamp
    ID de transaction ; order_id ; order hex
    Type de transaction ; - ; of Vente|Vente|Vente|Remboursement
    Statut ; status ; of Réussie|Réussie|Réussie|Annulée
    Type de carte ; payment_method/- ; of Visa|Mastercard|CB
    4 derniers chiffres ; - ; card
    Total ; amount ; order net
    Pourboire ; - ; of 0,00|0,00|2,00|1,00
    Frais ; cost_amount ; order fee
    Description ; -/product_name ; good name
    Utilisateur ; salesperson/- ; of caisse1@mail.example|caisse2@mail.example
    `,
  ),
  exported(
    'Magento order grid',
    'order',
    english,
    `
    ID ; order_id ; order count
    Purchase Point ; channel ; of Main Website|Main Website|Outlet
    Purchase Date ; order_date ; order stamp
    Bill-to Name ; customer_name/- ; client name
    Ship-to Name ; - ; client name
    Grand Total (Base) ; amount ; order gross
    Grand Total (Purchased) ; - ; order gross
    Status ; status ; of complete|complete|processing|canceled|closed
    Billing Address ; - ; client street
    Shipping Information ; - ; of Flat Rate - Fixed|Free Shipping
    Customer Email ; email ; client email
    Customer Group ; customer_type ; of General|Wholesale|Retailer
    Subtotal ; -/amount ; order net
    Shipping and Handling ; shipping ; order shipping
    Customer Name ; customer_name/- ; client name
    Payment Method ; payment_method ; of checkmo|paypal_express|stripe_payments
    Total Refunded ; refund ; order refund
    `,
  ),
  exported(
    'BigCommerce orders',
    'order',
    { date: (each) => english.date(each).replace(/^(\d+)-(\d+)-(\d+)$/, '$2/$3/$1'), decimal: '.' },
    `
    Order ID ; order_id ; order count
    Customer ID ; customer_id ; client number
    Customer Name ; customer_name ; client name
    Customer Email ; email ; client email
    Customer Phone ; phone ; client mobile
    Order Date ; order_date ; order date
    Order Status ; status ; of Completed|Shipped|Awaiting Fulfillment|Refunded
    Subtotal (inc tax) ; - ; order gross
    Subtotal (ex tax) ; -/amount ; order net
    Tax Total ; tax ; order tax
    Shipping Cost (inc tax) ; shipping ; order shipping
    Order Total (inc tax) ; -/amount ; order gross
    Order Total (ex tax) ; amount/- ; order net
    Payment Method ; payment_method ; of Visa|PayPal|Bank Deposit
    Total Quantity ; quantity ; order items
    Total Shipped ; - ; order items
    Date Shipped ; - ; order later
    Order Currency Code ; currency ; of EUR
    Ship Method ; - ; of Colissimo|Pickup
    Customer Message ; -/verbatim ; ticket text
    Customer Group Name ; customer_type ; of Retail|Trade
    `,
  ),
  exported(
    'Mailchimp audience',
    'client',
    english,
    `
    Email Address ; email ; client email
    First Name ; - ; client first
    Last Name ; customer_name ; client last
    MEMBER_RATING ; - ; score five
    OPTIN_TIME ; signup_date/- ; client joined stamp
    OPTIN_IP ; - ; ip
    CONFIRM_TIME ; signup_date/- ; client joined stamp
    LATITUDE ; - ; client latitude
    LONGITUDE ; - ; client longitude
    GMTOFF ; - ; of 1|1|0|2
    TIMEZONE ; - ; of Europe/Paris|Europe/Paris|Europe/London
    CC ; country ; of FR|FR|BE|GB
    REGION ; region ; client department
    LAST_CHANGED ; - ; order stamp
    LEID ; -/customer_id ; client number
    EUID ; -/customer_id ; token
    TAGS ; -/customer_type ; of newsletter|vip|salon 2024
    `,
  ),
  exported(
    'Brevo contacts',
    'client',
    dutch,
    `
    CONTACT ID ; customer_id ; row number
    EMAIL ; email ; client email
    NOM ; customer_name ; client last
    PRENOM ; - ; client first
    SMS ; phone ; client intl
    DATE_NAISSANCE ; birth_date ; client born
    DOUBLE_OPT-IN ; consent/- ; of Yes|Yes|No
    OPT_IN ; consent/- ; client consent
    LANGUE ; - ; of FR|FR|FR|DE|EN
    ADDED_TIME ; signup_date ; client joined
    MODIFIED_TIME ; - ; order date
    `,
  ),
  exported(
    'Zendesk tickets',
    'ticket',
    english,
    `
    Ticket ID ; ticket_id ; ticket number
    Subject ; -/complaint_reason/verbatim ; ticket text
    Requester ; customer_name ; client name
    Requester email ; email ; client email
    Assignee ; salesperson/- ; of Wendy|Loïc|Inès
    Ticket group ; - ; of Support|Billing|Logistics
    Priority ; - ; of Normal|High|Low|Urgent
    Ticket status ; status ; of Solved|Closed|Open|Pending
    Ticket channel ; channel ; of Email|Web|Phone
    Ticket created - Timestamp ; opened_at ; order stamp
    Ticket solved - Timestamp ; resolved_at ; order later stamp
    First reply time (min) ; - ; ticket hours
    Full resolution time (hrs) ; resolution_time ; ticket hours
    Satisfaction rating ; satisfaction ; score five
    `,
  ),
  exported(
    'Freshdesk tickets, French',
    'ticket',
    english,
    `
    Identifiant du ticket ; ticket_id ; ticket number
    Objet ; -/verbatim/complaint_reason ; ticket text
    Statut ; status ; of Résolu|Fermé|Ouvert|En attente
    Priorité ; - ; of Moyenne|Élevée|Faible
    Source ; channel/- ; of E-mail|Portail|Téléphone
    Type ; complaint_reason/- ; of Retard de livraison|Casse|Facturation
    Agent ; salesperson ; of Wendy Weber|Loïc Tessier
    Groupe ; - ; of Support|Facturation
    Heure de création ; opened_at ; order stamp
    Heure de résolution ; resolved_at ; order later stamp
    Délai de résolution (h) ; resolution_time ; ticket hours
    Nom complet ; customer_name ; client name
    E-mail ; email ; client email
    Résultats de l'enquête ; satisfaction ; score five
    `,
  ),
  exported(
    'Typeform survey',
    'client',
    english,
    `
    # ; - ; token
    Comment nous avez-vous connus ? ; acquisition_source ; of Instagram|Bouche à oreille|Google|Salon
    Sur une échelle de 0 à 10, recommanderiez-vous notre boutique à un proche ? ; nps ; score ten
    Quelle note donnez-vous à notre accueil (1 à 5) ? ; satisfaction/perceived ; score five
    Que pourrions-nous améliorer ? ; verbatim ; ticket text
    Votre adresse e-mail ; email ; client email
    Start Date (UTC) ; - ; order stamp
    Submit Date (UTC) ; order_date/sent_date/- ; order stamp
    Network ID ; - ; token
    `,
  ),
  exported(
    'Google Forms survey',
    'client',
    french,
    `
    Horodateur ; order_date/sent_date/- ; order stamp
    Adresse e-mail ; email ; client email
    Êtes-vous satisfait(e) de votre dernier achat ? [1-5] ; satisfaction ; score five
    Votre tranche d'âge ; birth_date ; of 18-25 ans|26-40 ans|41-60 ans|Plus de 60 ans
    Votre code postal ; postcode ; client postcode
    Dans quel magasin achetez-vous le plus souvent ? ; channel ; of Quimper|Dijon|Tours
    Un commentaire à ajouter ? ; verbatim ; ticket text
    Acceptez-vous de recevoir notre lettre d'information ? ; consent ; client consent
    `,
  ),
  exported(
    'bank statement',
    'order',
    french,
    `
    Date opération ; order_date ; order date
    Date valeur ; - ; order later
    Libellé ; -/verbatim ; of VIR SEPA GUILLOU|PRLV EDF PRO|CB CARREFOUR 12/03|REMISE CHEQUES|VIR BENALI
    Référence ; order_id/- ; order hex
    Montant ; amount ; order signed
    Devise ; currency ; of EUR
    Solde ; - ; order balance
    `,
  ),
  exported(
    'beautician’s sheet',
    'order',
    { ...french, euro: true },
    `
    Jour ; order_date ; order date
    Mois ; - ; order month
    Cliente ; customer_name ; client name
    Portable ; phone ; client mobile
    Presta ; product_name ; of Soin visage|Épilation|Massage dos|Manucure
    Prix payé ; amount ; order net
    Réglé par ; payment_method ; of CB|Espèces|Chèque
    Qui ? ; salesperson/- ; of Inès|Fatima
    Notes perso ; -/verbatim ; ticket text
    `,
  ),
  exported(
    'wine grower’s sheet',
    'line',
    french,
    `
    Date cde ; order_date ; order date
    N° cde ; order_id ; order count
    Nom acheteur ; customer_name ; client name
    Mail ; email ; client email
    Tél. ; phone ; client landline
    Code postal ; postcode ; client postcode
    Cuvée ; product_name ; good name
    Millésime ; - ; of 2019|2020|2021|2018
    Nb bouteilles ; quantity ; line quantity
    Prix bouteille TTC ; unit_price ; line price
    Rem. % ; discount ; line rate
    À payer ; amount ; line net
    Expédié ? ; status/- ; of oui|oui|non
    `,
  ),
  exported(
    'German invoices',
    'line',
    german,
    `
    Belegnr. ; order_id ; order number
    Belegdatum ; order_date ; order date
    Kd.-Nr. ; customer_id ; client number
    Kundenname ; customer_name ; client company
    USt-IdNr. ; - ; client vat
    PLZ ; postcode ; client postcode
    Ort ; city ; client city
    Land ; country ; of DE|DE|AT|FR
    Artikelnr. ; product_id ; good ref
    Artikelbezeichnung ; product_name ; good name
    Warengruppe ; category ; good family
    Menge ; quantity ; line quantity
    Einzelpreis ; unit_price ; line price
    Rabatt % ; discount ; line rate
    Positionswert netto ; amount ; line net
    Zahlungsart ; payment_method ; of Rechnung|Lastschrift|PayPal
    Sprache ; - ; of DE|DE|FR
    `,
  ),
  exported(
    'Spanish invoice lines',
    'line',
    french,
    `
    Nº Factura ; order_id ; order number
    Fecha factura ; order_date ; order date
    Cód. cliente ; customer_id ; client code
    Nombre fiscal ; customer_name ; client company
    NIF ; - ; client vat
    Población ; city ; client city
    C.P. ; postcode ; client postcode
    Ref. artículo ; product_id ; good ref
    Descripción ; product_name ; good name
    Uds. ; quantity ; line quantity
    Precio ud. ; unit_price ; line price
    Dto. % ; discount ; line rate
    Importe ; amount ; line net
    Forma de pago ; payment_method ; of Transferencia|Tarjeta|Efectivo
    Agente comercial ; salesperson ; of Pilar Gómez|Luis Ortega
    `,
  ),
  exported(
    'Italian invoices',
    'order',
    french,
    `
    Numero documento ; order_id ; order number
    Data documento ; order_date ; order date
    Ragione sociale ; customer_name ; client company
    P.IVA ; - ; client vat
    Indirizzo e-mail ; email ; client email
    Telefono ; phone ; client landline
    Imponibile ; amount ; order net
    IVA ; tax ; order tax
    Totale documento ; - ; order gross
    Scadenza ; - ; order due
    Metodo di pagamento ; payment_method ; of Bonifico|Carta|Contanti
    Stato ; status ; of Pagata|Pagata|Scaduta|Inviata
    Città ; city ; client city
    CAP ; postcode ; client postcode
    `,
  ),
  exported(
    'Dutch invoice lines',
    'line',
    dutch,
    `
    Factuurnr ; order_id ; order number
    Factuurdatum ; order_date ; order date
    Debiteurnummer ; customer_id ; client number
    Bedrijfsnaam ; customer_name ; client company
    Postcode ; postcode ; client postcode
    Plaats ; city ; client city
    Artikelnummer ; product_id ; good ref
    Omschrijving ; product_name ; good name
    Aantal ; quantity ; line quantity
    Prijs per stuk ; unit_price ; line price
    Korting % ; discount ; line rate
    Regelbedrag excl. btw ; amount ; line net
    Btw-bedrag ; tax ; line tax
    Betaalwijze ; payment_method ; of iDEAL|Overboeking|Contant
    Verkoper ; salesperson ; of Sanne Visser|Daan Bakker
    `,
  ),
];

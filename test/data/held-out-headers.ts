import { fixture, type Fixture } from './role-fixture.js';

/** A second batch, written when the guess was done. Before anything was changed for it, 74 of its 79 key columns were found. */
export const heldOutHeaders: readonly Fixture[] = [
  fixture(
    'Cegid lines',
    'fr',
    'line',
    `
    GP_NUMERO = order.num
    GP_DATEPIECE = order.date
    GP_TIERS = client.code
    T_LIBELLE = client.firm = customer_name
    GL_ARTICLE = product.code
    GL_LIBELLE = product.name
    GL_QTEFACT = line.quantity
    GL_PUHT = line.price
    GL_TOTALHT = line.net
    `,
  ),
  fixture(
    'garage',
    'fr',
    'order',
    `
    No OR = order.num
    Dt entrée = order.date
    Nom propriétaire = client.upper
    Tél domicile = client.phone
    Immat = order.ref = -
    Tot. facturé TTC = order.gross
    Règlement = order.payment
    `,
  ),
  fixture(
    'bakery till',
    'fr',
    'line',
    `
    n° tick. = order.num
    date/heure = order.stamp
    vendeuse = order.seller
    code prod = product.plain
    produit = product.name
    qte = line.quantity
    prix unit. = line.price
    mt ttc = line.net
    mag. = order.store
    `,
  ),
  fixture(
    'English wholesale',
    'us',
    'line',
    `
    Inv. Date = order.date
    Inv. No. = order.no
    Acct = client.code
    Acct Name = client.firm
    Part No = product.code
    Part Description = product.name
    Shipped Qty = line.quantity
    Sell Price = line.price
    Line Value = line.net
    Rep = order.seller
    Terms = order.payment = payment_method
    `,
  ),
  fixture(
    'billing software',
    'iso',
    'order',
    `
    document_number = order.no
    issue_date = order.date
    due_date = order.later = -
    client_reference = client.code
    client_company = client.firm
    client_country_code = client.iso
    pretax_total = order.net
    tax_total = order.tax
    currency_code = order.currency
    state = order.statusEn = status
    `,
  ),
  fixture(
    'hotel',
    'iso',
    'order',
    `
    Booking reference = order.ref
    Booked on = order.date
    Arrival = order.later = -
    Guest name = client.name
    Guest country = client.country
    Room type = product.family = -
    Price = order.gross = amount
    Channel = order.channel
    `,
  ),
  fixture(
    'German till',
    'de',
    'line',
    `
    Bonnr = order.num
    Bondatum = order.date
    Filiale = order.store
    EAN = product.ean
    Artikeltext = product.name
    Anz. = line.quantity
    VK-Preis = line.price
    Umsatz = line.net
    Kd.-Nr. = client.num
    `,
  ),
  fixture(
    'Spanish shop orders',
    'iso',
    'order',
    `
    Pedido = order.no
    Fecha pedido = order.date
    Correo cliente = client.email
    Cliente = client.name
    Población = client.city
    Código postal = client.cp
    Base imponible = order.net = amount
    IVA = order.tax
    Gastos de envío = order.shipping
    Estado = order.statusEn
    `,
  ),
  fixture(
    'Italian receipts',
    'fr',
    'line',
    `
    Nr scontrino = order.num
    Data = order.date
    Tessera = client.num = customer_id
    Cod. art. = product.code
    Descr. articolo = product.name
    Qta = line.quantity
    Prz. unit. = line.price
    Tot. riga = line.net
    Reparto = product.family
    `,
  ),
  fixture(
    'spreadsheet of a craftsman',
    'fr',
    'order',
    `
    Facture = order.no
    Émise le = order.date
    Chez qui = client.name
    Où = client.city
    Combien HT = order.net = amount
    Payée par = order.payment
    `,
  ),
  fixture(
    'event shop',
    'iso',
    'line',
    `
    reservation_code = order.ref
    booked_at = order.stamp
    attendee_email = client.email
    attendee_full_name = client.name
    ticket_type_name = product.name = -
    tickets_count = line.quantity
    unit_amount = line.price
    total_amount = line.net
    `,
  ),
  fixture(
    'star schema extract',
    'iso',
    'line',
    `
    FactSalesKey = row.no = -
    OrderDateKey = order.compact
    CustomerKey = client.num
    ProductKey = product.plain
    SalesOrderNumber = order.no
    OrderQuantity = line.quantity
    UnitPrice = line.price
    SalesAmount = line.net
    TaxAmt = line.tax
    `,
  ),
  fixture(
    'Brazilian style',
    'iso',
    'line',
    `
    order_id = order.ref
    order_purchase_timestamp = order.stamp
    order_delivered_customer_date = order.later = -
    customer_unique_id = client.uuid
    customer_zip_code_prefix = client.cp
    customer_city = client.city
    product_id = product.code
    product_category_name = product.family
    price = line.price = amount
    freight_value = order.shipping
    `,
  ),
  fixture(
    'catalogue sale',
    'fr',
    'line',
    `
    CLE_FOYER = client.num = customer_id
    DT_CDE = order.date
    NO_CDE = order.no
    REF_PDT = product.code
    LIB_PDT = product.name
    NB_PCES = line.quantity
    MT_LIG_TTC = line.net
    CD_OPE = order.coupon = campaign
    CD_DEPT = client.deptCode
    `,
  ),
  fixture(
    'no header to trust',
    'fr',
    'line',
    `
    Champ1 = row.no = -
    Champ2 = order.no
    Champ3 = order.stamp
    Champ4 = client.num
    Champ5 = client.city
    Champ6 = product.ean
    Champ7 = product.name
    Champ8 = line.quantity
    Champ9 = line.price
    Champ10 = line.net
    Champ11 = order.currency
    `,
  ),
];

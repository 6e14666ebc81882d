import { fixture, type Fixture } from './role-fixture.js';

/** Headers of tills, old business software and spreadsheets in five languages, written before the guess was tried on them:
 * 124 of 137 key columns were found at first. */
export const unseenHeaders: readonly Fixture[] = [
  fixture(
    'AS/400 invoices',
    'fr',
    'line',
    `
    NUMFAC = order.no
    DATFAC = order.compact
    CODCLI = client.code
    NOMCLI = client.upper
    CODART = product.code
    LIBART = product.name
    QTEFAC = line.quantity
    PUHT = line.price
    MTTHT = line.net
    CODREP = flag.zero = salesperson
    DEPCLI = client.deptCode
    `,
  ),
  fixture(
    'till, French',
    'fr',
    'line',
    `
    Ticket = order.num
    Jour = order.date
    Heure = order.time = -
    Caissier = order.seller
    Plu = product.plain
    Désignation = product.name
    Rayon = product.family
    Qté vendue = line.quantity
    P.U. TTC = line.price
    Total ligne TTC = line.net
    Tx TVA = line.rate
    Carte fid. = client.num = customer_id
    Mode rglt = order.payment
    `,
  ),
  fixture(
    'EBP lines',
    'fr',
    'line',
    `
    N° du document = order.no
    Date du document = order.date
    Code tiers = client.code
    Nom du tiers = client.firm
    Code article = product.code
    Libellé article = product.name
    Famille art. = product.family
    Quantité = line.quantity
    PV HT = line.price
    Remise % = line.percent
    Montant net HT = line.net
    Représentant = order.seller
    `,
  ),
  fixture(
    'English till',
    'us',
    'line',
    `
    Rcpt No = order.num
    Txn Date = order.date
    Cust # = client.num
    Item Desc = product.name
    UPC = product.ean
    Dept = product.family = category
    Qty = line.quantity
    Unit Retail = line.price
    Ext Amt = line.net
    Tender Type = order.payment
    Cashier = order.seller
    Store = order.store
    `,
  ),
  fixture(
    'German shop',
    'de',
    'line',
    `
    Bestellnummer = order.no
    Bestelldatum = order.date
    Kundennummer = client.num
    Kundenname = client.name
    Artikelnummer = product.code
    Artikelbezeichnung = product.name
    Warengruppe = product.family
    Menge = line.quantity
    Einzelpreis = line.price
    Gesamtpreis = line.net
    MwSt = line.tax
    Ort = client.city
    PLZ = client.cp
    Land = client.iso
    `,
  ),
  fixture(
    'German ledger',
    'de',
    'order',
    `
    RechnungsNr = order.num
    Rechnungsdatum = order.date
    KdNr = client.code
    Firma = client.firm
    Nettobetrag = order.net = amount
    USt = order.tax
    Bruttobetrag = order.gross = -
    Zahlungsart = order.payment
    Vertreter = order.seller
    `,
  ),
  fixture(
    'Spanish invoices',
    'fr',
    'line',
    `
    Nº factura = order.no
    Fecha = order.date
    Cód. cliente = client.code
    Nombre cliente = client.name
    Cód. artículo = product.code
    Descripción = product.name
    Cantidad = line.quantity
    Precio = line.price
    Dto. = line.percent
    Importe = line.net
    Provincia = client.dept = region
    Forma de pago = order.payment
    `,
  ),
  fixture(
    'Italian orders',
    'fr',
    'line',
    `
    Num. ordine = order.no
    Data ordine = order.date
    Cod. cliente = client.code
    Ragione sociale = client.firm
    Articolo = product.code
    Descrizione = product.name
    Q.tà = line.quantity
    Prezzo unitario = line.price
    Sconto = line.percent
    Imponibile = line.net
    Città = client.city
    `,
  ),
  fixture(
    'parentheses and paths',
    'fr',
    'line',
    `
    Commande (n°) = order.no
    Date (commande) = order.date
    Client (code) = client.code
    Client/Nom = client.name
    Article/Référence = product.code
    Article/Libellé = product.name
    Quantité (pièces) = line.quantity
    Prix de vente (€ HT) = line.price
    Montant ligne (€ HT) = line.net
    Adresse par défaut/Ville = client.city
    `,
  ),
  fixture(
    'letters for headers',
    'fr',
    'line',
    `
    A = order.no
    B = order.date
    C = client.code
    D = client.email
    E = product.code
    F = product.name
    G = line.quantity
    H = line.price
    I = line.net
    J = client.region
    `,
  ),
  fixture(
    'numbered columns',
    'iso',
    'order',
    `
    col1 = order.date
    col2 = client.email
    col3 = client.name
    col4 = order.net = amount
    col5 = client.country
    col6 = order.payment
    col7 = order.statusEn
    `,
  ),
  fixture(
    'marketplace',
    'iso',
    'line',
    `
    purchase-date = order.stamp
    merchant-order-id = order.ref
    buyer-email = client.email
    buyer-name = client.name
    sku = product.code
    item-title = product.name
    quantity-purchased = line.quantity
    item-unit-price = line.price
    item-subtotal = line.net = amount
    ship-date = order.later = -
    ship-city = client.city
    ship-country = client.iso
    `,
  ),
  fixture(
    'association',
    'fr',
    'order',
    `
    N° adhérent = client.code
    Nom et prénom = client.upper
    Date du don = order.date
    Montant du don = order.net
    Mode de versement = order.payment
    Reçu n° = order.no
    Courriel adhérent = client.email
    `,
  ),
  fixture(
    'customer list, French',
    'fr',
    'client',
    `
    Réf. = client.code = customer_id
    Civilité = client.sexe = -
    Nom = client.last
    Prénom = client.first = -
    Adr. mail = client.email
    Tél. port. = client.phone
    Adresse 1 = client.address = -
    C.P. = client.cp
    Localité = client.city
    Dépt = client.deptCode
    Né(e) le = client.birth
    Client depuis le = client.signup
    CA cumulé = client.spent
    Nb cdes = client.orders
    Dern. achat = client.lastOrder
    Origine = client.source
    `,
  ),
  fixture(
    'customer list, English',
    'iso',
    'client',
    `
    Id = client.num = customer_id
    Full Name = client.name
    E-mail = client.email
    Mobile No. = client.intl
    Town = client.city
    Postcode = client.cp
    Country = client.country
    Joined On = client.signup
    D.O.B. = client.birth
    Lifetime Spend = client.spent
    No. of Orders = client.orders
    Last Purchase = client.lastOrder
    Tier = client.tier
    Newsletter = client.optin
    `,
  ),
  fixture(
    'product list',
    'fr',
    'product',
    `
    Code = product.code
    Nom = product.name = product_name
    Gamme = product.family
    Tarif public = product.price
    Prix d'achat HT = product.cost
    Gencod = product.ean = -
    `,
  ),
  fixture(
    'complaints',
    'fr',
    'ticket',
    `
    N° récl. = ticket.id
    Code cli = client.code
    Reçue le = order.date = opened_at
    Clôturée le = order.later = resolved_at
    Motif récl. = ticket.reason
    Délai (j) = ticket.days
    Détail = ticket.text
    Note /5 = score.csat
    `,
  ),
  fixture(
    'subscription invoices',
    'iso',
    'order',
    `
    invoice_num = order.no
    invoiced_on = order.date
    subscriber = client.uuid = customer_id
    subscriber_email = client.email
    plan = product.family = -
    net_total = order.net = amount
    vat_total = order.tax
    gross_total = order.gross = -
    paid_on = order.later = -
    due_on = order.later = -
    `,
  ),
  fixture(
    'dates side by side',
    'fr',
    'order',
    `
    cde = order.no
    créée le = order.date
    expédiée le = order.later = -
    livrée le = order.later = -
    clt = client.code
    total HT = order.net = amount
    TVA = order.tax
    total TTC = order.gross = -
    port = order.shipping
    `,
  ),
  fixture(
    'orders with numbers only',
    'iso',
    'line',
    `
    txn = order.num
    cust = client.num
    prod = product.plain
    ts = order.stamp
    qty = line.quantity
    unit = line.price
    value = line.net
    `,
  ),
  fixture(
    'Dutch shop',
    'de',
    'line',
    `
    Bestelnr = order.no
    Datum = order.date
    Klantnummer = client.code
    Klantnaam = client.name
    Artikel = product.name
    Aantal = line.quantity
    Prijs = line.price
    Bedrag = line.net
    Plaats = client.city
    `,
  ),
  fixture(
    'SAP billing',
    'iso',
    'line',
    `
    VBELN = order.num
    FKDAT = order.date
    KUNNR = client.num
    NAME1 = client.firm
    MATNR = product.plain
    ARKTX = product.name
    FKIMG = line.quantity
    NETWR = line.net
    WAERK = order.currency
    LAND1 = client.iso
    `,
  ),
  fixture(
    'restaurant till',
    'fr',
    'line',
    `
    Num_Note = order.num
    Date_Heure = order.stamp
    Serveur = order.seller
    Plat = product.name
    Cat. = product.family
    Nb = line.quantity
    Prix = line.price
    Total = line.net
    Regl. = order.payment
    `,
  ),
  fixture(
    'campaign contacts',
    'fr',
    'order',
    `
    Id client = client.code
    Adresse électronique = client.email
    Envoyé le = order.date = sent_date
    Groupe T/C = order.group
    A ouvert = flag.zero = response
    Opération = order.coupon = campaign
    `,
  ),
  fixture(
    'survey',
    'fr',
    'ticket',
    `
    Répondant = client.code = customer_id
    Date réponse enquête = order.date
    Sur une échelle de 0 à 10, recommanderiez-vous = score.nps
    Satisfaction globale (1-5) = score.csat
    Commentaire libre = ticket.text
    Dépt = client.deptCode
    `,
  ),
  fixture(
    'wholesaler',
    'fr',
    'line',
    `
    Pièce = order.no
    Dt pièce = order.date
    Cpte client = client.code
    Rais. soc. = client.firm
    Ref prod = product.code
    Desig. prod = product.name
    S/Famille = product.family
    Qt livrée = line.quantity
    Px net = line.price
    Mt HT = line.net
    Marge = line.margin
    PRU = line.cost
    Zone = client.region
    `,
  ),
  fixture(
    'web analytics orders',
    'iso',
    'order',
    `
    transactionId = order.ref
    visitTime = order.stamp
    userId = client.uuid
    channelGrouping = client.source = acquisition_source
    transactionRevenue = order.total
    transactionTax = order.tax
    transactionShipping = order.shipping
    country = client.country
    `,
  ),
];

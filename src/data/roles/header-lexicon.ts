/**
 * Words and abbreviations of headers by what they stand for: French and English first, then German, Spanish, Italian and
 * Dutch, in the form that `headerKey` gives. A word may stand for two things (`nombre`: how many, or a name); the values
 * settle which. A list of words, and therefore long: there is no logic here.
 */
export const conceptWords = {
  client: `client clients cli clt clte tiers adh adherent adherents abonne acheteur customer customers buyer cust member
    membre user utilisateur account compte donor donateur contact partner partenaire patient shopper household foyer
    kunde kunden kd knd kundin debitor cliente clienti clientes socio klant konto requester beneficiaire usager
    particulier consumer consommateur titulaire acquereur guest sold_to payer carte kunnr subscriber repondant respondent`,
  order: `fact fac fc facture factures cde cmd bc bl commande commandes vente ventes invoice inv order orders ord ticket
    tickets tkt tick piece doc document transaction txn trx trans sale sales purchase achat achats receipt rcpt recu
    panier basket cart bon bestellung bestell best auftrag auftrags auftr rechnung rechnungs rech rg beleg belegs pedido
    factura venta compra albaran ordine ord fattura scontrino vendita acquisto bestelling factuur documento documenti so po caisse passage
    reservation booking deal opportunity affaire devis vbeln kauf buchung vorgang invoiced ordered purchased sold facturee
    commandee achete issue issued emise emission`,
  product: `art article articles prd prod produit produits product products sku item items artikel artikels produkt ware
    waren articulo producto articolo prodotto prodotti modele model reference_produit lineitem matnr plu gencod livre
    title titre menu plat prestation presta service`,
  line: `ligne lignes line lines lig position pos posten linea riga row rows record`,
  complaint: `reclamation reclam recl sav plainte incident dossier case claim complaint demande request issue ticket
    beschwerde reclamo reclamacion`,
  campaign: `campagne campaign mailing operation ope promo promotion coupon aktion campana campagna newsletter emailing`,
  store: `magasin mag boutique store shop pdv pv agence filiale succursale tienda negozio punto_vendita laden markt depot
    site outlet warehouse lager winkel etablissement`,
  seller: `vendeur vendeurs vendeuse seller salesperson salesrep rep commercial representant conseiller owner staff
    employee employe agent vertreter verkaufer mitarbeiter vendedor comercial venditore agente caissier cashier clerk
    operateur collaborateur serveur charge_affaires verkoper vertegenwoordiger rappresentante
    sachbearbeiter`,
  supplier: `fournisseur supplier lieferant proveedor fornitore four frs vendor`,
  id: `id ids cd cod cde code codes no nr num numero number ref refs reference identifiant ident key cle matricule mat
    nummer kennung codigo clave codice numer uuid guid barcode ean ean13 gtin upc kz`,
  name: `lib libelle libelles des desig designation nom noms nm name names intitule intit int description descr desc title
    titre label denomination bezeichnung bez benennung nombre descripcion nombres nome descrizione descrip
    raison_sociale rs full_name omschrijving naam text texte art_txt arktx maktx name1 ragione_sociale razon_social`,
  firstname: `prenom firstname first_name vorname given_name`,
  date: `date dates dat dt dte datum fecha data ts datetime timestamp day jour tag dia giorno at on le when horodatage
    zeitpunkt fkdat audat erdat`,
  time: `time heure heures hour zeit uhrzeit hora ora hh minute minutes min seconde duree duration`,
  month: `mois month monat mes mese annee an year jahr ano anno semaine week trimestre quarter periode period millesime`,
  amount: `mt mnt mtt mont montant montants amount amt total totaux tot totale ca revenue revenu revenues valeur val
    value betrag betr summe umsatz gesamt gesamtpreis gesamtbetrag importe imp importo ammontare totaal bedrag net netto
    turnover encaisse encaissement paye paid regle spend depense ext extended sales subtotal
    netwr ventas fatturato imponibile imponible facturacion solde payment_amount total_general`,
  quantity: `qt qte qtes quantite quantites qty qtty quant quantity menge anzahl stk stuck cantidad cant uds unidades
    quantita qta pezzi pz aantal units pieces pcs items articles nbre volume fkimg kwmeng unites pce vendus sold`,
  count: `nb nbr nbre nombre count cnt combien anz number_of frequence freq frequency`,
  price: `prix px pu price prices tarif tarifs preis einzelpreis stuckpreis vk precio prec pvp prezzo prz listino prijs
    unitprice puht puttc pv rate retail cours`,
  unit: `unit unitaire unitaires unite u each einzel unitario uvp per`,
  cost: `cout couts cost costs cogs pa pr pru revient kosten ek einkauf einkaufspreis coste costo pamp cmup achat_prix
    wareneinsatz`,
  purchase: `achat purchase einkauf`,
  margin: `marge marges margin margins benefice profit gewinn marge_brute db deckungsbeitrag margen margine guadagno`,
  discount: `rem remise remises discount discounts disc rabais ristourne reduction reduc rabatt descuento dto desc sconto
    sc nachlass korting escompte abattement`,
  tax: `tva tax taxes taxe vat mwst ust steuer iva impuesto imposta btw gst`,
  shipping: `port fdp frais_port livraison shipping ship freight fret delivery versand versandkosten porto envio portes
    spedizione trasporto transport expedition envois verzendkosten`,
  fees: `frais cost fee charges kosten gastos spese`,
  family: `fam sfam famille familles ssfam categorie categories category cat rayon ray univers gamme groupe_article
    collection gruppe warengruppe warengr wgr kategorie matkl familia categoria seccion reparto gruppo sousfamille
    sous_famille segment_produit department dept marque brand`,
  group: `groupe group segment seg type types typ nature profil classe class tier statut_client categorie_client tipo
    typologie kundengruppe`,
  region: `dept dpt dep departement departements region regions reg zone secteur territoire territory province prov
    bundesland gebiet provincia regione canton kanton county state landkreis`,
  city: `ville villes city town commune localite stadt ort wohnort ciudad poblacion localidad citta comune plaats
    stad ort01`,
  postcode: `cp codepostal postcode postal zip zipcode plz postleitzahl cap cpostal codpostal pstlz`,
  country: `pays country countries land pais paese nazione nation land1`,
  address: `adresse address addr rue street strasse direccion calle indirizzo via adr voie address1 address2 stras`,
  email: `email mail mails courriel emails correo e_mail adr_mail adresse_electronique`,
  phone: `tel telephone phone mobile portable gsm telefon handy telefono movil cellulare telefoon tele fixe port_tel`,
  channel: `canal canaux channel chan kanal vertriebsweg canale origine_vente plateforme platform marketplace`,
  status: `statut statuts status etat etats stat stage etape stato estado zustand bestellstatus`,
  payment: `paiement payment pay reglement regl rglt mode_reglement moyen tender zahlung zahlart zahlungsart
    zahlungsweise pago formapago pagamento betaling betaal bezahlung mop cb`,
  method: `mode moyen method methode means art weise wijze forma modo way type`,
  currency: `devise dev monnaie currency curr cur wahrung waehrung moneda divisa valuta waerk waers`,
  source: `source sources origine provenance origin herkunft origen origine_client acquisition quelle fuente fonte lead
    parrainage_source attribution`,
  birth: `naissance naiss nais ne nee birth birthday dob ddn geburt geburts geburtsdatum nacimiento nascita age alter`,
  creation: `creation crea cree anlage alta created enregistrement`,
  signup: `inscription inscr signup registration registered since depuis adhesion ouverture_compte entree anmeldung
    registro iscrizione joined`,
  last: `dern dernier derniere last letzte letzter ultimo ultima recent max`,
  first: `premier premiere prem first erste erster primero primera primo prima min`,
  cumulative: `cumul cumule cumulee lifetime ltv clv cum annuel annual vie`,
  delivery: `liv livr livree livrees livraison delivery delivered deliv expedition exped expedie envoi ship shipped shipping dispatch
    lieferung liefer versand entrega envio consegna spedizione dest destinataire lieferdatum versanddatum deliver
    fulfilled fulfillment`,
  billing: `billing bill facturation facturacion fatturazione bill_to principal default adresse_facturation`,
  due: `echeance ech due expiry expiration validite faelligkeit fallig vencimiento scadenza prevue prevu planned
    estimated estimee souhaitee limite debut fin start end begin`,
  update: `maj modif modification modifie updated update upd modified geandert aenderung change changed export extraction
    import sync modificacion`,
  cancel: `annulation annule annulee cancelled canceled cancel storno cancelacion refunded_at retour retours return
    returned`,
  paid: `paiement reglement payment paid paye zahlung pago pagamento encaissement`,
  sent: `envoi envoye sent send mailed mailing gesendet emailing diffusion`,
  opened: `ouverture ouvert open opened reclamation depot declaration recue received reception`,
  closed: `cloture resolution resolu resolue ferme fermeture closed resolved solved close completed traitement
    erledigt`,
  delay: `delai delais duree duration sla`,
  reason: `motif motifs raison reason cause objet sujet subject grund motivo`,
  comment: `commentaire commentaires comment comments verbatim remarque remarques note notes observation observations obs
    bemerkung comentario nota feedback memo`,
  score: `note score notation rating satisfaction csat avis etoiles zufriedenheit satisfaccion`,
  nps: `nps recommandation recommendation recommander`,
  consent: `optin opt_in consent consentement rgpd newsletter accord einwilligung`,
  loyalty: `fidelite fid loyalty points encarte treue`,
  refund: `remb remboursement rembourse refund refunded avoir gutschrift reembolso rimborso`,
  referrer: `parrain parrainage filleul sponsor referrer referral`,
  rate: `taux pct percent pourcent pourcentage rate satz`,
  excluded: `siret siren naf ape tva_intra longitude latitude lat lon long lng gps coordonnee coordonnees url image photo poids weight stock lot serie
    serial version civilite sexe gender genre anrede sesso sexo iban bic fax ip user_agent fonction job poste
    unite_mesure uom tracking colis date_valeur value_date wertstellung langue language lang locale sprache idioma
    lingua taal timezone time_zone fuseau cif nif partita_iva piva ustid`,
  gross: `ttc gross brut brutto bruto lordo incl including comprises toutes`,
  neutral: `ht base eur euro euros usd chf utc inc excl de du des la le les l d the of en et a au aux par pour in to
    for by and or y e con sur di del della dello el los las der die das des von zu am im op van excluding tax
    hors toute net nette netto neto der dt local full total_line ext client_interne the`,
} as const;

/** What a word of a header may stand for. */
export type Concept = keyof typeof conceptWords;

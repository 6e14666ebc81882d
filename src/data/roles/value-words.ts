/**
 * Words that values are recognised by, without accents, spaces and signs (`plainWord`). Lists, and therefore long: there is
 * no logic here.
 */
export const valueWords = {
  /** French departments, states of the USA, and what comes up most abroad; the French regions are in `french-regions.ts`. */
  region: `ain aisne allier alpesdehauteprovence hautesalpes alpesmaritimes
    ardeche ardennes ariege aube aude aveyron bouchesdurhone calvados cantal charente charentemaritime cher correze
    corsedusud hautecorse cotedor cotesdarmor creuse dordogne doubs drome eure eureetloir finistere gard hautegaronne gers
    gironde herault illeetvilaine indre indreetloire isere jura landes loiretcher loire hauteloire loireatlantique loiret
    lot lotetgaronne lozere maineetloire manche marne hautemarne mayenne meurtheetmoselle meuse morbihan moselle nievre
    nord oise orne pasdecalais puydedome pyreneesatlantiques hautespyrenees pyreneesorientales basrhin hautrhin rhone
    hautesaone saoneetloire sarthe savoie hautesavoie seinemaritime seineetmarne yvelines deuxsevres somme tarn
    tarnetgaronne var vaucluse vendee vienne hautevienne vosges yonne territoiredebelfort essonne hautsdeseine
    seinesaintdenis valdemarne valdoise sud est ouest nordest nordouest sudest sudouest north south east west central
    northeast northwest southeast southwest norte sur este oeste norden suden osten westen ost mitte badenwurttemberg
    bayern berlin brandenburg bremen hamburg hessen mecklenburgvorpommern niedersachsen nordrheinwestfalen nrw
    rheinlandpfalz saarland sachsen sachsenanhalt schleswigholstein thuringen andalucia aragon asturias cataluna canarias
    cantabria castillayleon castillalamancha extremadura galicia madrid murcia navarra paisvasco valencia larioja
    lombardia lazio campania sicilia veneto piemonte puglia emiliaromagna toscana calabria sardegna liguria marche abruzzo
    friuliveneziagiulia trentinoaltoadige umbria basilicata molise england scotland wales northernireland wallonie flandre
    flandres bruxelles hainaut namur liege vaud geneve valais fribourg neuchatel zurich bern aargau california texas
    florida newyork illinois pennsylvania ohio georgia michigan washington virginia ontario quebec britishcolumbia alberta
    al ak az ar ca co ct de fl ga hi id il in ia ks ky la me md ma mi mn ms mo mt ne nv nh nj nm ny nc nd oh ok or pa ri
    sc sd tn tx ut vt va wa wv wi wy emea apac latam dach benelux nordics northamerica europe asia`,
  country: `france belgique belgium belgien suisse switzerland schweiz allemagne germany deutschland espagne spain espana
    italie italy italia portugal royaumeuni unitedkingdom uk greatbritain grandebretagne england irlande ireland eire
    paysbas netherlands nederland hollande luxembourg autriche austria osterreich danemark denmark suede sweden norvege
    norway finlande finland pologne poland polen republiquetcheque czechrepublic hongrie hungary grece greece roumanie
    romania bulgarie bulgaria croatie croatia slovenie slovenia slovaquie slovakia estonie estonia lettonie latvia
    lituanie lithuania malte malta chypre cyprus islande iceland etatsunis unitedstates usa unitedstatesofamerica canada
    mexique mexico bresil brazil argentine argentina chili chile colombie colombia perou peru maroc morocco algerie
    algeria tunisie tunisia senegal cotedivoire cameroun egypte egypt afriquedusud southafrica rsa turquie turkey israel
    liban lebanon arabiesaoudite saudiarabia emiratsarabesunis unitedarabemirates inde india chine china japon japan
    coreedusud southkorea singapour singapore hongkong thailande thailand vietnam indonesie indonesia australie australia
    nouvellezelande newzealand russie russia ukraine monaco channelislands europeancommunity unspecified bahrain`,
  city: `paris lyon marseille toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims saintetienne stetienne
    toulon lehavre grenoble dijon angers nimes villeurbanne clermontferrand lemans aixenprovence brest tours amiens
    limoges annecy perpignan metz besancon orleans rouen mulhouse caen nancy argenteuil montreuil saintdenis roubaix
    tourcoing dunkerque avignon poitiers versailles courbevoie creteil pau cannes antibes colmar bourges quimper valence
    larochelle lorient vannes calais beziers troyes chambery niort bayonne beauvais cholet arras albi macon evry blois
    londres london manchester birmingham leeds glasgow liverpool bristol edinburgh dublin bruxelles brussels anvers liege
    gand namur charleroi geneve geneva lausanne zurich bale bern berne berlin hamburg munchen munich koln cologne
    frankfurt stuttgart dusseldorf dortmund essen leipzig bremen dresden hannover nurnberg madrid barcelona valencia
    sevilla zaragoza malaga bilbao murcia roma rome milano milan napoli torino turin palermo genova bologna firenze
    florence venezia verona bari amsterdam rotterdam utrecht denhaag eindhoven lisboa porto wien vienna graz salzburg
    newyork newyorkcity losangeles chicago houston philadelphia phoenix sanantonio sandiego dallas sanjose austin
    seattle denver boston detroit atlanta miami portland toronto montreal vancouver quebec casablanca tunis dakar`,
  status: `paye payee payer paid partiallypaid annule annulee cancelled canceled rembourse remboursee refunded
    partiallyrefunded enattente pending encours enpreparation preparation expedie expediee shipped livre livree delivered
    complete completed processing termine terminee confirme confirmee confirmed draft brouillon devis sale sent done open
    closed closedwon closedlost won lost gagne perdu failed echec echoue facture facturee invoiced fulfilled unfulfilled
    partial voided authorized onhold valide validee accepte acceptee refuse refusee retourne retournee returned solde
    impaye impayee bezahlt storniert offen versandt versendet geliefert abgeschlossen inbearbeitung pagado pagada
    cancelado cancelada enviado entregado pendiente completado pagato annullato spedito consegnato inattesa evaso
    paiementaccepte preparationencours qualification prospecting negotiation proposal payment refund new nouveau nouvelle
    traite traitee resolu resolue ouvert ferme approved declined disputed wccompleted wcprocessing`,
  payment: `cb carte cartebancaire cartebleue cartedecredit cartecadeau visa mastercard amex americanexpress cheque cheques
    especes espece virement virementbancaire paypal prelevement cash card creditcard debitcard debit banktransfer giftcard
    applepay googlepay stripe klarna tpe ticketrestaurant titresrestaurant uberweisung rechnung lastschrift kreditkarte
    bar eckarte vorkasse girocard tarjeta efectivo transferencia contanti bonifico carta bancomat lcr traite wire check
    electroniccheck mailedcheck banktransferautomatic creditcardautomatic ideal bancontact sepa alma avoir voucher
    paiementparcarte paiementenligne shopifypayments`,
  channel: `web siteweb site siteinternet internet enligne online eshop ecommerce boutique boutiqueenligne magasin magasins
    store instore shop telephone phone tel mobile app application appli marketplace amazon ebay cdiscount fnac catalogue
    catalog email courriel courrier salon drive pos pointofsale retail wholesale clickandcollect clickcollect revendeur
    agence comptoir caisse vpc reseau direct directsales partner distributeur filiale laden onlineshop tienda tiendaonline
    negozio sito shopifydraftorder`,
  source: `google googleads adwords facebook instagram tiktok linkedin twitter youtube seo sea sem parrainage
    boucheaoreille newsletter salon publicite pub presse radio tv flyer referral organic organicsearch directtraffic
    paidsearch paidsocial social socialmedia reseauxsociaux affiliation affiliate emailing emailmarketing display
    partenaire partenariat prospection teleprospection recommandation evenement event web siteweb coldcall tradeshow
    wordofmouth purchasedlist partnerreferral offlinesources direct organicgoogle`,
  customerType: `particulier particuliers pro pros professionnel professionnels entreprise entreprises b2b b2c consumer
    corporate homeoffice vip gold silver bronze platinum premium standard nouveau fidele fideles prospect client
    association associations administration collectivite grossiste revendeur retail new returning existing lead subscriber
    customer opportunity artisan commercant privat geschaftskunde privatkunde individual company business individuel
    smb enterprise tpe pme eti ge marketingqualifiedlead salesqualifiedlead evangelist occasionnel regulier privato
    azienda particular empresa student senior etudiant`,
  salutation: `m mr mme mlle mm monsieur madame mademoiselle messieurs mesdames mrs ms miss mx dr me maitre herr frau firma senor
    senora sr sra srta signor signora sig dhr mevr mevrouw heer`,
  testGroup: `test tests control controle ctrl temoin temoins groupetest groupetemoin groupecontrole treatment traite a b
    groupea groupeb variant variante exposed expose holdout groupetestee`,
  currency: `eur usd gbp chf cad jpy aud nzd sek nok dkk pln czk huf ron mad tnd dzd xof xaf cny inr brl mxn try zar hkd sgd
    euro euros dollar dollars`,
  firstName: `jean pierre michel andre philippe rene louis alain jacques bernard marcel daniel roger robert paul claude
    christian henri georges nicolas francois laurent thierry david julien thomas alexandre antoine vincent olivier pascal
    stephane eric christophe patrick marc guillaume sebastien frederic maxime kevin hugo lucas leo gabriel arthur adam
    raphael nathan enzo mathis theo matheo quentin romain benjamin mathieu jerome damien fabien cedric yann yves gilles
    serge didier dominique bruno marie jeanne francoise monique catherine nathalie isabelle sylvie anne valerie sandrine
    christine veronique celine stephanie sophie aurelie julie emilie camille lea manon chloe emma ines jade louise alice
    zoe sarah laura pauline mathilde lucie juliette charlotte clara eva margaux elodie melanie audrey virginie delphine
    caroline helene florence brigitte martine nicole jacqueline simone odile yvette agnes fatima mohamed karim samira
    nadia yasmine amina john james robert william richard joseph charles mary patricia jennifer linda elizabeth barbara
    susan jessica karen nancy lisa betty margaret sandra ashley kimberly emily donna michelle carol amanda melissa deborah
    george kenneth steven edward brian ronald anthony jason matthew gary timothy jeffrey ryan jacob hans peter klaus
    jurgen stefan andreas thomas wolfgang uwe monika ursula sabine petra anna lena lukas jonas felix maria jose antonio
    manuel francisco juan javier carmen ana isabel pilar lucia giuseppe giovanni luca marco francesca giulia chiara sofia
    alessandro matteo lorenzo elena jan piet sven erik lars ingrid claire brion bob max oscar noah liam oliver amelia`,
  company: `sarl sas sasu eurl sa sci snc scop ets etablissements cabinet groupe societe gmbh ag kg ohg ug ltd limited inc llc
    corp corporation plc bv nv srl spa sl sau sprl asbl company co et fils freres associes association mairie commune
    restaurant boulangerie garage pharmacie hotel atelier atelierde transports solutions services consulting industries
    group holding`,
} as const;

/** Two-letter country codes, ISO 3166-1, without those that are mostly something else. */
export const countryCodes = new Set(
  `AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY
    CZ DE DJ DK DO DZ EC EE EG ES ET FI FJ FR GA GB GE GF GH GM GN GP GQ GR GT GW GY HK HN HR HT HU ID IE IL IN IQ IR IS IT
    JM JO JP KE KG KH KM KR KW KZ LA LB LI LK LR LS LT LU LV LY MA MC MD ME MG MK ML MM MN MQ MR MT MU MV MW MX MY MZ NA NC
    NE NG NI NL NO NP NZ OM PA PE PF PG PH PK PL PR PS PT PY QA RE RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SV SY
    SZ TD TG TH TJ TM TN TR TT TW TZ UA UG UK US UY UZ VA VE VN YE YT ZA ZM ZW EIRE USA RSA FRA DEU GBR ESP ITA BEL CHE NLD`.split(
    /\s+/,
  ),
);

/** French departments by their code. */
export const departmentCode = /^(?:0?[1-9]|[1-8]\d|9[0-5]|2[ABab]|97[1-6])$/;

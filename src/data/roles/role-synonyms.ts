/**
 * Headers that name each role, French, English and of well-known exports, in the form that `headerKey` gives: lower case,
 * no accents, words joined by `_`. The first are the most telling. A list of words, and therefore long: there is no logic here.
 */
export const roleSynonyms = {
  customer_id: `
    customer_id customerid cust_id customer_no customer_number customer_code customer_key customer_unique_id
    client_id clientid id_client id_clients code_client no_client num_client numero_client numclient
    codeclient client_no ref_client reference_client matricule_client id_customer user_id userid
    id_utilisateur utilisateur_id customer_user account_id accountid account_number account_no id_compte
    compte_client compte_tiers no_compte_tiers code_tiers id_tiers ct_num do_tiers partner_id partner_id_id
    partner_id_external_id contact_id record_id buyer_id member_id id_membre no_adherent adherent_id
    no_carte carte_fidelite_no loyalty_id card_number customer_reference_id shopper_id household_key
    id_abonne subscriber_id num_cli cod_cli cli_id idcli
  `,
  customer_name: `
    customer_name customer client client_name nom_client nom_du_client raison_sociale raisonsociale societe
    entreprise company company_name account_name billing_name full_name fullname name nom nom_complet
    nom_prenom prenom_nom nom_et_prenom contact_name first_name last_name prenom firstname lastname surname
    customer_description buyer_name card_name ct_intitule intitule_client partner_name customer_full_name
    intitule denomination denomination_sociale nom_commercial razon_social nombre_fiscal ragione_sociale
    denominazione firmenname bedrijfsnaam
  `,
  email: `
    email e_mail mail email_address e_mail_address adresse_email adresse_mail adresse_e_mail courriel
    customer_email billing_email contact_email email_client mail_client user_email email_1 email_principal
    order_email ct_email buyer_email e_mail_client
  `,
  phone: `
    phone phone_number telephone tel no_tel no_telephone numero_de_telephone num_tel mobile mobile_phone
    portable gsm tel_portable tel_mobile tel_fixe billing_phone customer_phone contact_phone cell
    ct_telephone telephone_1 sms
  `,
  order_id: `
    order_id orderid order_no order_number order order_ref order_reference order_key id_order id_commande
    commande_id no_commande no_de_commande num_commande numero_commande numero_de_commande commande
    ref_commande reference_commande reference_de_la_commande invoice invoice_no invoiceno invoice_id
    invoice_number no_facture numero_facture num_facture facture id_facture facture_id ref_facture no_piece
    numero_piece piece do_piece transaction_id id_transaction no_transaction no_ticket ticket_de_caisse
    no_ticket_caisse receipt_no receipt_number receipt_id basket_id panier_id sales_order so_number
    payment_id payment_intent_id charge_id opportunity_id deal_id bon_de_commande no_bon sale_id id_vente
    no_vente
  `,
  order_date: `
    order_date orderdate date_order date_commande date_de_commande date_de_la_commande commande_le date_cde
    invoice_date invoicedate date_facture date_de_facture date_facturation date_piece do_date date_achat
    date_d_achat purchase_date order_purchase_timestamp date_vente date_de_vente date_transaction
    transaction_date transaction_datetime date datetime timestamp jour created_at created created_utc
    created_date created_date_utc date_creation date_de_creation create_date date_created date_add paid_at
    date_paiement date_reglement payment_date close_date closed_date date_cloture sale_date sold_at
    order_created_at order_time date_heure horodatage date_ticket date_operation date_d_operation
  `,
  amount: `
    amount montant total grand_total ca chiffre_affaires chiffre_d_affaires revenue revenu net_revenue n_revenue
    total_revenue sales net_sales gross_sales ventes vente total_ht total_ttc montant_ht montant_ttc
    montant_net montant_total mt_ht mt_ttc total_amount order_total order_amount total_commande total_paid
    total_paye total_paid_tax_incl total_paid_tax_excl total_paid_real total_price total_price_tax_incl
    total_price_tax_excl prix_total line_total total_ligne item_total line_amount sous_total subtotal
    sub_total price_subtotal price_total amount_total amount_untaxed untaxed_amount montant_hors_taxes
    do_totalht do_totalttc dl_montantht dl_montantttc converted_amount net_amount gross_amount turnover
    spend spending payment_value valeur valeur_commande order_value deal_amount amount_in_company_currency
    prix_ttc_total ca_ht ca_ttc encaissement recette total_charges monthly_charges mrr abonnement_mensuel
  `,
  quantity: `
    quantity qty qte quantite quantites qte_commandee quantite_commandee qte_vendue nb_articles
    nombre_articles nombre_d_articles items_sold item_quantity lineitem_quantity product_quantity
    product_uom_qty qty_ordered qty_delivered ordered_qty quantity_sold units units_sold nb_unites unites
    dl_qte nb nombre volume count order_item_qty quantity_ordered quantityordered no_of_items
  `,
  unit_price: `
    unit_price unitprice price_unit prix_unitaire prix_u pu pu_ht pu_ttc puht puttc prix price prix_ht
    prix_ttc prix_vente prix_de_vente item_price lineitem_price product_price price_each priceeach
    selling_price sale_price list_price tarif prix_catalogue dl_prixunitaire dl_puttc unit_price_tax_incl
    unit_price_tax_excl avg_price prix_net unit_amount
  `,
  discount: `
    discount discounts discount_amount lineitem_discount order_discount cart_discount total_discounts remise
    remises remise_pct taux_remise taux_de_remise remise_montant rabais ristourne reduction reductions
    promo_amount coupon_amount discount_pct discount_percent discount_rate price_discount rem escompte
    coupon_discount discount_total
  `,
  tax: `
    tax taxes vat tva montant_tva total_tva tax_amount order_tax total_tax amount_tax cart_tax shipping_tax
    taux_tva tva_20 sales_tax taxe taxes_total tax_total total_taxes vat_amount
  `,
  shipping: `
    shipping shipping_cost shipping_total shipping_amount order_shipping total_shipping frais_de_port
    frais_port port livraison frais_livraison frais_de_livraison freight freight_value delivery_fee
    delivery_cost cout_livraison shipping_fee shipping_price total_shipping_tax_incl
  `,
  unit_cost: `
    unit_cost cost cogs cost_price cost_per_item item_cost product_cost standard_price wholesale_price
    purchase_price prix_achat prix_d_achat prix_de_revient pr pa pa_ht cout cout_unitaire cout_achat
    cout_marchandises cout_des_marchandises cout_revient dl_prixru purchase_cost landed_cost variant_cost
    cmup pamp
  `,
  margin: `
    margin marge marge_brute marge_nette marge_ht gross_margin gross_profit profit net_profit benefice
    contribution contribution_margin marge_sur_cout_variable mcv resultat marge_euros marge_eur
    montant_marge marge_commerciale
  `,
  product_id: `
    product_id productid product_code product_no product_ref sku lineitem_sku item_sku variant_sku
    stock_code stockcode code_article codearticle ref_article reference_article article_id id_article
    id_produit code_produit ref_produit reference_produit reference_interne default_code internal_reference
    ar_ref item_code item_id ean ean13 gtin upc barcode code_barre code_barres asin variation_id id_product
    product_reference product_ean13 plu code
  `,
  product_name: `
    product product_name products product_s produit produits nom_produit nom_du_produit libelle
    libelle_produit libelle_article designation designation_article article articles nom_article item
    item_name lineitem_name order_item_name description description_article product_title
    product_description title titre dl_design ar_design product_template order_line_product_id
    order_line_product product_id_name product_variant
  `,
  category: `
    category categorie categories famille famille_article famille_produit sous_famille sub_category
    subcategory sous_categorie product_category product_type type_produit type_de_produit rayon univers
    gamme ligne_produit department departement_produit collection group product_group groupe_produit
    categ_id fa_codefamille segment_produit vendor marque brand product_line productline
  `,
  channel: `
    channel canal canal_vente canal_de_vente sales_channel source_name origine_commande order_source
    plateforme platform marketplace point_de_vente pdv magasin boutique store store_id store_name shop
    id_shop agence location site warehouse caisse terminal device_name team_id equipe_commerciale sales_team
    type_de_vente mode_de_vente canal_contact contact_channel media support via dining_option
  `,
  region: `
    region regions zone secteur secteur_geographique territory territoire departement department_code dept
    state province billing_state shipping_state billing_province shipping_province ct_region code_region
    area county canton nuts2 zone_geographique zone_commerciale
  `,
  city: `
    city ville commune localite town billing_city shipping_city ct_ville municipality customer_city
    ville_client ville_facturation ville_livraison shipping_town city_name nom_commune mailing_city
  `,
  postcode: `
    postcode postal_code postalcode zip zip_code zipcode cp code_postal codepostal billing_zip shipping_zip
    billing_postcode shipping_postcode ct_codepostal mailing_zip code_insee customer_zip_code_prefix
    cp_client mailing_zip_postal_code
  `,
  country: `
    country pays country_code code_pays billing_country shipping_country country_name nation ct_pays
    card_address_country card_issue_country pays_livraison pays_facturation customer_country pays_client
    id_country country_id mailing_country
  `,
  status: `
    status statut etat etat_commande order_status statut_commande financial_status fulfillment_status
    payment_status statut_paiement current_state state_name invoice_status etat_facture stage stage_name
    deal_stage opportunity_stage etape cancelled annule annulee event_type type_piece do_type order_state
    invoice_state
  `,
  payment_method: `
    payment_method payment paiement mode_paiement mode_de_paiement moyen_de_paiement mode_reglement
    mode_de_reglement reglement payment_method_title payment_type type_paiement tender card_brand
    payment_gateway gateway type_de_reglement payment_mode
  `,
  currency: `
    currency devise monnaie currency_code code_devise order_currency id_currency currency_id
    converted_currency unite_monetaire iso_currency do_devise presentment_currency cur symbole_devise
    currency_iso_code
  `,
  acquisition_source: `
    acquisition_channel canal_acquisition canal_d_acquisition source_acquisition acquisition_source origine
    origine_contact origine_du_contact origine_client provenance lead_source original_source first_touch
    utm_source attribution referral_source source how_heard comment_nous_avez_vous_connu traffic_source
    original_traffic_source campagne_origine medium utm_medium
  `,
  signup_date: `
    signup_date date_inscription date_d_inscription inscription registered_at registration_date
    date_enregistrement customer_since client_depuis first_seen created_on member_since date_adhesion
    date_creation_client date_creation_compte account_created date_entree date_premier_contact
    first_contact_date date_registered became_a_customer_date date_entree_relation
  `,
  birth_date: `
    birth_date birthdate birthday date_naissance date_de_naissance date_anniversaire anniversaire dob ddn
    age age_client tranche_age tranche_d_age age_group age_range annee_naissance birth_year ne_le
  `,
  customer_type: `
    customer_type type_client type_de_client segment customer_segment segment_client categorie_client
    customer_group groupe_client customer_tier tier tags statut_client lifecycle_stage b2b b2c b2b_b2c
    particulier_pro nature_client typologie profil forme_juridique industry secteur_activite
    secteur_d_activite
  `,
  salesperson: `
    salesperson sales_person sales_rep vendeur commercial representant charge_de_clientele conseiller owner
    opportunity_owner deal_owner contact_owner account_owner case_owner staff_name staff_id employee employe
    agent representative collaborateur co_no responsable proprietaire charge_d_affaires
  `,
  campaign: `
    campaign campaign_id campaign_name campagne id_campagne code_campagne nom_campagne utm_campaign
    operation code_operation operation_commerciale mailing promo_code code_promo coupon coupons coupon_s
    coupon_code coupon_name code_coupon discount_code used_coupons primary_campaign_source code_action
  `,
  test_group: `
    group groupe test_group groupe_test control temoin groupe_temoin groupe_controle test_control variant
    variante ab_group ab_variant treatment traitement treated bras cell cellule is_control is_test exposed
    expose
  `,
  sent_date: `
    sent_at sent_date send_date date_envoi date_d_envoi envoye_le date_mailing date_contact contact_date
    date_emailing mailed_on delivered_at date_campagne campaign_date date_diffusion launch_date
    date_lancement
  `,
  response: `
    converted conversion converti reponse response responded a_repondu clicked clic clics click opened
    ouvert ouverture opens open_count email_opens purchased acheteur achete a_achete success outcome
    resultat_contact retour
  `,
  ticket_id: `
    ticket_id ticket ticket_number no_ticket_sav numero_ticket id_ticket case_id case_number no_dossier
    dossier numero_dossier reclamation_id no_reclamation id_reclamation complaint_id complaint_no claim_id
    incident_id no_incident demande_id request_id conversation_id issue_id id_plainte
  `,
  opened_at: `
    opened_at ouvert_le date_ouverture date_d_ouverture date_reclamation date_de_reclamation complaint_date
    date_plainte ticket_created_at requested_at date_demande received_at recu_le date_reception date_opened
    opened_date date_incident date_declaration date_time_opened
  `,
  resolved_at: `
    resolved_at resolu_le resolue_le date_resolution date_de_resolution solved_at closed_at cloture_le
    ferme_le date_fermeture date_cloture_ticket resolution_date completed_at date_traitement traite_le
    date_time_closed full_resolution_at termine_le date_reponse first_response_at
  `,
  resolution_time: `
    resolution_time delai_resolution delai_de_resolution delai_resolution_h delai_traitement
    delai_de_traitement delai_reponse delai temps_resolution temps_de_resolution time_to_resolution
    time_to_close full_resolution_time handling_time duree_traitement sla_hours heures_resolution
    jours_resolution
  `,
  complaint_reason: `
    reason motif motif_reclamation motif_de_reclamation motif_plainte complaint_type type_reclamation
    type_de_reclamation issue_type categorie_ticket ticket_category ticket_type subject sujet objet cause
    probleme nature_reclamation nature_incident return_reason motif_retour case_reason
  `,
  satisfaction: `
    satisfaction csat satisfaction_score score_satisfaction note_satisfaction note_de_satisfaction note
    rating stars etoiles review_score avis score evaluation satisfaction_rating customer_satisfaction
    niveau_satisfaction satisfaction_globale note_globale overall_rating
  `,
  nps: `
    nps nps_score net_promoter_score score_nps recommandation recommendation recommanderiez_vous
    probabilite_recommandation likelihood_to_recommend ltr intention_recommandation note_recommandation
    promoter_score q_nps would_recommend recommande note_nps
  `,
  expected: `
    expected expectation expectations attendu attente attentes note_attendue niveau_attendu score_attendu
    attendu_client expected_score expected_service attentes_clients e_score importance_attente souhaite
    niveau_souhaite
  `,
  perceived: `
    perceived perception perceptions percu percue note_percue niveau_percu score_percu percu_client
    perceived_score perceived_service experience vecu ressenti p_score qualite_percue note_obtenue
  `,
  importance: `
    importance weight poids ponderation coefficient coef importance_score note_importance poids_critere
    importance_relative w priorite degre_importance points_alloues relative_importance weighting
  `,
  dimension: `
    dimension critere criteres criterion attribute attribut item_enquete question question_id theme facteur
    axe rubrique aspect servqual_dimension quality_dimension domaine
  `,
  cost_amount: `
    cost_amount cout_total depense depenses spend_amount ad_spend budget budget_depense charge charges
    montant_charge couts frais expense expenses cost_total cac cout_acquisition cout_d_acquisition
    media_spend investissement fee fees frais_bancaires commission
  `,
  cost_type: `
    cost_type type_cout type_de_cout poste poste_de_cout nature_charge nature_de_charge cost_category
    categorie_cout cost_center centre_de_cout expense_type type_depense ligne_budgetaire compte_comptable
    rubrique_cout libelle_charge
  `,
  refund: `
    refund refunded refunded_amount refund_amount amount_refunded converted_amount_refunded
    order_refund_total total_refunded remboursement rembourse montant_rembourse avoir montant_avoir
    credit_note note_de_credit returned retour_montant refunds disputed_amount
  `,
  referrer: `
    referrer referrer_id referred_by parrain id_parrain parraine_par code_parrain sponsor sponsor_id
    parrainage referral referral_id referral_code affiliate affiliate_id apporteur apporteur_affaires
    recommended_by
  `,
  consent: `
    consent optin opt_in optin_email opt_in_email newsletter accepts_marketing accepts_email_marketing
    accepts_sms_marketing consentement consentement_email abonne_newsletter email_opt_in marketing_consent
    rgpd rgpd_ok opt_out has_opted_out_of_email unsubscribed desabonne accepte_pub
  `,
  churned: `
    churn churned is_churned churn_flag churn_label exited attrition attrition_flag perdu client_perdu
    resilie resiliation date_resiliation cancelled_subscription inactif inactive is_active actif left
    attrited canceled_at
  `,
  order_count: `
    order_count orders_count total_orders number_of_orders nb_commandes nombre_commandes nombre_de_commandes
    nb_achats nombre_d_achats nombre_achats purchase_count num_purchases numpurchases frequency frequence
    freq frequence_achat nb_factures transactions_count nb_transactions nombre_de_visites visits
  `,
  total_spent: `
    total_spent total_spend ca_cumule ca_client ca_total ca_12_mois ca_12m ca_n ca_annuel lifetime_spend
    lifetime_revenue ltv clv valeur_vie monetary monetaire montant_cumule cumul_achats depenses_totales
    montant_total_achats total_achats annual_spend total_des_achats
  `,
  last_order_date: `
    last_order_date last_order last_purchase last_purchase_date date_derniere_commande derniere_commande
    date_dernier_achat dernier_achat date_derniere_facture recency recence days_since_last_order
    jours_depuis_dernier_achat last_seen last_activity_date derniere_visite last_invoice_date date_dern_cde
    date_last_order
  `,
  loyalty_card: `
    loyalty_card carte_fidelite carte_de_fidelite porteur_carte loyalty loyalty_member membre_club club
    membre programme_fidelite statut_fidelite niveau_fidelite loyalty_tier loyalty_status points
    points_fidelite points_balance member_status encarte
  `,
  verbatim: `
    verbatim comment comments commentaire commentaires texte text message note_text remarque remarques
    observations transcription transcript feedback avis_texte review review_text review_comment_message body
    contenu customer_note notes description_ticket
  `,
} as const;

import type { CanonicalColumn } from '../core/warehouse.js';
import type { Locale } from './locale.js';
import { defineTexts } from './translate.js';

/** A canonical column in the reader's words, for sentences; any other name is the file's own and stays as it is. */
export function columnName(locale: Locale, column: string): string {
  return new Map(Object.entries(names[locale])).get(column) ?? column;
}

const names = defineTexts<CanonicalColumn>({
  fr: {
    customer_id: 'identifiant client',
    order_id: 'numéro de commande',
    order_date: 'date de commande',
    amount: 'montant',
    quantity: 'quantité',
    unit_price: 'prix unitaire',
    cost: 'coût',
    product_id: 'référence produit',
    product: 'produit',
    category: 'catégorie',
    channel: 'canal de vente',
    region: 'région',
    city: 'ville',
    country: 'pays',
    customer_name: 'nom du client',
    customer_type: 'type de client',
    acquisition_source: 'origine du client',
    signup_date: 'date d’inscription',
    salesperson: 'commercial',
    campaign: 'campagne',
    payment_method: 'mode de règlement',
    status: 'statut de commande',
    loyalty_card: 'carte de fidélité',
  },
  en: {
    customer_id: 'customer ID',
    order_id: 'order number',
    order_date: 'order date',
    amount: 'amount',
    quantity: 'quantity',
    unit_price: 'unit price',
    cost: 'cost',
    product_id: 'product reference',
    product: 'product',
    category: 'category',
    channel: 'sales channel',
    region: 'region',
    city: 'city',
    country: 'country',
    customer_name: 'customer name',
    customer_type: 'customer type',
    acquisition_source: 'customer source',
    signup_date: 'sign-up date',
    salesperson: 'salesperson',
    campaign: 'campaign',
    payment_method: 'payment method',
    status: 'order status',
    loyalty_card: 'loyalty card',
  },
});

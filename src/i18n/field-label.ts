import type { CanonicalColumn } from '../core/warehouse.js';
import type { Locale } from './locale.js';
import { defineTexts } from './translate.js';

/** A field of `sales` in the reader's words; a file's own column keeps its name. */
export function fieldLabel({ locale }: { readonly locale: Locale }, name: string): string {
  const known = fieldTexts[locale];
  return Object.hasOwn(known, name) ? known[name as keyof typeof known] : name;
}

const fieldTexts = defineTexts<CanonicalColumn | 'is_return'>({
  fr: {
    customer_id: 'Client',
    order_id: 'Commande',
    order_date: 'Date de commande',
    amount: 'Montant',
    quantity: 'Quantité',
    unit_price: 'Prix unitaire',
    cost: 'Coût',
    product_id: 'Référence produit',
    product: 'Produit',
    category: 'Catégorie',
    channel: 'Canal',
    region: 'Région',
    city: 'Ville',
    country: 'Pays',
    customer_name: 'Nom du client',
    customer_type: 'Type de client',
    acquisition_source: 'Canal d’acquisition',
    signup_date: 'Date d’inscription',
    salesperson: 'Commercial',
    campaign: 'Campagne',
    payment_method: 'Mode de règlement',
    status: 'Statut',
    loyalty_card: 'Carte de fidélité',
    is_return: 'Retour',
  },
  en: {
    customer_id: 'Customer',
    order_id: 'Order',
    order_date: 'Order date',
    amount: 'Amount',
    quantity: 'Quantity',
    unit_price: 'Unit price',
    cost: 'Cost',
    product_id: 'Product code',
    product: 'Product',
    category: 'Category',
    channel: 'Channel',
    region: 'Region',
    city: 'City',
    country: 'Country',
    customer_name: 'Customer name',
    customer_type: 'Customer type',
    acquisition_source: 'Acquisition channel',
    signup_date: 'Sign-up date',
    salesperson: 'Salesperson',
    campaign: 'Campaign',
    payment_method: 'Payment method',
    status: 'Status',
    loyalty_card: 'Loyalty card',
    is_return: 'Return',
  },
});

import { readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { planColumns } from '../../src/data/columns.js';
import { asText, openFile } from '../../src/data/open.js';
import type { Role } from '../../src/data/roles/roles.js';
import { hasReference, referencePath } from '../support/shared.js';

/** The roles of each reference file, read off its columns by hand. What is not named has none. */
const wanted: Readonly<Record<string, Readonly<Record<string, Role>>>> = {
  'apparel/apparel_static_cov.csv': { Id: 'customer_id', Channel: 'channel' },
  'apparel/apparel_transactions.csv': { Id: 'customer_id', Date: 'order_date', Price: 'amount' },
  'cdnow/cdnow_sample_btyd_cbs.csv': { id: 'customer_id' },
  'cdnow/cdnow_sample_summary_lifetimes.csv': { ID: 'customer_id' },
  'cdnow/cdnow_sample_transactions.csv': {
    customer_id: 'customer_id',
    date: 'order_date',
    cds: 'quantity',
    amount: 'amount',
  },
  'contractual/sbg_survival.csv': {},
  'donations/donations.csv': { frequency: 'order_count' },
  'donations/donations_bgbb_rf_matrix.csv': {},
  'ecsi/mobi_ecsi.csv': {},
  'fr/hdv2003_insee.csv': { id: 'customer_id', age: 'birth_date', poids: 'importance' },
  'fr/tea_survey.csv': { age: 'birth_date' },
  'fr/ventes_dec2010_fr_utf8.csv': {
    'N° facture': 'order_id',
    'Référence article': 'product_id',
    Libellé: 'product_name',
    Quantité: 'quantity',
    'Date de facture': 'order_date',
    'Prix unitaire (€)': 'unit_price',
    'Code client': 'customer_id',
    Pays: 'country',
  },
  'groceries/groceries_item_hierarchy.csv': { labels: 'product_name' },
  'groceries/groceries_long.csv': { basket_id: 'order_id', item: 'product_name' },
  'online_retail/online_retail_2010_2011.csv.gz': {
    invoice_no: 'order_id',
    stock_code: 'product_id',
    description: 'product_name',
    quantity: 'quantity',
    invoice_date: 'order_date',
    unit_price: 'unit_price',
    customer_id: 'customer_id',
    country: 'country',
  },
  'online_retail/online_retail_2010_2011_orders_clean.csv': {
    order_id: 'order_id',
    customer_id: 'customer_id',
    order_ts: 'order_date',
    country: 'country',
    items: 'quantity',
    revenue: 'amount',
  },
  'rfm_pkg/rfm_data_orders.csv': {
    customer_id: 'customer_id',
    order_date: 'order_date',
    revenue: 'amount',
    last_name: 'customer_name',
    email: 'email',
  },
  'synthetic_crm_fr/clients.csv': {
    code_client: 'customer_id',
    ville: 'city',
    date_creation: 'signup_date',
    canal_acquisition: 'acquisition_source',
    cout_acquisition: 'cost_amount',
  },
  'synthetic_crm_fr/commandes.csv': {
    no_facture: 'order_id',
    code_client: 'customer_id',
    date: 'order_date',
    rayon: 'category',
    montant_ht: 'amount',
    marge: 'margin',
  },
  'synthetic_crm_fr/contacts.csv': { code_client: 'customer_id', date: 'order_date', canal: 'channel' },
  'synthetic_crm_fr/enquete_nps.csv': {
    code_client: 'customer_id',
    date: 'order_date',
    note_recommandation: 'nps',
  },
  'synthetic_crm_fr/reclamations.csv': {
    code_client: 'customer_id',
    date: 'order_date',
    motif: 'complaint_reason',
    delai_resolution_j: 'resolution_time',
  },
  'synthetic_crm_fr/servqual.csv': { repondant: 'customer_id', satisfaction_globale: 'satisfaction' },
  'telco/telco_customer_churn.csv': {
    customerID: 'customer_id',
    PaymentMethod: 'payment_method',
    MonthlyCharges: 'amount',
    Churn: 'churned',
  },
};
/** No table with columns: baskets of any length, one per line. And a second copy in another encoding. */
const leftOut = ['groceries/groceries_baskets.csv', 'fr/ventes_dec2010_fr_cp1252.csv'];

async function guessesOf(file: string): Promise<{ name: string; role: Role | null; confidence: number }[]> {
  const raw = readFileSync(referencePath(`data/${file}`));
  const bytes = new Uint8Array(file.endsWith('.gz') ? gunzipSync(raw) : raw);
  const { table, sample } = await openFile(asText({ name: file, blob: new Blob([bytes]) }));
  return planColumns(table.dialect, sample.records, [], { roles: {} });
}

describe.skipIf(!hasReference)('roles of the reference files', () => {
  test.each(Object.keys(wanted))('%s', async (file) => {
    const guesses = await guessesOf(file);
    const missed = guesses.filter(({ name, role }) => role !== (wanted[file]?.[name] ?? null));
    const columns = guesses.map(({ name }) => name);
    expect(columns).toEqual(expect.arrayContaining(Object.keys(wanted[file] ?? {})));
    // A number of customers beside frequencies is not told from their numbers; it is for the person to confirm.
    const known = file.endsWith('bgbb_rf_matrix.csv') ? ['custs'] : [];
    expect(missed.map(({ name }) => name)).toEqual(known);
    expect(missed.filter(({ confidence }) => confidence >= 0.7)).toEqual([]);
  });

  test('no reference file is left out', () => {
    const files = readdirSync(referencePath('data'), { recursive: true, encoding: 'utf8' });
    const tables = files.filter((file) => /\.csv(\.gz)?$/.test(file));
    expect(tables.sort()).toEqual([...Object.keys(wanted), ...leftOut].sort());
  });
});

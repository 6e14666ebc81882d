import { defineAnalysis } from '../analysis.js';
import conceptEn from './concept.en.md?raw';
import conceptFr from './concept.fr.md?raw';
import { rfmParams } from './params.js';
import { runRfm } from './run.js';
import { rfmSql } from './sql.js';
import { rfmTables } from './tables.js';
import { texts } from './texts.js';
import View from './View.svelte';

/** Who buys recently, often and a lot: scores per customer and ten named segments. */
export default defineAnalysis({
  needs: ['customer_id', 'order_date', 'amount'],
  takesCustomerTotals: true,
  step: 'segment',
  params: rfmParams,
  texts,
  concept: { fr: conceptFr, en: conceptEn },
  sql: rfmSql,
  run: runRfm,
  tables: rfmTables,
  hasCustomers: () => true,
  View,
});

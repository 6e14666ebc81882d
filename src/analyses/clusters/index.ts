import { defineAnalysis } from '../analysis.js';
import conceptEn from './concept.en.md?raw';
import conceptFr from './concept.fr.md?raw';
import { clustersParams } from './params.js';
import { runClusters } from './run.js';
import { clustersSql, ownTable } from './sql.js';
import { clustersTables } from './tables.js';
import { texts } from './texts.js';
import View from './View.svelte';

/** Groups of customers that are alike, found by k-means. */
export default defineAnalysis({
  needs: ['customer_id', 'order_date', 'amount'],
  takesCustomerTotals: true,
  step: 'segment',
  params: clustersParams,
  texts,
  concept: { fr: conceptFr, en: conceptEn },
  sql: clustersSql,
  ownTable,
  run: runClusters,
  tables: clustersTables,
  hasCustomers: () => true,
  View,
});

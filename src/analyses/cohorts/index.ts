import { defineAnalysis } from '../analysis.js';
import conceptEn from './concept.en.md?raw';
import conceptFr from './concept.fr.md?raw';
import { cohortParams } from './params.js';
import { runCohorts } from './run.js';
import { cohortSql } from './sql.js';
import { cohortTables } from './tables.js';
import { texts } from './texts.js';
import View from './View.svelte';

/** Who comes back: customers who came in the same period, followed from period to period. */
export default defineAnalysis({
  needs: ['customer_id', 'order_date', 'amount'],
  step: 'evaluate',
  params: cohortParams,
  texts,
  concept: { fr: conceptFr, en: conceptEn },
  sql: cohortSql,
  run: runCohorts,
  tables: cohortTables,
  hasCustomers: () => true,
  View,
});

import { defineAnalysis } from '../analysis.js';
import conceptEn from './concept.en.md?raw';
import conceptFr from './concept.fr.md?raw';
import Controls from './Controls.svelte';
import { isByCustomer } from './grouping.js';
import { paramsSchema } from './params.js';
import { runPareto } from './run.js';
import { paretoSql } from './sql.js';
import { paretoTables } from './tables.js';
import { texts } from './texts.js';
import View from './View.svelte';

/** How concentrated revenue is: the cumulative curve, the 80/20 reading and the classes A, B, C. */
export default defineAnalysis({
  needs: ['customer_id', 'amount'],
  step: 'segment',
  params: paramsSchema,
  texts,
  concept: { fr: conceptFr, en: conceptEn },
  sql: paretoSql,
  run: runPareto,
  tables: paretoTables,
  hasCustomers: ({ by }) => isByCustomer(by),
  View,
  Controls,
});

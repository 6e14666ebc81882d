import { defineAnalysis } from '../analysis.js';
import conceptEn from './concept.en.md?raw';
import conceptFr from './concept.fr.md?raw';
import { paramsSchema } from './params.js';
import { runOverview } from './run.js';
import { overviewSql } from './sql.js';
import { overviewTables } from './tables.js';
import { texts } from './texts.js';
import View from './View.svelte';

/** What the data holds at a glance: customers, orders, revenue, months. */
export default defineAnalysis({
  needs: ['amount', 'order_date'],
  step: 'identify',
  params: paramsSchema,
  texts,
  concept: { fr: conceptFr, en: conceptEn },
  sql: overviewSql,
  run: runOverview,
  tables: overviewTables,
  View,
});

import { defineAnalysis } from '../analysis.js';
import conceptEn from './concept.en.md?raw';
import conceptFr from './concept.fr.md?raw';
import Controls from './Controls.svelte';
import { params } from './params.js';
import { runSegment } from './run.js';
import { segmentSql } from './sql.js';
import { segmentTables } from './tables.js';
import { texts } from './texts.js';
import View from './View.svelte';

/** A named group of customers: measured, combined with others, and the population of any cell. */
export default defineAnalysis({
  needs: ['customer_id'],
  takesCustomerTotals: true,
  step: 'segment',
  params,
  texts,
  concept: { fr: conceptFr, en: conceptEn },
  sql: segmentSql,
  run: runSegment,
  tables: segmentTables,
  hasCustomers: () => true,
  View,
  Controls,
});

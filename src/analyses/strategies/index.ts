import { defineAnalysis } from '../analysis.js';
import conceptEn from './concept.en.md?raw';
import conceptFr from './concept.fr.md?raw';
import Controls from './Controls.svelte';
import { strategiesParams } from './params.js';
import { runStrategies } from './run.js';
import { strategiesSql } from './sql.js';
import { strategiesTables } from './tables.js';
import { texts } from './texts.js';
import View from './View.svelte';

/** What to do with whom: four strategies by value and intensity, and the customers who have gone quiet. */
export default defineAnalysis({
  needs: ['customer_id', 'order_date', 'amount'],
  step: 'adapt',
  params: strategiesParams,
  texts,
  concept: { fr: conceptFr, en: conceptEn },
  sql: strategiesSql,
  run: runStrategies,
  tables: strategiesTables,
  hasCustomers: () => true,
  View,
  Controls,
});

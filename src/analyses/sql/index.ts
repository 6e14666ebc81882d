import { defineAnalysis } from '../analysis.js';

import conceptEn from './concept.en.md?raw';
import conceptFr from './concept.fr.md?raw';
import Controls from './Controls.svelte';
import { params } from './params.js';
import { run } from './run.js';
import { buildSql } from './sql.js';
import { tables } from './tables.js';
import { texts } from './texts.js';
import View from './View.svelte';

export default defineAnalysis({
  needs: [],
  step: 'identify',
  params,
  texts,
  concept: { fr: conceptFr, en: conceptEn },
  sql: buildSql,
  run: (engine, chosen, _context, signal) => run(engine, chosen, signal),
  tables,
  hasCustomers: ({ sql }) => /\bcustomer_id\b|\*/i.test(sql),
  View,
  Controls,
});

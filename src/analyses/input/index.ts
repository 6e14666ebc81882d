import { defineAnalysis } from '../analysis.js';
import { inputParams, inputValue } from '../input-value.js';
import conceptEn from './concept.en.md?raw';
import conceptFr from './concept.fr.md?raw';
import Controls from './Controls.svelte';
import { inputSql } from './sql.js';
import { inputTables, type InputResult } from './tables.js';
import { texts } from './texts.js';
import View from './View.svelte';

/** A value that the reader sets, and that settings, queries and texts of other cells follow. */
export default defineAnalysis<typeof inputParams, InputResult>({
  needs: [],
  step: 'identify',
  params: inputParams,
  texts,
  concept: { fr: conceptFr, en: conceptEn },
  sql: inputSql,
  run: async (_engine, params) => ({ value: inputValue(params) }),
  tables: inputTables,
  View,
  Controls,
});

import { defineAnalysis } from '../analysis.js';

import conceptEn from './concept.en.md?raw';
import conceptFr from './concept.fr.md?raw';
import Controls from './Controls.svelte';
import { params } from './params.js';
import { figuresOf, type TextResult } from './run.js';
import { texts } from './texts.js';
import View from './View.svelte';

export default defineAnalysis<typeof params, TextResult>({
  needs: [],
  step: 'identify',
  params,
  texts,
  concept: { fr: conceptFr, en: conceptEn },
  sql: () => ({}),
  run: async (_engine, chosen, { figureOf }) => ({ figures: figuresOf(chosen, figureOf) }),
  tables: () => [],
  View,
  Controls,
});

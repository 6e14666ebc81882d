import { defineTexts } from './translate.js';

/** The four strategies by value and intensity, and the customers outside the window, by `strategy.<id>`. */
export const strategyNames = defineTexts({
  fr: {
    'strategy.fidelisation': 'Fidélisation',
    'strategy.rationalisation': 'Rationalisation',
    'strategy.reconquete': 'Reconquête',
    'strategy.abandon': 'Abandon',
    'strategy.dormant': 'Dormants (hors fenêtre)',
  },
  en: {
    'strategy.fidelisation': 'Retention',
    'strategy.rationalisation': 'Rationalisation',
    'strategy.reconquete': 'Win-back',
    'strategy.abandon': 'Abandon',
    'strategy.dormant': 'Dormant (outside the window)',
  },
});

import { defineTexts } from '../i18n/translate.js';

/** Settings that follow an input cell. */
export const linkTexts = defineTexts({
  fr: {
    link: 'Lier un réglage à une valeur',
    to: 'Valeur que suit {setting}',
    choose: 'Choisir la valeur…',
    follows: '{setting} suit {input}',
  },
  en: {
    link: 'Link a setting to an input',
    to: 'Input that {setting} follows',
    choose: 'Choose the input…',
    follows: '{setting} follows {input}',
  },
});

import { defineTexts } from '../../i18n/translate.js';

/** Working without a network, and new versions. */
export const offlineTexts = defineTexts({
  fr: {
    ready: 'Fonctionne aussi hors connexion.',
    update: 'Une nouvelle version de Clientele est prête. Votre travail est enregistré avant le changement.',
    take: 'Mettre à jour',
    later: 'Plus tard',
  },
  en: {
    ready: 'Also works offline.',
    update: 'A new version of Clientele is ready. Your work is saved before the change.',
    take: 'Update',
    later: 'Later',
  },
});

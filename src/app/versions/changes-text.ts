import type { I18n } from '../../i18n/i18n.svelte.js';
import type { Cell, Notebook } from '../../notebook/document.js';
import { changesBetween } from '../../notebook/versions.js';
import { versionTexts } from './version-texts.js';

/** What was done since a version, in words. */
export function changesText(
  i18n: I18n,
  before: Notebook,
  now: Notebook,
  titleOf: (cell: Cell) => string,
): string {
  const t = i18n.reader(versionTexts);
  const changes = changesBetween(before, now);
  const named = (key: 'added' | 'removed' | 'changed'): string[] =>
    changes[key].length === 0 ? [] : [t(key, { cells: changes[key].map(titleOf).join(', ') })];
  const parts = [
    ...named('added'),
    ...named('removed'),
    ...named('changed'),
    ...(changes.hasOtherOrder ? [t('order')] : []),
    ...(changes.hasOtherFiles ? [t('files')] : []),
    ...(changes.hasOtherTitle ? [t('titleChanged')] : []),
    ...(changes.hasOtherFilter ? [t('filter')] : []),
  ];
  return parts.length === 0 ? t('same') : `${t('since')} ${parts.join(' ; ')}`;
}

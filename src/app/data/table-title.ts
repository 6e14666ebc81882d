import type { I18n } from '../../i18n/i18n.svelte.js';
import type { ListedTable } from './data-tables.js';
import type { MapTable } from './warehouse-map.js';
import { warehouseTexts } from './warehouse-texts.js';

/** What a table of the warehouse is called in the reader's language; its own name where there is no word for it. */
export function canonicalTitle(i18n: I18n, name: string): string {
  const key = `table.${name}`;
  return isTitle(i18n, key) ? i18n.t(warehouseTexts, key) : name;
}

/** What a table is called on the data screen: its file's name, or its name in the reader's language. */
export function tableTitle(i18n: I18n, { name, file }: Pick<ListedTable, 'name' | 'file'>): string {
  return file ?? canonicalTitle(i18n, name);
}

/** What a box of the drawing is called: its place in the star, else its file. */
export function mapTitle(i18n: I18n, { canonical, files, id }: MapTable): string {
  return canonical ? canonicalTitle(i18n, canonical) : (files[0] ?? id);
}

type WarehouseKey = keyof (typeof warehouseTexts)['fr'];

function isTitle(i18n: I18n, key: string): key is WarehouseKey {
  return Object.hasOwn(warehouseTexts[i18n.locale], key);
}

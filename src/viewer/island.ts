import * as v from 'valibot';
import { locales } from '../i18n/locale.js';

const islandSchema = v.object({
  locale: v.picklist(locales),
  currency: v.nullable(v.string()),
  cells: v.array(v.object({ id: v.string(), kind: v.string(), params: v.unknown(), result: v.unknown() })),
});

/** The results that the exported page carries as inert JSON (written by `export/html.ts`). */
export type Island = v.InferOutput<typeof islandSchema>;

/** Reads the page's data; throws when it is not what the export writes. */
export function parseIsland(json: string): Island {
  return v.parse(islandSchema, JSON.parse(json));
}

import type { CanonicalColumn } from '../../core/warehouse.js';
import type { Engine } from '../../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { frenchRegion } from './french-regions.js';
import { isUndone, type Part } from './parts.js';
import { spellingKey } from './spelling-key.js';

/** Several ways in which a column writes one thing, and the one that stands for all. */
export interface Spelling {
  readonly from: readonly string[];
  readonly to: string;
}

/** A value of a column and how many rows have it. */
interface Counted {
  readonly value: string;
  readonly rows: number;
}

/** Dimensions in which the same thing is often written in several ways. */
export const spelledDimensions: readonly CanonicalColumn[] = [
  'region',
  'city',
  'country',
  'category',
  'channel',
  'customer_type',
  'acquisition_source',
  'payment_method',
];

/** A column of texts that names rather than lists has no more values than this. */
const mostValues = 5000;

/** The ways of writing of each of these columns that are to be brought together; none where the person undid it. */
export async function findSpellings(
  engine: Engine,
  schema: string,
  columns: readonly { readonly canonical: CanonicalColumn; readonly part: Part; readonly column: string }[],
  signal?: AbortSignal,
): Promise<Map<CanonicalColumn, Spelling[]>> {
  const wanted = columns.filter(
    ({ canonical, part, column }) =>
      spelledDimensions.includes(canonical) &&
      !isUndone(part, 'regions-merged') &&
      part.sources[0]?.columns.some(({ name, type }) => name === column && type === 'text'),
  );
  const found = new Map<CanonicalColumn, Spelling[]>();
  if (wanted.length === 0) return found;
  const counts = wanted.flatMap(({ canonical, part, column }) =>
    part.sources.map(
      ({ table }) => sql`(select ${canonical} as "canonical", ${ident(column)} as "value", count(*) as "rows"
        from ${ident(schema)}.${ident(table)} where ${ident(column)} is not null
        group by ${ident(column)} limit ${mostValues})`,
    ),
  );
  const rows = await engine.query<Counted & { canonical: CanonicalColumn }>(
    join(counts, '\nunion all\n'),
    signal,
  );
  for (const canonical of new Set(wanted.map((each) => each.canonical))) {
    const own = rows.filter((row) => row.canonical === canonical);
    const spellings = own.length < mostValues ? groupSpellings(own, canonical === 'region') : [];
    if (spellings.length > 0) found.set(canonical, spellings);
  }
  return found;
}

/**
 * Groups values that differ only in case, accents, blanks and punctuation; in a column of regions also the short and the
 * former names of a French region. All become the region's official name, else the spelling that most rows have.
 */
export function groupSpellings(values: readonly Counted[], areRegions: boolean): Spelling[] {
  const groups = new Map<string, Map<string, number>>();
  for (const { value, rows } of values) {
    if (value.trim() === '') continue;
    const key = (areRegions ? frenchRegion(value) : null) ?? spellingKey(value);
    const group = groups.get(key) ?? new Map<string, number>();
    group.set(value, (group.get(value) ?? 0) + rows);
    groups.set(key, group);
  }
  return [...groups].flatMap(([key, group]) => {
    if (group.size < 2) return [];
    const mostUsed = [...group].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
    const to = areRegions && frenchRegion(key) === key ? key : (mostUsed[0]?.[0] ?? key).trim();
    const from = mostUsed.map(([value]) => value).filter((value) => value !== to);
    return from.length > 0 ? [{ from, to }] : [];
  });
}

/** The value with each spelling in place of the others. */
export function spelled(value: Sql, spellings: readonly Spelling[]): Sql {
  if (spellings.length === 0) return value;
  const cases = spellings.map(({ from, to }) => sql`when ${value} in (${list(from)}) then ${to}`);
  return sql`case ${join(cases, '\n')} else ${value} end`;
}

/** What became what, for people to read. */
export function spellingsText(spellings: readonly Spelling[]): string {
  return spellings.map(({ from, to }) => `${from.map((text) => text.trim()).join(', ')} → ${to}`).join(' ; ');
}

import { ident, list, sql, type Sql } from '../../engine/sql.js';
import type { Dimension, Layout } from './layout.js';
import type { Params } from './params.js';

/** Values by which rows are sorted or limited: columns to compute, and the names to order by. */
export interface SortKeys {
  readonly columns: readonly Sql[];
  /** For each row field, the total of the row that stands for it, when rows are sorted by a value. */
  readonly byDepth: readonly Sql[];
  readonly direction: 'asc' | 'desc';
  /** Order of the members of the first row field in which a limit takes them; the overall total comes first. */
  readonly group: readonly Sql[];
}

/** Works out by which value the rows are sorted, and adds for every row the totals of the groups that hold it. */
export function sortKeys(params: Params, layout: Layout, rows: readonly Sql[]): SortKeys {
  const sorted = layout.values.findIndex((value) => value.column.name === params.sort?.by);
  const byFirst = params.sort === null && params.limit !== null;
  const isByValue = sorted >= 0 || byFirst;
  const total = (
    depth: number,
    value: number,
  ): Sql => sql`max(case when row_depth = ${depth} and column_depth = 0
      then ${ident(`v${value + 1}`)} end) over (partition by ${list([sql`row_depth >= ${depth}`, ...rows.slice(0, depth)])})`;
  const first = layout.rows[0];
  const isLimited = params.limit !== null && first !== undefined;
  return {
    columns: [
      ...(isByValue
        ? rows.map((_, index) => sql`${total(index + 1, Math.max(sorted, 0))} as ${ident(`key${index + 1}`)}`)
        : []),
      ...(isLimited ? [sql`${total(1, 0)} as limit_key`] : []),
    ],
    byDepth: isByValue ? rows.map((_, index) => ident(`key${index + 1}`)) : [],
    direction: byFirst ? 'desc' : (params.sort?.direction ?? 'asc'),
    group: isLimited
      ? [sql`row_depth >= 1`, sql`limit_key desc nulls last`, ...byLabel(first, rows[0] ?? sql`null`, 'asc')]
      : [],
  };
}

/** Rows level by level: a total before its members, members by value or label, no value last. */
export function rowOrder(params: Params, layout: Layout, rows: readonly Sql[], keys: SortKeys): Sql[] {
  const order = layout.rows.flatMap((dimension, index) => {
    const key = keys.byDepth[index];
    const direction = keys.direction === 'desc' ? sql`desc` : sql`asc`;
    return [
      sql`row_depth >= ${index + 1}`,
      ...(key ? [sql`${key} ${direction} nulls last`] : []),
      ...byLabel(dimension, rows[index] ?? sql`null`, labelDirection(params, dimension)),
    ];
  });
  return order.length > 0 ? order : [sql`1`];
}

/** Columns level by level: a total before its members, members by label. */
export function columnOrder(params: Params, layout: Layout, columns: readonly Sql[]): Sql[] {
  const order = layout.columns.flatMap((dimension, index) => [
    sql`column_depth >= ${index + 1}`,
    ...byLabel(dimension, columns[index] ?? sql`null`, labelDirection(params, dimension)),
  ]);
  return order.length > 0 ? order : [sql`1`];
}

/** The order of the members of one row field, within the group that holds them. */
export function membersOrder(params: Params, dimension: Dimension, member: Sql, key: Sql | null): Sql[] {
  const direction = params.sort?.direction === 'asc' ? sql`asc` : sql`desc`;
  return [
    ...(key ? [sql`${key} ${direction} nulls last`] : []),
    ...byLabel(dimension, member, labelDirection(params, dimension)),
  ];
}

function labelDirection(params: Params, dimension: Dimension): 'asc' | 'desc' {
  return params.sort?.by === dimension.name ? params.sort.direction : 'asc';
}

/** Text without regard to case and accents, then as it is, so that the order never depends on chance. */
function byLabel(dimension: Dimension, member: Sql, direction: 'asc' | 'desc'): Sql[] {
  const way = direction === 'desc' ? sql`desc` : sql`asc`;
  const exact = sql`${member} ${way} nulls last`;
  return dimension.type === 'text'
    ? [sql`lower(strip_accents(${member})) ${way} nulls last`, exact]
    : [exact];
}

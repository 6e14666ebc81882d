import type { Engine } from '../../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import type { Spread } from './bins.js';
import { shapeOf, type Ask, type ColumnFigures, type ProfiledColumn } from './column-shape.js';

/** A table, column by column, with the statements that gave the figures. */
export interface TableProfile {
  readonly rows: number;
  readonly columns: readonly ColumnFigures[];
  readonly sql: Readonly<Record<string, string>>;
}

/**
 * Looks at every column of a table: once at all of them together, then at the values of each. `onprogress` gets what is
 * known so far, column by column; the promise gives all of it.
 */
export async function profileTable(
  engine: Engine,
  tableName: string,
  columns: readonly ProfiledColumn[],
  signal?: AbortSignal,
  onprogress: (profile: TableProfile) => void = () => undefined,
): Promise<TableProfile> {
  const statements: Record<string, string> = {};
  const ask = <Row extends object>(name: string, statement: Sql): Promise<Row[]> => {
    statements[name] = statement.text;
    return engine.query<Row>(statement, signal);
  };
  const figures = await ask<Record<string, number | string | null>>(
    'figures',
    figuresQuery(tableName, columns),
  );
  const first = figures[0] ?? {};
  const spreads = await spreadsOf(tableName, columns, first, ask);
  const profiled: ColumnFigures[] = columns.map(({ name, type }) => ({
    name,
    type,
    filled: Number(first[`${name}: filled`] ?? 0),
    distinct: Number(first[`${name}: distinct`] ?? 0),
    isEstimated: true,
    low: first[`${name}: low`] ?? null,
    high: first[`${name}: high`] ?? null,
    shape: { kind: 'unknown' },
  }));
  const profile = (): TableProfile => ({
    rows: Number(first['rows'] ?? 0),
    columns: [...profiled],
    sql: { ...statements },
  });
  for (const [index, column] of profiled.entries()) {
    onprogress(profile());
    profiled[index] = await shapeOf(tableName, column, spreads.get(column.name), ask);
  }
  return profile();
}

/** One pass over the table for what can be had of all columns at once. */
function figuresQuery(table: string, columns: readonly ProfiledColumn[]): Sql {
  const figures = columns.flatMap(({ name, type }) => {
    const column = ident(name);
    const ends = type === 'text' ? sql`length(${column})` : column;
    return [
      sql`count(${column}) as ${ident(`${name}: filled`)}`,
      sql`approx_count_distinct(${column}) as ${ident(`${name}: distinct`)}`,
      ...(type === 'boolean'
        ? []
        : [sql`min(${ends}) as ${ident(`${name}: low`)}`, sql`max(${ends}) as ${ident(`${name}: high`)}`]),
    ];
  });
  return sql`select\n${join([sql`count(*) as "rows"`, ...figures], ',\n')}\nfrom ${ident(table)}`;
}

/** Where most numbers and dates lie, from a sample: it only chooses the edges of the bars, whose rows are counted. */
async function spreadsOf(
  table: string,
  columns: readonly ProfiledColumn[],
  figures: Readonly<Record<string, number | string | null>>,
  ask: Ask,
): Promise<ReadonlyMap<string, Spread<number> | Spread<string>>> {
  const spreads = new Map<string, Spread<number> | Spread<string>>();
  const measured = columns.filter(({ name, type }) => {
    const low = figures[`${name}: low`] ?? null;
    return low !== null && type !== 'text' && type !== 'boolean';
  });
  if (measured.length === 0) return spreads;
  const quantiles = measured.flatMap(({ name }) => [
    sql`quantile_disc(${ident(name)}, 0.01) as ${ident(`${name}: usualLow`)}`,
    sql`quantile_disc(${ident(name)}, 0.99) as ${ident(`${name}: usualHigh`)}`,
  ]);
  const sampled = list(measured.map(({ name }) => ident(name)));
  const [usual = {}] = await ask<Record<string, number | string | null>>(
    'spread',
    sql`select\n${join(quantiles, ',\n')}
      from (select ${sampled} from ${ident(table)} using sample reservoir(20000 rows) repeatable (1))`,
  );
  for (const { name } of measured) {
    const low = figures[`${name}: low`];
    const high = figures[`${name}: high`];
    const usualLow = usual[`${name}: usualLow`] ?? low;
    const usualHigh = usual[`${name}: usualHigh`] ?? high;
    if (isNumber(low) && isNumber(high) && isNumber(usualLow) && isNumber(usualHigh))
      spreads.set(name, { low, high, usualLow, usualHigh });
    if (isText(low) && isText(high) && isText(usualLow) && isText(usualHigh))
      spreads.set(name, { low, high, usualLow, usualHigh });
  }
  return spreads;
}

const isNumber = (end: unknown): end is number => typeof end === 'number';
const isText = (end: unknown): end is string => typeof end === 'string';

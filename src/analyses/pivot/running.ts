import type { Dialect } from '../../engine/dialect.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import type { Calculation } from './calculation.js';
import { cubeSteps, factColumns, type Names, type Step } from './cube.js';
import type { Layout } from './layout.js';
import type { Params } from './params.js';
import { baseOf, type Base } from './show-as.js';
import { membersOrder, type SortKeys } from './sql-order.js';

/** What is needed to show values along a base field: steps behind the cube, and for each value its columns. */
export interface Following {
  readonly steps: readonly Step[];
  readonly bases: readonly (Base | null)[];
  readonly positions: readonly Sql[];
  readonly running: readonly Sql[];
}

/**
 * Places the members of base fields in the order of the screen, and makes running totals: sums and counts add up along
 * the members, everything else is computed anew from all lines up to the member, so that a customer of two months
 * counts once. `from` is the step with the cells.
 */
export function followingSteps(
  params: Params,
  layout: Layout,
  names: Names,
  calculation: Calculation,
  keys: SortKeys,
  dialect: Dialect,
  from: Sql,
): Following {
  const bases = layout.values.map((value) => baseOf(value, layout, names));
  const used = new Map(bases.flatMap((base) => (base ? [[idOf(base), base] as const] : [])));
  const placed: Step = {
    name: ident('positioned'),
    select: sql`
  select ${list([
    sql`*`,
    ...[...used].map(([id, base]) => {
      const key = base.axis === 'rows' ? (keys.byDepth[base.place] ?? null) : null;
      const order = list(membersOrder(params, base.dimension, base.member, key));
      const groups = list([base.isWithin, ...base.above]);
      return sql`dense_rank() over (partition by ${groups} order by ${order}) as ${ident(`at_${id}`)}`;
    }),
  ])}
  from (select ${list([sql`*`, ...keys.columns])} from ${from}) as keyed
`,
  };
  const anew = new Map<string, Base>();
  const running = layout.values.map((value, index): Sql => {
    const base = bases[index];
    const isRunning = value.showAs === 'running_total' || value.showAs === 'running_share';
    if (!isRunning || !base) return sql`null`;
    const own = names.values[index] ?? sql`null`;
    const agg = calculation.measures[index]?.agg;
    if (agg === 'sum' || agg === 'count') {
      return sql`sum(positioned.${own}) over (partition by ${list(base.others.map((name) => sql`positioned.${name}`))} order by ${ident(`at_${idOf(base)}`)})`;
    }
    anew.set(idOf(base), base);
    return sql`${ident(`running_${idOf(base)}`)}.${own}`;
  });
  const all = [...names.rows, ...names.columns, sql`row_depth`, sql`column_depth`];
  const joins: Sql[] = [];
  const steps = [...anew].flatMap(([id, base]) => {
    const spread = ident(`spread_${id}`);
    const lines = cubeSteps(`up_to_${id}`, spread, names, calculation, dialect);
    const last = lines.at(-1)?.name ?? null;
    const same = join(
      all.map((name) => sql`positioned.${name} is not distinct from ${ident(`running_${id}`)}.${name}`),
      ' and ',
    );
    joins.push(sql`left join ${last} as ${ident(`running_${id}`)} on ${same}`);
    return [{ name: spread, select: spreadSql(id, base, names, calculation) }, ...lines];
  });
  const run: Step = {
    name: ident('followed'),
    select: sql`
  select ${list([sql`positioned.*`, ...running.map((value, index) => sql`${value} as ${runName(index)}`)])}
  from positioned ${join(joins, '\n')}
`,
  };
  return {
    steps: [placed, ...steps, run],
    bases,
    positions: bases.map((base) => (base ? ident(`at_${idOf(base)}`) : sql`null`)),
    running: running.map((_, index) => runName(index)),
  };
}

/** Every line at its own member of the base field and at all that come behind it. */
function spreadSql(id: string, base: Base, names: Names, calculation: Calculation): Sql {
  const at = ident(`at_${id}`);
  const members = sql`(select distinct ${list([...base.above, base.member, at])} from positioned where ${base.isWithin})`;
  const same = (a: Sql, b: Sql, columns: readonly Sql[]): Sql =>
    join([sql`true`, ...columns.map((name) => sql`${a}.${name} is not distinct from ${b}.${name}`)], ' and ');
  const columns = factColumns(names, calculation).map((name) =>
    name === base.member ? sql`reached.${name}` : sql`facts.${name}`,
  );
  return sql`
  select ${list(columns)}
  from facts
  join ${members} as own on ${same(sql`facts`, sql`own`, [...base.above, base.member])}
  join ${members} as reached on ${same(sql`own`, sql`reached`, base.above)} and own.${at} <= reached.${at}
`;
}

function idOf({ axis, place }: Base): string {
  return `${axis === 'rows' ? 'r' : 'c'}${place + 1}`;
}

function runName(index: number): Sql {
  return ident(`running${index + 1}`);
}

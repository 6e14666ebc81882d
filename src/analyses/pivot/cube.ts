import type { Dialect } from '../../engine/dialect.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { fieldOf } from './fields.js';
import { condition } from '../../data/condition.js';
import type { AnalysisContext } from '../analysis.js';
import type { Calculation, Expression, Measure } from './calculation.js';
import type { Dimension, Layout } from './layout.js';
import type { Params } from './params.js';

/** Names of the columns while cells are computed, which no field can disturb: r1…, c1…, v1…. */
export interface Names {
  readonly rows: readonly Sql[];
  readonly columns: readonly Sql[];
  readonly values: readonly Sql[];
}

/** A step of a statement: its name, and the select that makes it. */
export interface Step {
  readonly name: Sql;
  readonly select: Sql;
}

export function namesOf(layout: Layout): Names {
  const numbered = (letter: string) => (_: unknown, index: number) => ident(`${letter}${index + 1}`);
  return {
    rows: layout.rows.map(numbered('r')),
    columns: layout.columns.map(numbered('c')),
    values: layout.values.map(numbered('v')),
  };
}

/** The lines that pass the filters, with periods in place of dates. */
export function factsSql(
  params: Params,
  layout: Layout,
  calculation: Calculation,
  { warehouse, dialect }: AnalysisContext,
): Sql {
  const select = (letter: string) => (dimension: Dimension, index: number) =>
    sql`${member(dimension, dialect)} as ${ident(`${letter}${index + 1}`)}`;
  const filters = params.filters.map((filter) => condition(filter, fieldOf(warehouse, filter.field)));
  return sql`
  select
    ${list([
      ...layout.rows.map(select('r')),
      ...layout.columns.map(select('c')),
      ...fieldsIn(calculation).map((field, index) => sql`${ident(field)} as ${ident(`x${index + 1}`)}`),
      ...(layout.rows.length + layout.columns.length + fieldsIn(calculation).length === 0 ? [sql`1`] : []),
    ])}
  from sales${filters.length > 0 ? sql`\n  where ${join(filters, ' and ')}` : sql``}
`;
}

/**
 * Steps that group lines at every level (grouping sets), so that distinct counts, means and quantiles of totals are
 * exact and never sums of cells; formulas follow, each from the numbers of its own level. The last step has the cells.
 */
export function cubeSteps(
  prefix: string,
  facts: Sql,
  names: Names,
  calculation: Calculation,
  dialect: Dialect,
): readonly [Step, ...Step[]] {
  const { rows, columns, values } = names;
  const sets = prefixes(rows).flatMap((row) =>
    prefixes(columns).map((column) => sql`(${list([...row, ...column])})`),
  );
  const depth = (axis: readonly Sql[]): Sql =>
    axis.reduce((sum, name) => sql`${sum} - grouping(${name})`, sql`${axis.length}`);
  const fields = fieldsIn(calculation);
  const measures = calculation.measures.flatMap((measure, place) =>
    measure ? [sql`${aggregate(measure, fields, dialect)} as ${values[place] ?? null}`] : [],
  );
  const parts = calculation.parts.map(
    (part, place) => sql`cast(${aggregate(part, fields, dialect)} as double) as ${partName(place)}`,
  );
  const cube: Step = {
    name: ident(prefix),
    select: sql`
  select
    ${list([
      ...rows,
      ...columns,
      sql`${depth(rows)} as row_depth`,
      sql`${depth(columns)} as column_depth`,
      ...measures,
      ...parts,
    ])}
  from ${facts}
  group by grouping sets (${list(sets)})
`,
  };
  const rounds = calculation.rounds.map((round, index): Step => {
    const before = ident(index === 0 ? prefix : `${prefix}_formulas${index}`);
    const made = round.map(
      ({ place, expression }) =>
        sql`${finite(expressionSql(expression, values))} as ${values[place] ?? null}`,
    );
    return {
      name: ident(`${prefix}_formulas${index + 1}`),
      select: sql`\n  select *, ${list(made)}\n  from ${before}\n`,
    };
  });
  return [cube, ...rounds];
}

/** The columns of the lines that cells are computed of. */
export function factColumns(names: Names, calculation: Calculation): Sql[] {
  return [
    ...names.rows,
    ...names.columns,
    ...fieldsIn(calculation).map((_, index) => ident(`x${index + 1}`)),
  ];
}

/** How many different values of each distinct count stand in several rows at their finest level. */
export function overlapColumns(layout: Layout, calculation: Calculation, names: Names): Sql[] {
  const fields = fieldsIn(calculation);
  return layout.values.flatMap(({ agg, field }, index) => {
    if (agg !== 'distinct' || field === null) return [];
    const x = ident(`x${fields.indexOf(field) + 1}`);
    const places = sql`select distinct ${list([x, ...names.rows])} from facts where ${x} is not null`;
    const several = sql`select ${x} from (${places}) as places group by ${x} having count(*) > 1`;
    return [sql`(select count(*) from (${several}) as several) as ${ident(`overlap${index + 1}`)}`];
  });
}

/** The first none, one, two… of some names. */
function prefixes(names: readonly Sql[]): Sql[][] {
  return [[], ...names.map((_, index) => names.slice(0, index + 1))];
}

function member(dimension: Dimension, dialect: Dialect): Sql {
  const column = sql`${ident(dimension.name)}`;
  if (dimension.grain === null) return column;
  // DuckDB 1.4.3 takes date_trunc to be never null in grouping sets, and a missing date comes out as 5877642 BC.
  return sql`case when ${column} is not null then ${dialect.dateTrunc(dimension.grain, column)} end`;
}

/** The fields that values and formulas are computed of, each once. */
function fieldsIn({ measures, parts }: Calculation): string[] {
  const all = [...measures, ...parts].flatMap((measure) =>
    measure ? [measure.field, ...(measure.agg === 'ratio' && measure.per !== null ? [measure.per] : [])] : [],
  );
  return [...new Set(all)];
}

function aggregate({ agg, field, per }: Measure, fields: readonly string[], dialect: Dialect): Sql {
  const x = (name: string): Sql => ident(`x${fields.indexOf(name) + 1}`);
  const of = x(field);
  // A quantile of DECIMAL values would be rounded to their scale.
  const quantile = (p: number): Sql => dialect.quantile(sql`cast(${of} as double)`, p);
  switch (agg) {
    case 'sum':
      return sql`sum(${of})`;
    case 'count':
      return sql`count(${of})`;
    case 'distinct':
      return sql`count(distinct ${of})`;
    case 'avg':
      return sql`avg(${of})`;
    case 'min':
      return sql`min(${of})`;
    case 'max':
      return sql`max(${of})`;
    case 'median':
      return quantile(0.5);
    case 'p10':
      return quantile(0.1);
    case 'p25':
      return quantile(0.25);
    case 'p75':
      return quantile(0.75);
    case 'p90':
      return quantile(0.9);
    case 'ratio':
      return sql`cast(sum(${of}) as double) / nullif(cast(sum(${x(per ?? field)}) as double), 0)`;
  }
}

function expressionSql(expression: Expression, values: readonly Sql[]): Sql {
  switch (expression.is) {
    case 'number':
      return sql`cast(${expression.value} as double)`;
    case 'part':
      return partName(expression.place);
    case 'value':
      return sql`cast(${values[expression.place] ?? null} as double)`;
    case 'negative':
      return sql`(- ${expressionSql(expression.of, values)})`;
    case 'operation': {
      const left = expressionSql(expression.left, values);
      const right = expressionSql(expression.right, values);
      switch (expression.operator) {
        case '+':
          return sql`(${left} + ${right})`;
        case '-':
          return sql`(${left} - ${right})`;
        case '*':
          return sql`(${left} * ${right})`;
        case '/':
          return sql`(${left} / nullif(${right}, 0))`;
      }
    }
  }
}

/** Beyond what a number can hold there is no result. */
function finite(value: Sql): Sql {
  return sql`case when abs(${value}) <= ${Number.MAX_VALUE} then ${value} end`;
}

function partName(place: number): Sql {
  return ident(`p${place + 1}`);
}

import type { Filter } from '../../core/filters.js';
import type { ColumnType } from '../../core/tables.js';
import type { Field, Warehouse } from '../../core/warehouse.js';
import { valuesOf } from '../../core/filters.js';
import { condition } from '../../data/condition.js';
import { ident, join, sql, type Sql } from '../../engine/sql.js';
import type { AnalysisContext } from '../analysis.js';
import type { Join, SegmentParams, Term } from './params.js';

/** `table` is the customers of the segment; the other statements measure it, its terms and what it shares with others. */
export function segmentSql(params: SegmentParams, { warehouse }: AnalysisContext) {
  const steps = stepsOf(params, warehouse);
  return {
    table: sql`with ${steps}
select customer_id
from members
order by customer_id`,
    measures: measuresSql(steps),
    ...(params.terms.length > 0 ? { terms: termsSql(steps, params) } : {}),
    ...(params.compare.length > 0 ? { overlap: overlapSql(steps, params) } : {}),
  };
}

/** `term_1`, `step_1`, `term_2`, …: who meets each term, and who is left after it; then `members`. */
function stepsOf({ terms }: SegmentParams, warehouse: Warehouse): Sql {
  const parts = terms.flatMap((term, index) => [
    sql`${numbered('term', index)} as (${termSql(term, warehouse)}
)`,
    sql`${numbered('step', index)} as (
  ${stepSql(term, index)}
)`,
  ]);
  const last = terms.length > 0 ? numbered('step', terms.length - 1) : sql`customers`;
  const members = sql`members as (
  -- nobody who is not a customer of these data
  select customer_id
  from customers
  where customer_id in (select customer_id from ${last})
)`;
  return join([...parts, members], ',\n');
}

function termSql({ table, filters }: Term, warehouse: Warehouse): Sql {
  const fields = fieldsOf(table, warehouse);
  const conditions = filters.map((filter) => condition(filter, fieldOf(filter, fields)));
  return sql`
  select distinct customer_id
  from ${ident(table)}
  where ${join([sql`customer_id is not null`, ...conditions], ' and ')}`;
}

function stepSql({ join: how }: Term, index: number): Sql {
  const own = sql`select customer_id from ${numbered('term', index)}`;
  if (index === 0) return own;
  const words: Record<Join, Sql> = { and: sql`intersect`, or: sql`union`, minus: sql`except` };
  return sql`select customer_id from ${numbered('step', index - 1)} ${words[how]} ${own}`;
}

function measuresSql(steps: Sql): Sql {
  const inside = sql`customers.customer_id in (select customer_id from members)`;
  return sql`with ${steps}
select
  count(*) filter (where ${inside}) as customers,
  count(*) as all_customers,
  count(*) filter (where ${inside} and orders >= 1) as buyers,
  count(*) filter (where orders >= 1) as all_buyers,
  coalesce(sum(orders) filter (where ${inside}), 0) as orders,
  coalesce(sum(orders), 0) as all_orders,
  coalesce(sum(amount) filter (where ${inside}), 0) as revenue,
  coalesce(sum(amount), 0) as all_revenue,
  max(last_order) filter (where ${inside}) as last_order
from customers`;
}

function termsSql(steps: Sql, { terms }: SegmentParams): Sql {
  const rows = terms.map(
    (_, index) =>
      sql`select ${index + 1} as term, (select count(*) from ${numbered('term', index)}) as customers, (select count(*) from ${numbered('step', index)}) as left_after`,
  );
  return sql`with ${steps}
${join(rows, '\nunion all\n')}
order by term`;
}

function overlapSql(steps: Sql, { compare }: SegmentParams): Sql {
  const rows = compare.map((name, index) => {
    const other = sql`(select distinct customer_id from ${ident(name)} where customer_id in (select customer_id from customers))`;
    return sql`select ${index + 1} as place, ${name} as segment, (select count(*) from ${other}) as customers, (select count(*) from ${other} where customer_id in (select customer_id from members)) as shared`;
  });
  return sql`with ${steps}
${join(rows, '\nunion all\n')}
order by place`;
}

function numbered(word: 'term' | 'step', index: number): Sql {
  return ident(`${word}_${index + 1}`);
}

function fieldsOf(table: string, warehouse: Warehouse): readonly Field[] {
  if (table === 'sales') return warehouse.fields;
  return table === 'customers' ? [...customerFields, ...warehouse.fields] : [];
}

const customerFields: readonly Field[] = [
  { name: 'first_order', type: 'date' },
  { name: 'last_order', type: 'date' },
  { name: 'orders', type: 'integer' },
  { name: 'amount', type: 'number' },
];

/** The field with its type; of a cell's table only the values tell what is meant. */
function fieldOf(filter: Filter, fields: readonly Field[]): Field {
  const known = fields.find(({ name }) => name === filter.field);
  return known ?? { name: filter.field, type: typeOfValues(filter) };
}

function typeOfValues(filter: Filter): ColumnType {
  const values = valuesOf(filter).filter((value) => value !== null);
  if (filter.op === 'contains' || filter.op === 'is_null' || values.length === 0) return 'text';
  if (values.every((value) => typeof value === 'number')) return 'number';
  if (values.every((value) => typeof value === 'boolean')) return 'boolean';
  return values.every((value) => /^\d{4}-\d\d-\d\d$/.test(String(value))) ? 'date' : 'text';
}

import { AppError } from '../../core/errors.js';
import type { Dialect } from '../../engine/dialect.js';
import { ident, sql, type Sql } from '../../engine/sql.js';
import type { AnalysisContext } from '../analysis.js';
import type { RfmParams } from './params.js';
import { segmentBoxes } from './segments.js';

/** The three measured columns, the letter of their score and the param that holds their own cut points. */
export const dimensions = [
  { name: 'recency', column: sql`recency_days`, letter: 'r', param: 'rCuts' },
  { name: 'frequency', column: sql`frequency`, letter: 'f', param: 'fCuts' },
  { name: 'monetary', column: sql`monetary`, letter: 'm', param: 'mCuts' },
] as const;
type Dimension = (typeof dimensions)[number];

/** The day from which recency counts back; null when the data has no date at all. */
export function asOfDate(params: RfmParams, context: AnalysisContext): string | null {
  return params.asOf ?? context.warehouse.asOf;
}

/** The statements of the RFM scores: `table` is the scored customers, one row each. */
export function rfmSql(params: RfmParams, context: AnalysisContext) {
  const asOf = sql`cast(${asOfDate(params, context)} as date)`;
  const hasTotals = context.warehouse.hasCustomerTotals;
  const perCustomer = hasTotals
    ? customerTotals(asOf, params, context.dialect)
    : customersBefore(asOf, params, context.dialect);
  const cutPoints = cutPointsOf(params, context.dialect);
  const scored = sql`with per_customer as (${perCustomer}
),
cut_points as (
  select
    ${cutPoints}
  from per_customer
),
scored as (
  select
    customer_id,
    recency_days,
    frequency,
    monetary,
    ${params.bins} - (${countBelow(sql`recency_days`, 'r', params.bins)}) as r,
    1 + ${countBelow(sql`frequency`, 'f', params.bins)} as f,
    1 + ${countBelow(sql`monetary`, 'm', params.bins)} as m
  from per_customer
  cross join cut_points
),
on_five as (
  select
    *,
    cast(ceil(r * 5.0 / ${params.bins}) as integer) as r5,
    cast(ceil(f * 5.0 / ${params.bins}) as integer) as f5
  from scored
),
segmented as (
  select
    customer_id,
    recency_days,
    frequency,
    monetary,
    r,
    f,
    m,
    ${params.bins > 9 ? sql`concat_ws('-', r, f, m)` : sql`concat(r, f, m)`} as rfm,
    case
      ${segmentCases()}
    end as segment
  from on_five
)`;
  return {
    table: sql`${scored}
select customer_id, recency_days, frequency, monetary, r, f, m, rfm, segment
from segmented
order by customer_id`,
    summary: sql`${scored}
-- No score is null, so a null here means: all scores of that dimension together.
select
  segment,
  r,
  f,
  m,
  count(*) as customers,
  sum(monetary) as revenue,
  avg(recency_days) as mean_recency,
  avg(frequency) as mean_frequency,
  avg(monetary) as mean_monetary,
  min(recency_days) as min_recency,
  max(recency_days) as max_recency,
  min(frequency) as min_frequency,
  max(frequency) as max_frequency,
  min(monetary) as min_monetary,
  max(monetary) as max_monetary
from segmented
group by grouping sets ((segment), (r, f), (r), (f), (m))
order by segment, r, f, m`,
    cut_points: sql`with per_customer as (${perCustomer}
)
select
  ${cutPoints}
from per_customer`,
    left_out: hasTotals ? totalsLeftOut(asOf) : leftOut(asOf),
  };
}

/** Recency, frequency and net amount of every customer with a concluded order up to the day. */
function customersBefore(asOf: Sql, params: RfmParams, dialect: Dialect): Sql {
  const counted =
    params.frequency === 'days'
      ? sql`count(distinct case when ${concluded} then order_date end)`
      : sql`count(*) filter (where ${concluded})`;
  return sql`
  -- Returns lower the amount, but only concluded orders make a customer recent or frequent.
  -- Orders without a customer or without a date are left out.
  select
    customer_id,
    ${dialect.dateDiff('day', sql`max(case when ${concluded} then order_date end)`, asOf)} as recency_days,
    ${counted} as frequency,
    sum(amount) as monetary
  from orders
  where customer_id is not null
    and order_date <= ${asOf}
  group by customer_id
  having count(*) filter (where ${concluded}) > 0`;
}

/** The same from a file that gives each customer's number of orders, total and last order. */
function customerTotals(asOf: Sql, params: RfmParams, dialect: Dialect): Sql {
  // The days on which somebody ordered are not in such a file.
  if (params.frequency === 'days') throw new AppError('analysis/missing-column', { column: 'order_date' });
  return sql`
  -- One row per customer, as the file has it. Customers without an order or without its date are left out.
  select
    customer_id,
    ${dialect.dateDiff('day', sql`last_order`, asOf)} as recency_days,
    orders as frequency,
    amount as monetary
  from customers
  where orders > 0
    and last_order <= ${asOf}`;
}

const concluded = sql`is_concluded`;

/** One column per cut point: type-7 quantiles, or the person's own thresholds. */
function cutPointsOf(params: RfmParams, dialect: Dialect): Sql {
  const columns = dimensions.flatMap((dimension) => {
    const own = ownCuts(params, dimension);
    return cutNumbers(params.bins).map((number) => {
      const quantile = dialect.quantile(sql`cast(${dimension.column} as double)`, number / params.bins);
      // Rounded, because 0.7 × 90 is 62.99999999999999 and would cut just below the value that stands there.
      // The maximum of a constant is the constant, in one row.
      const cut = own ? sql`max(cast(${own[number - 1] ?? null} as double))` : sql`round(${quantile}, 5)`;
      return sql`${cut} as ${cutName(dimension.letter, number)}`;
    });
  });
  return columns.reduce(
    (all, column) => sql`${all},
    ${column}`,
  );
}

function ownCuts(params: RfmParams, { name, param }: Dimension): readonly number[] | null {
  const given = params[param];
  if (params.method === 'quantile' || given.length === 0) return null;
  if (given.length !== params.bins - 1) {
    throw new AppError('params/invalid', { param, detail: `${name}: ${given.length} / ${params.bins - 1}` });
  }
  return given.toSorted((a, b) => a - b);
}

/** Number of cut points strictly below the value: equal values therefore always share a score. */
function countBelow(column: Sql, letter: string, bins: number): Sql {
  const steps = cutNumbers(bins).map(
    (number) => sql`case when ${column} > ${cutName(letter, number)} then 1 else 0 end`,
  );
  return steps.reduce(
    (sum, step) => sql`${sum}
      + ${step}`,
  );
}

function cutNumbers(bins: number): number[] {
  return Array.from({ length: bins - 1 }, (_, index) => index + 1);
}

function cutName(letter: string, number: number): Sql {
  return ident(`${letter}_cut_${number}`);
}

function segmentCases(): Sql {
  const cases = segmentBoxes.map(
    ({ segment, r, f }) =>
      sql`when r5 between ${r[0]} and ${r[1]} and f5 between ${f[0]} and ${f[1]} then ${segment}`,
  );
  return cases.reduce(
    (all, next) => sql`${all}
      ${next}`,
  );
}

function leftOut(asOf: Sql): Sql {
  return sql`select
  count(*) filter (where customer_id is null) as anonymous_orders,
  count(*) filter (where customer_id is not null and order_date is null) as undated_orders,
  count(*) filter (where customer_id is not null and order_date > ${asOf}) as later_orders
from orders
where ${concluded}`;
}

/** The orders of customers that took no part. */
function totalsLeftOut(asOf: Sql): Sql {
  return sql`select
  0 as anonymous_orders,
  coalesce(sum(orders) filter (where last_order is null), 0) as undated_orders,
  coalesce(sum(orders) filter (where last_order > ${asOf}), 0) as later_orders
from customers`;
}

import { AppError } from '../../core/errors.js';
import { missingColumns } from '../../core/warehouse.js';
import { join, sql, type Sql } from '../../engine/sql.js';
import type { AnalysisContext } from '../analysis.js';
import type { CohortParams } from './params.js';

/** The most cohorts that are shown; older ones are left out and named in a warning. */
export const cohortLimit = 60;

/** The statements of the cohort matrix: `table` is the cohort of every customer. */
export function cohortSql(params: CohortParams, context: AnalysisContext) {
  if (params.entry === 'signup' && missingColumns(['signup_date'], context.warehouse).length > 0) {
    throw new AppError('analysis/missing-column', { column: 'signup_date' });
  }
  const entries = entriesOf(params, context);
  return {
    table: sql`with ${entries}
select customer_id, cohort
from entries
order by customer_id`,
    matrix: matrixOf(params, context, entries),
    sizes: sql`with ${entries}
select cohort, count(*) as size
from entries
group by cohort
order by cohort`,
    last_period: lastPeriodOf(params, context),
    left_out: leftOutOf(params),
  };
}

/** The period in which each customer came. */
function entriesOf({ grain, entry }: CohortParams, context: AnalysisContext): Sql {
  const { dialect } = context;
  // `first_order` is the date of the first concluded order; it is null for those who never had one.
  const came = entry === 'signup' ? sql`signup_date` : sql`first_order`;
  const until = entry === 'signup' ? sql`` : sql` and ${came} <= ${endOfData(context)}`;
  return sql`entries as (
  select customer_id, ${dialect.dateTrunc(grain, came)} as cohort
  from customers
  where ${came} is not null${until}
)`;
}

function matrixOf(params: CohortParams, context: AnalysisContext, entries: Sql): Sql {
  const { grain, periods } = params;
  const { dialect } = context;
  const steps = Array.from({ length: periods + 1 }, (_, period) => sql`(${period})`);
  const lastPeriod = dialect.dateTrunc(grain, endOfData(context));
  return sql`with ${entries},
cohort_sizes as (
  select cohort, count(*) as size
  from entries
  group by cohort
  order by cohort desc
  limit ${cohortLimit}
),
followed_periods as (
  select period
  from (values ${join(steps, ', ')}) as numbers(period)
),
${activityOf(params, context)}
-- A period within the data without activity is 0; a period after the end of the data has no value.
select
  cohort,
  size,
  period,
  period <= ${dialect.dateDiff(grain, sql`cohort`, lastPeriod)} as observed,
  period = ${dialect.dateDiff(grain, sql`cohort`, lastPeriod)} as is_last,
  coalesce(activity.value, 0) as value
from cohort_sizes
cross join followed_periods
left join activity using (cohort, period)
order by cohort, period`;
}

/** What the cohorts did in each period after they came: the values of the cells that are not zero. */
function activityOf({ grain, measure, mode }: CohortParams, context: AnalysisContext): Sql {
  const { dialect } = context;
  if (measure === 'customers' && mode === 'still') {
    const lastPeriod = dialect.dateDiff(grain, sql`cohort`, dialect.dateTrunc(grain, sql`last_order`));
    // What was ordered after the as-of date is not known on that day.
    return sql`last_orders as (
  select customer_id, max(order_date) as last_order
  from orders
  where customer_id is not null
    and is_concluded
    and order_date <= ${endOfData(context)}
  group by 1
),
last_activity as (
  select cohort, ${lastPeriod} as last_active_period, count(*) as customers
  from entries
  join last_orders using (customer_id)
  group by 1, 2
),
activity as (
  select cohort, period, sum(customers) as value
  from last_activity
  join followed_periods on last_active_period >= period
  group by cohort, period
)`;
  }
  // Returns lower the revenue, but only concluded orders make a customer active.
  const [counted, value] =
    measure === 'revenue' ? [sql``, sql`sum(revenue)`] : [sql`and is_concluded`, sql`count(*)`];
  return sql`customer_periods as (
  select
    customer_id,
    ${dialect.dateTrunc(grain, sql`order_date`)} as calendar_period,
    sum(amount) as revenue
  from orders
  where customer_id is not null
    and order_date <= ${endOfData(context)}
    ${counted}
  group by 1, 2
),
activity as (
  select
    cohort,
    ${dialect.dateDiff(grain, sql`cohort`, sql`calendar_period`)} as period,
    ${value} as value
  from customer_periods
  join entries using (customer_id)
  where calendar_period >= cohort
  group by 1, 2
)`;
}

/** The calendar period in which the data ends, and whether the data stops before that period is over. */
function lastPeriodOf({ grain }: CohortParams, context: AnalysisContext): Sql {
  const { dialect } = context;
  const end = endOfData(context);
  const next = dialect.dateAdd(grain, dialect.dateTrunc(grain, end), 1);
  return sql`select
  ${dialect.dateTrunc(grain, end)} as last_period,
  ${dialect.dateDiff('day', end, next)} > 1 as is_partial`;
}

function endOfData({ warehouse }: AnalysisContext): Sql {
  return sql`cast(${warehouse.asOf} as date)`;
}

function leftOutOf({ entry }: CohortParams): Sql {
  const undated = sql`(
    select count(*)
    from orders
    where customer_id is not null and order_date is null and is_concluded
  ) as undated_orders`;
  if (entry === 'first_order') {
    return sql`select
  ${undated},
  0 as without_signup,
  0 as without_order`;
  }
  return sql`select
  ${undated},
  count(*) filter (where signup_date is null and orders > 0) as without_signup,
  count(*) filter (where signup_date is not null and orders = 0) as without_order
from customers`;
}

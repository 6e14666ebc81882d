import { AppError } from '../../core/errors.js';
import { missingColumns } from '../../core/warehouse.js';
import { sql, type Sql } from '../../engine/sql.js';
import type { AnalysisContext } from '../analysis.js';
import type { StrategiesParams } from './params.js';

/** `table` is every customer with value, intensity and strategy; the others sum it up and try its thresholds. */
export function strategiesSql(params: StrategiesParams, context: AnalysisContext) {
  const steps = stepsOf(params, context);
  return {
    table: sql`with ${steps}
select customer_id, value, intensity, strategy
from placed
order by customer_id`,
    cells: sql`with ${steps}
select
  strategy,
  count(*) as customers,
  sum(revenue) as revenue
from placed
group by strategy
order by strategy`,
    diagnostics: sql`with ${steps},
ranked as (
  -- equal values share the mean of their ranks
  select
    value, intensity, value_cut, intensity_cut,
    rank() over (order by value) + (count(*) over (partition by value) - 1) / 2.0 as value_rank,
    rank() over (order by intensity) + (count(*) over (partition by intensity) - 1) / 2.0 as intensity_rank
  from placed
  where strategy <> 'dormant'
)
select
  count(*) as customers,
  max(value_cut) as value_cut,
  max(intensity_cut) as intensity_cut,
  corr(value_rank, intensity_rank) as spearman,
  greatest(
    avg(${moved(sql`value`, sql`value_cut`, 0.9)}),
    avg(${moved(sql`value`, sql`value_cut`, 1.1)}),
    avg(${moved(sql`intensity`, sql`intensity_cut`, 0.9)}),
    avg(${moved(sql`intensity`, sql`intensity_cut`, 1.1)})
  ) as sensitivity
from ranked`,
  };
}

/** 1 for a customer who would be on the other side of a cut that lies elsewhere. */
function moved(measure: Sql, cut: Sql, factor: number): Sql {
  return sql`case when (${measure} >= ${cut}) <> (${measure} >= ${cut} * ${factor}) then 1.0 else 0.0 end`;
}

function stepsOf({ value, intensity, window, threshold }: StrategiesParams, context: AnalysisContext): Sql {
  const { dialect, warehouse } = context;
  if (value === 'margin' && missingColumns(['cost'], warehouse).length > 0) {
    throw new AppError('analysis/missing-column', { column: 'cost' });
  }
  const asOf = sql`cast(${warehouse.asOf} as date)`;
  const since = dialect.dateAdd('month', asOf, -window);
  const inWindow = sql`order_date > ${since} and order_date <= ${asOf}`;
  const worth = {
    revenue: sql`revenue`,
    basket: sql`revenue / orders`,
    margin: sql`coalesce(margins.margin, 0)`,
  }[value];
  const margins = sql`margins as (
  select customer_id, cast(sum(amount) - coalesce(sum(cost), 0) as double) as margin
  from sales
  where customer_id is not null and ${inWindow}
  group by customer_id
),
`;
  const isMargin = value === 'margin';
  return sql`${isMargin ? margins : sql``}active as (
  -- returns lower the revenue, but only concluded orders count as a contact
  select
    customer_id,
    cast(sum(amount) as double) as revenue,
    count(*) filter (where is_concluded) as orders,
    count(distinct order_date) filter (where is_concluded) as days
  from orders
  where customer_id is not null and ${inWindow}
  group by customer_id
  having count(*) filter (where is_concluded) > 0
),
measured as (
  select active.customer_id, revenue, cast(${worth} as double) as value, cast(${intensity === 'orders' ? sql`orders` : sql`days`} as double) as intensity
  from active${isMargin ? sql`\n  left join margins on margins.customer_id = active.customer_id` : sql``}
),
${cutSteps(threshold, context)},
dormant as (
  select distinct customer_id
  from orders
  where customer_id is not null and is_concluded and order_date <= ${since}
    and customer_id not in (select customer_id from active)
),
placed as (
  select
    customer_id, revenue, value, intensity, value_cut, intensity_cut,
    case
      when value >= value_cut and intensity >= intensity_cut then 'fidelisation'
      when value >= value_cut then 'reconquete'
      when intensity >= intensity_cut then 'rationalisation'
      else 'abandon'
    end as strategy
  from measured cross join cuts
  union all
  select customer_id, 0, null, null, null, null, 'dormant'
  from dormant
)`;
}

/** `cuts(value_cut, intensity_cut)`: who is at the cut is high. */
function cutSteps(threshold: StrategiesParams['threshold'], { dialect }: AnalysisContext): Sql {
  const median = (measure: Sql): Sql => dialect.quantile(measure, 0.5);
  if (threshold === 'pareto') {
    return sql`so_far as (
  select
    value, intensity,
    sum(value) over (order by value desc rows unbounded preceding) - value as value_before,
    sum(intensity) over (order by intensity desc rows unbounded preceding) - intensity as intensity_before
  from measured
),
cuts as (
  -- the customer at whom four fifths of the sum are reached
  select
    min(value) filter (where value_before < 0.8 * (select sum(value) from measured)) as value_cut,
    min(intensity) filter (where intensity_before < 0.8 * (select sum(intensity) from measured)) as intensity_cut
  from so_far
)`;
  }
  const [value, intensity] =
    threshold === 'mean'
      ? [sql`avg(value)`, sql`avg(intensity)`]
      : threshold === 'median'
        ? [median(sql`value`), median(sql`intensity`)]
        : // The maximum of a constant is the constant, in one row.
          [sql`max(cast(${threshold} as double))`, median(sql`intensity`)];
  return sql`cuts as (
  select ${value} as value_cut, ${intensity} as intensity_cut
  from measured
)`;
}

import { ident, sql, type Sql } from '../../engine/sql.js';
import type { AnalysisContext } from '../analysis.js';
import { groupingOf, measureOf, type Grouping } from './grouping.js';
import type { ParetoParams } from './params.js';
import { classedSteps, countsAsZero, exact, rankedSteps, totalsStep } from './steps.js';

/** The curve's steps are chosen so that with the four points that are always kept it has at most 1,000. */
const curveSteps = 996;

/** Summary, thinned curve, classes and the items left out; `table` has one row per item, largest first;
 * a customer stands there as `customer_id`. */
export function paretoSql(
  params: ParetoParams,
  context: AnalysisContext,
): Record<'summary' | 'curve' | 'classes' | 'left_out' | 'table', Sql> {
  const grouping = groupingOf(params, context);
  const totals = totalsStep(params, grouping, measureOf(params, context));
  const ranked = rankedSteps(totals, params, grouping);
  const classed = classedSteps(ranked);
  return {
    summary: summarySql(ranked, params, grouping),
    curve: curveSql(ranked, params),
    classes: classesSql(classed),
    left_out: sql`with ${totals}
select item, value
from totals
where ${countsAsZero(params, grouping) ? sql`value < 0` : sql`value <= 0`}
order by value, item
limit 5`,
    table: sql`with ${classed}
select ${grouping.kind === 'customer' ? sql`item as customer_id` : sql`item`}, value, rank, cumulative_share, class
from classed
order by rank`,
  };
}

function summarySql(ranked: Sql, params: ParetoParams, grouping: Grouping): Sql {
  const unassigned = ident(grouping.kind === 'customer' ? 'customer_id' : grouping.field);
  return sql`with ${ranked},
figures as (
  select
    count(*) as items,
    coalesce(sum(value), 0) as total,
    count(*) filter (where rank <= ceil(${exact(params.topShare)} * items)) as top_items,
    sum(value) filter (where rank <= ceil(${exact(params.topShare)} * items)) as top_value,
    count(*) filter (where value_so_far - value < ${exact(params.targetShare)} * total) as items_for_target,
    count(*) filter (where value = 0) as zero_items,
    sum((items - rank + 1) * cast(value as double)) as weighted_total
  from ranked
)
select
  items,
  total,
  top_items,
  cast(top_value as double) / nullif(cast(total as double), 0) as top_share,
  items_for_target,
  cast(items_for_target as double) / nullif(items, 0) as items_for_target_share,
  -- Gini of the population: 2 sum(i x_i) / (n sum x) - (n + 1) / n, values ascending
  2 * weighted_total / nullif(items * cast(total as double), 0) - (items + 1.0) / nullif(items, 0) as gini,
  (select count(*) from totals) - items as left_out,
  zero_items,
  (select count(*) from sales where ${unassigned} is null) as unassigned_lines
from figures`;
}

function curveSql(ranked: Sql, params: ParetoParams): Sql {
  return sql`with ${ranked}
select
  rank,
  cast(rank as double) / items as item_share,
  cast(value_so_far as double) / nullif(cast(total as double), 0) as cumulative_share
from ranked
-- every n-th item, and always the first, the last, and the two that are read off the curve
where rank % cast(ceil(items / ${curveSteps}) as bigint) = 0
  or rank in (1, items, ceil(${exact(params.topShare)} * items))
  or (value_so_far - value < ${exact(params.targetShare)} * total and value_so_far >= ${exact(params.targetShare)} * total)
order by rank`;
}

function classesSql(classed: Sql): Sql {
  return sql`with ${classed}
select
  class,
  count(*) as items,
  cast(count(*) as double) / max(items) as item_share,
  sum(value) as value,
  cast(sum(value) as double) / nullif(cast(max(total) as double), 0) as value_share
from classed
group by class
order by class`;
}

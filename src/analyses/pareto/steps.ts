import type { Field } from '../../core/warehouse.js';
import { ident, sql, type Sql } from '../../engine/sql.js';
import { isMoney, type Grouping } from './grouping.js';
import { classCuts, type ParetoParams } from './params.js';

/** Exact decimals, so that no share depends on the order of summation; money has the warehouse's own, faster type. */
function decimalOf(summed: Field): Sql {
  return isMoney(summed) ? sql`decimal(18, 4)` : sql`decimal(38, 8)`;
}

/** `totals(item, value)`: one row for each item that could be ranked. */
export function totalsStep(params: ParetoParams, grouping: Grouping, summed: Field): Sql {
  const measure = ident(summed.name);
  const decimal = decimalOf(summed);
  if (grouping.kind === 'field') {
    const field = ident(grouping.field);
    return sql`totals as (
  select cast(${field} as varchar) as item, cast(coalesce(sum(${measure}), 0) as ${decimal}) as value
  from sales
  where ${field} is not null
  group by 1
)`;
  }
  const isFloored = countsAsZero(params, grouping);
  const buyersOnly = isFloored ? sql`` : sql`where customers.orders >= 1`;
  const floor = (value: Sql): Sql =>
    isFloored ? sql`greatest(coalesce(${value}, 0), 0)` : sql`coalesce(${value}, 0)`;
  if (summed.canonical === 'amount') {
    return sql`totals as (
  -- net of returns; ${isFloored ? sql`a registered customer without a positive total counts as zero` : sql`customers with at least one concluded order`}
  select customer_id as item, cast(${floor(sql`amount`)} as ${decimal}) as value
  from customers
  ${buyersOnly}
)`;
  }
  return sql`per_customer as (
  select customer_id, cast(sum(${measure}) as ${decimal}) as value
  from sales
  where customer_id is not null
  group by customer_id
),
totals as (
  select customers.customer_id as item, ${floor(sql`per_customer.value`)} as value
  from customers
  left join per_customer on per_customer.customer_id = customers.customer_id
  ${buyersOnly}
)`;
}

/** Registered customers without a positive total stay in the curve at zero; everything else without one leaves it. */
export function countsAsZero(params: ParetoParams, grouping: Grouping): boolean {
  return grouping.kind === 'customer' && params.population === 'all';
}

/** A share as an exact decimal: 0.2 × 4,335 is 867 and must not become 867.0000000001. */
export function exact(share: number): Sql {
  return sql`cast(${share} as decimal(6, 4))`;
}

/** `ranked(item, value, rank, value_so_far, total, items)` after `totals`. */
export function rankedSteps(totals: Sql, params: ParetoParams, grouping: Grouping): Sql {
  return sql`${totals},
kept as (
  select item, value
  from totals
  where ${countsAsZero(params, grouping) ? sql`value >= 0` : sql`value > 0`}
),
ranked as (
  -- largest first, equal values by item; value_so_far includes the item itself
  select
    item,
    value,
    row_number() over (order by value desc, item) as rank,
    sum(value) over (order by value desc, item rows unbounded preceding) as value_so_far,
    sum(value) over () as total,
    count(*) over () as items
  from kept
)`;
}

/** `classed(…, cumulative_share, class)` after `ranked`. */
export function classedSteps(ranked: Sql): Sql {
  return sql`${ranked},
classed as (
  -- the item that crosses a cut belongs to the class above it
  select
    item,
    value,
    rank,
    items,
    total,
    cast(value_so_far as double) / nullif(cast(total as double), 0) as cumulative_share,
    case
      when value_so_far - value < ${exact(classCuts.a)} * total then 'A'
      when value_so_far - value < ${exact(classCuts.b)} * total then 'B'
      else 'C'
    end as class
  from ranked
)`;
}

import { sql, type Sql } from '../../engine/sql.js';
import type { AnalysisContext } from '../analysis.js';
import type { OverviewParams } from './params.js';

/** Key figures in one row, and one row per calendar month that has an order line. */
export function overviewSql(
  _params: OverviewParams,
  context: AnalysisContext,
): Record<'kpis' | 'months', Sql> {
  return { kpis: kpisSql(context), months: monthsSql(context) };
}

/** True when the data says who ordered; without it every figure about customers is null. */
export function hasCustomers(context: AnalysisContext): boolean {
  return context.warehouse.fields.some((field) => field.canonical === 'customer_id');
}

function kpisSql(context: AnalysisContext): Sql {
  const buyers = hasCustomers(context)
    ? sql`
  -- a customer is one with at least one concluded order
  select
    count(*) as customers,
    sum(orders) as orders,
    count(*) filter (where orders >= 2) as repeat_customers
  from customers
  where orders >= 1`
    : sql`
  -- no column says who ordered
  select null as customers, null as orders, null as repeat_customers`;
  const identified = hasCustomers(context)
    ? sql`sum(amount) filter (where customer_id is not null)`
    : sql`null`;
  return sql`with order_lines_summed as (
  select
    count(*) as lines,
    count(*) filter (where order_date is null) as undated_lines,
    coalesce(sum(amount), 0) as revenue,
    ${identified} as identified_revenue,
    min(order_date) as first_date,
    max(order_date) as last_date
  from sales
),
concluded_orders as (
  -- returns and orders that come to nothing are not counted as orders
  select count(*) as orders
  from orders
  where is_concluded
),
buyers as (${buyers}
)
select
  buyers.customers,
  concluded_orders.orders,
  lines,
  revenue,
  first_date,
  last_date,
  cast(revenue as double) / nullif(concluded_orders.orders, 0) as average_basket,
  cast(buyers.orders as double) / nullif(buyers.customers, 0) as orders_per_customer,
  cast(buyers.repeat_customers as double) / nullif(buyers.customers, 0) as repeat_rate,
  ${hasCustomers(context) ? sql`coalesce(cast(identified_revenue as double), 0) / nullif(cast(revenue as double), 0)` : sql`null`} as identified_share,
  undated_lines
from order_lines_summed, concluded_orders, buyers`;
}

function monthsSql(context: AnalysisContext): Sql {
  const month = context.dialect.dateTrunc('month', sql`order_date`);
  const customers = hasCustomers(context) ? sql`count(distinct customer_id)` : sql`null`;
  return sql`with revenue_by_month as (
  select ${month} as month, sum(amount) as revenue
  from sales
  where order_date is not null
  group by 1
),
orders_by_month as (
  select ${month} as month, count(*) as orders, ${customers} as customers
  from orders
  where is_concluded and order_date is not null
  group by 1
)
select
  revenue_by_month.month,
  revenue_by_month.revenue,
  coalesce(orders_by_month.orders, 0) as orders,
  ${hasCustomers(context) ? sql`coalesce(orders_by_month.customers, 0)` : sql`null`} as customers
from revenue_by_month
left join orders_by_month on orders_by_month.month = revenue_by_month.month
order by revenue_by_month.month`;
}

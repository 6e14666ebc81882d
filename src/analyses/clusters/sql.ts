import { AppError } from '../../core/errors.js';
import { ident, join, sql, type Sql } from '../../engine/sql.js';
import type { AnalysisContext } from '../analysis.js';
import type { ClustersParams, Feature } from './params.js';
import type { Scaling } from '../../stats/points.js';

/** The day from which recency counts back; null when the data has no date at all. */
export function asOfDate(params: ClustersParams, context: AnalysisContext): string | null {
  return params.asOf ?? context.warehouse.asOf;
}

/** The statements before there are clusters: who is compared, by which numbers, and who is left out. */
export function clustersSql(params: ClustersParams, context: AnalysisContext) {
  const measured = measuredCustomers(params, context);
  const numbers = [...params.features, 'money'].map(ident);
  return {
    // Money comes along to number the clusters. The order of rows decides what chance draws.
    features: sql`${measured}
select ${join(numbers, ', ')}
from features
order by customer_id`,
    left_out: sql`with per_customer as (${perCustomer(params, context)}
)
select count(*) as customers, count(*) filter (where not (${canTakePart(params)})) as below_zero
from per_customer`,
  };
}

/** What tells the cluster of a customer. */
interface Placing {
  readonly clusters: readonly { readonly cluster: number; readonly centre: readonly number[] }[];
  /** One per feature. */
  readonly scalings: readonly Scaling[];
}

/** One row per customer: the cluster whose centre is nearest, the first of those that are equally near. */
export function ownTable(
  { clusters, scalings }: Placing,
  params: ClustersParams,
  context: AnalysisContext,
): Sql {
  const measured = measuredCustomers(params, context);
  if (clusters.length === 0) {
    return sql`${measured}
select customer_id, cast(null as integer) as cluster
from features
where false`;
  }
  const distances = clusters.map(({ cluster, centre }) => {
    const gaps = params.features.map((feature, index) => {
      const { mean, deviation } = scalings[index] ?? { mean: 0, deviation: 1 };
      const gap = sql`(${ident(feature)} - ${double(mean)}) / ${double(deviation)} - ${double(centre[index] ?? 0)}`;
      return sql`power(${gap}, 2)`;
    });
    return sql`    ${join(gaps, ' + ')} as ${distanceTo(cluster)}`;
  });
  const names = clusters.map(({ cluster }) => distanceTo(cluster));
  const cases = clusters.map(({ cluster }) => sql`    when ${distanceTo(cluster)} then ${cluster}`);
  return sql`${measured},
-- Squared distances to the centres that k-means found, in the units of the scaled features.
distances as (
  select
    customer_id,
${join(distances, ',\n')}
  from features
)
select
  customer_id,
  case least(${join(names, ', ')})
${join(cases, '\n')}
  end as cluster
from distances
order by customer_id`;
}

/** Each cluster in figures, from the same customers and centres as the own table. */
export function clusterFigures(table: Sql, params: ClustersParams, context: AnalysisContext): Sql {
  return sql`with per_customer as (${perCustomer(params, context)}
),
placed as (
${table}
)
select
  cluster,
  count(*) as customers,
  cast(sum(monetary) as double) as revenue,
  avg(recency) as recency_days,
  avg(frequency) as frequency,
  cast(avg(monetary) as double) as monetary
from placed
join per_customer using (customer_id)
group by cluster
order by cluster`;
}

const distanceTo = (cluster: number): Sql => ident(`to_${cluster}`);

/** A literal that is exactly this number: without the cast DuckDB would read it as DECIMAL. */
function double(value: number): Sql {
  return sql`cast(${String(value)} as double)`;
}

function measuredCustomers(params: ClustersParams, context: AnalysisContext): Sql {
  const columns = params.features.map(
    (feature) => sql`    ${transformed(feature, params)} as ${ident(feature)}`,
  );
  return sql`with per_customer as (${perCustomer(params, context)}
),
features as (
  select
    customer_id,
    cast(monetary as double) as money,
${join(columns, ',\n')}
  from per_customer
  where ${canTakePart(params)}
)`;
}

function canTakePart(params: ClustersParams): Sql {
  return params.transform === 'log' ? sql`monetary >= 0` : sql`true`;
}

function transformed(feature: Feature, params: ClustersParams): Sql {
  const value = sql`cast(${ident(feature)} as double)`;
  if (params.transform === 'none') return value;
  // Nobody has no order, but somebody may have bought today, or for nothing.
  return feature === 'frequency' ? sql`ln(${value})` : sql`ln(1 + ${value})`;
}

function perCustomer(params: ClustersParams, context: AnalysisContext): Sql {
  const asOf = sql`cast(${asOfDate(params, context)} as date)`;
  const { dateDiff } = context.dialect;
  if (context.warehouse.hasCustomerTotals) {
    const unknown = params.features.find((feature) => feature === 'tenure' || feature === 'rhythm');
    // The first order is not in such a file.
    if (unknown) throw new AppError('analysis/missing-column', { column: 'order_date' });
    return sql`
  -- One row per customer, as the file has it. Customers without an order or without its date are left out.
  select
    customer_id,
    ${dateDiff('day', sql`last_order`, asOf)} as recency,
    orders as frequency,
    amount as monetary,
    cast(amount as double) / orders as basket
  from customers
  where orders > 0
    and last_order <= ${asOf}`;
  }
  const last = sql`max(case when is_concluded then order_date end)`;
  const first = sql`min(case when is_concluded then order_date end)`;
  const orders = sql`count(*) filter (where is_concluded)`;
  return sql`
  -- Returns lower the amount, but only concluded orders make a customer recent or frequent.
  -- Orders without a customer or without a date are left out.
  select
    customer_id,
    ${dateDiff('day', last, asOf)} as recency,
    ${orders} as frequency,
    sum(amount) as monetary,
    -- Money per order, days since the first order, and days per order since then.
    cast(sum(amount) as double) / ${orders} as basket,
    ${dateDiff('day', first, asOf)} as tenure,
    cast(${dateDiff('day', first, asOf)} as double) / ${orders} as rhythm
  from orders
  where customer_id is not null
    and order_date <= ${asOf}
  group by customer_id
  having ${orders} > 0`;
}

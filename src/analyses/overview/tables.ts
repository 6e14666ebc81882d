import { tableOf, type NamedTable } from '../../core/tables.js';
import type { Kpis, OverviewResult } from './run.js';

/** How a key figure is to be read. */
export type KpiUnit = 'count' | 'money' | 'date' | 'ratio' | 'share';

/** The key figures in their order, with their units. */
export const kpiUnits: Readonly<Record<keyof Kpis, KpiUnit>> = {
  customers: 'count',
  orders: 'count',
  lines: 'count',
  revenue: 'money',
  first_date: 'date',
  last_date: 'date',
  average_basket: 'money',
  orders_per_customer: 'ratio',
  repeat_rate: 'share',
  identified_share: 'share',
};

export const kpiNames = Object.keys(kpiUnits) as readonly (keyof Kpis)[];

/** `kpis(metric, value, unit)` and `months(month, revenue, orders, customers)`. */
export function overviewTables(result: OverviewResult): NamedTable[] {
  const kpis = kpiNames.map((metric) => ({ metric, value: result.kpis[metric], unit: kpiUnits[metric] }));
  return [
    tableOf(
      'kpis',
      [
        { name: 'metric', type: 'text' },
        { name: 'value', type: 'number' },
        { name: 'unit', type: 'text' },
      ],
      kpis,
    ),
    tableOf(
      'months',
      [
        { name: 'month', type: 'date' },
        { name: 'revenue', type: 'number', unit: 'money' },
        { name: 'orders', type: 'integer', unit: 'count' },
        { name: 'customers', type: 'integer', unit: 'count' },
      ],
      result.months,
    ),
  ];
}

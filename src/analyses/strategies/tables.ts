import { tableOf, type NamedTable } from '../../core/tables.js';
import type { StrategiesResult } from './run.js';

/** `cells(strategy, customers, revenue, revenue_share)` and `diagnostics(metric, value)`. */
export function strategiesTables(result: StrategiesResult): NamedTable[] {
  const dormant = result.cells.find(({ strategy }) => strategy === 'dormant')?.customers ?? 0;
  const diagnostics = [
    { metric: 'spearman', value: result.spearman },
    { metric: 'dormant', value: dormant },
    { metric: 'sensitivity', value: result.sensitivity },
    { metric: 'customers', value: result.customers },
    { metric: 'value_threshold', value: result.valueCut },
    { metric: 'intensity_threshold', value: result.intensityCut },
  ];
  return [
    tableOf(
      'cells',
      [
        { name: 'strategy', type: 'text' },
        { name: 'customers', type: 'integer', unit: 'count' },
        { name: 'revenue', type: 'number', unit: 'money' },
        { name: 'revenue_share', type: 'number', unit: 'share' },
      ],
      result.cells,
    ),
    tableOf(
      'diagnostics',
      [
        { name: 'metric', type: 'text' },
        { name: 'value', type: 'number' },
      ],
      diagnostics,
    ),
  ];
}

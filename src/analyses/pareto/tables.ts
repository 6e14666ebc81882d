import { tableOf, type NamedTable } from '../../core/tables.js';
import type { ParetoResult } from './run.js';

/** Names and order of the summary's metrics. */
const summaryMetrics = [
  'items',
  'total',
  'top_share',
  'items_for_target',
  'items_for_target_share',
  'gini',
  'left_out',
] as const;

/** `summary(metric, value)`, `curve(rank, item_share, cumulative_share)` and `classes(class, items, …)`. */
export function paretoTables(result: ParetoResult): NamedTable[] {
  return [
    tableOf(
      'summary',
      [
        { name: 'metric', type: 'text' },
        { name: 'value', type: 'number' },
      ],
      summaryMetrics.map((metric) => ({ metric, value: result.summary[metric] })),
    ),
    tableOf(
      'curve',
      [
        { name: 'rank', type: 'integer', unit: 'count' },
        { name: 'item_share', type: 'number', unit: 'share' },
        { name: 'cumulative_share', type: 'number', unit: 'share' },
      ],
      result.curve,
    ),
    tableOf(
      'classes',
      [
        { name: 'class', type: 'text' },
        { name: 'items', type: 'integer', unit: 'count' },
        { name: 'item_share', type: 'number', unit: 'share' },
        { name: 'value', type: 'number', unit: result.unit },
        { name: 'value_share', type: 'number', unit: 'share' },
      ],
      result.classes,
    ),
  ];
}

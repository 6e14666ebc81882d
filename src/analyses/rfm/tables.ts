import { tableOf, type NamedTable } from '../../core/tables.js';
import type { RfmResult } from './run.js';

/** Segments, the recency × frequency map and the value range of each score. */
export function rfmTables(result: RfmResult): NamedTable[] {
  return [
    tableOf(
      'segments',
      [
        { name: 'segment', type: 'text' },
        { name: 'customers', type: 'integer', unit: 'count' },
        { name: 'customer_share', type: 'number', unit: 'share' },
        { name: 'revenue', type: 'number', unit: 'money' },
        { name: 'revenue_share', type: 'number', unit: 'share' },
        { name: 'recency_days', type: 'number', unit: 'days' },
        { name: 'frequency', type: 'number' },
        { name: 'monetary', type: 'number', unit: 'money' },
      ],
      result.segments,
    ),
    tableOf(
      'grid',
      [
        { name: 'r', type: 'integer' },
        { name: 'f', type: 'integer' },
        { name: 'customers', type: 'integer', unit: 'count' },
        { name: 'revenue', type: 'number', unit: 'money' },
      ],
      result.grid,
    ),
    tableOf(
      'cuts',
      [
        { name: 'dimension', type: 'text' },
        { name: 'score', type: 'integer' },
        { name: 'from', type: 'number' },
        { name: 'to', type: 'number' },
      ],
      result.scores,
    ),
  ];
}

import { tableOf, type NamedTable } from '../../core/tables.js';
import type { ClustersResult } from './run.js';

/** The clusters, what other numbers of clusters would be worth, and how surely each cluster comes back. */
export function clustersTables(result: ClustersResult): NamedTable[] {
  return [
    tableOf(
      'clusters',
      [
        { name: 'cluster', type: 'integer' },
        { name: 'label', type: 'text' },
        { name: 'customers', type: 'integer', unit: 'count' },
        { name: 'share', type: 'number', unit: 'share' },
        { name: 'revenue_share', type: 'number', unit: 'share' },
        { name: 'recency_days', type: 'number', unit: 'days' },
        { name: 'frequency', type: 'number' },
        { name: 'monetary', type: 'number', unit: 'money' },
      ],
      result.clusters,
    ),
    tableOf(
      'diagnostics',
      [
        { name: 'k', type: 'integer' },
        { name: 'inertia', type: 'number' },
        { name: 'silhouette', type: 'number' },
      ],
      result.fits,
    ),
    tableOf(
      'stability',
      [
        { name: 'cluster', type: 'integer' },
        { name: 'stability', type: 'number', unit: 'share' },
      ],
      result.clusters,
    ),
  ];
}

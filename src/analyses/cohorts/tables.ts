import { tableOf, type NamedTable } from '../../core/tables.js';
import type { CohortParams } from './params.js';
import type { CohortResult, CohortWarning } from './run.js';

/** The matrix in long form, the mean curve, and what to be careful about. */
export function cohortTables(result: CohortResult, params: CohortParams): NamedTable[] {
  return [
    tableOf(
      'matrix',
      [
        { name: 'cohort', type: 'date' },
        { name: 'size', type: 'integer', unit: 'count' },
        { name: 'period', type: 'integer' },
        params.measure === 'revenue'
          ? { name: 'value', type: 'number', unit: 'money' }
          : { name: 'value', type: 'integer', unit: 'count' },
        { name: 'rate', type: 'number', unit: 'share' },
        { name: 'observed', type: 'boolean' },
      ],
      result.cohorts.flatMap(({ cohort, size, cells }) => cells.map((cell) => ({ cohort, size, ...cell }))),
    ),
    tableOf(
      'curve',
      [
        { name: 'period', type: 'integer' },
        { name: 'rate', type: 'number', unit: 'share' },
        { name: 'cohorts', type: 'integer', unit: 'count' },
        { name: 'customers', type: 'integer', unit: 'count' },
      ],
      result.curve,
    ),
    tableOf(
      'warnings',
      [
        { name: 'code', type: 'text' },
        { name: 'detail', type: 'text' },
      ],
      result.warnings.map((warning) => ({ code: warning.code, detail: detailOf(warning) })),
    ),
  ];
}

/** The values of a warning, the same in every language. */
function detailOf(warning: CohortWarning): string {
  switch (warning.code) {
    case 'left_truncation':
      return `${warning.cohort}: ${warning.size} > 2 × ${warning.median}`;
    case 'partial_last_period':
      return `${warning.period}: ${warning.end}`;
    default:
      return String(warning.count);
  }
}

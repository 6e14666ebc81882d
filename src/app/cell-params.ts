import * as v from 'valibot';
import type { Analysis, Standing } from '../analyses/analysis.js';
import { shownRun, type CellState } from '../notebook/cell-state.js';
import type { Cell } from '../notebook/document.js';

/** A cell's settings completed with their defaults, for its form; as they stand when they are not valid. */
export function completeParams(
  analysis: Analysis,
  params: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const parsed = v.safeParse(analysis.params, params);
  return parsed.success ? (parsed.output as Record<string, unknown>) : { ...params };
}

/** What the form of a cell may know of it. */
export function standingOf(
  cell: Cell,
  analysis: Analysis | null | undefined,
  state: CellState,
  rerun: (id: string) => void,
): Standing {
  const run = shownRun(state);
  const [table] = analysis && run ? analysis.tables(run.result, run.params) : [];
  return {
    name: cell.name,
    columns: table?.columns ?? [],
    error: state.status === 'failed' ? state.error : null,
    rerun: () => rerun(cell.id),
  };
}

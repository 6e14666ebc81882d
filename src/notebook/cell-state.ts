import type { AppError } from '../core/errors.js';

/** What one run of a cell gave, with everything needed to draw it again and to know whether it still holds. Plain JSON. */
export interface CellRun {
  /** Says which kind, params, inputs and data the result belongs to. */
  readonly key: string;
  /** The complete params that the result was made with; the View gets these, not the cell's newer ones. */
  readonly params: unknown;
  readonly result: unknown;
  /** The statements behind the result, by name. */
  readonly sql: Readonly<Record<string, string>>;
  readonly ms: number;
  /** ISO timestamp, UTC. */
  readonly at: string;
}

/** A run as it is stored beside the notebook. */
export interface CellSnapshot extends CellRun {
  readonly cellId: string;
}

/**
 * Where a cell stands. `previous` is the last result, shown until there is a new one; `stale` means that it no longer
 * belongs to the cell's settings or to the data.
 */
export type CellState =
  | { readonly status: 'idle' }
  | { readonly status: 'running'; readonly since: number; readonly previous: CellRun | null }
  | { readonly status: 'ready'; readonly run: CellRun }
  | { readonly status: 'stale'; readonly previous: CellRun }
  | { readonly status: 'failed'; readonly error: AppError; readonly previous: CellRun | null };

/** The result that a cell shows in this state, current or not. */
export function shownRun(state: CellState): CellRun | null {
  if (state.status === 'idle') return null;
  return state.status === 'ready' ? state.run : state.previous;
}

/** The state of a cell that is not being computed and whose result, if any, is not the current one. */
export function restingState(previous: CellRun | null): CellState {
  return previous ? { status: 'stale', previous } : { status: 'idle' };
}

import { SvelteMap } from 'svelte/reactivity';
import { abortError, AppError, isAbort, toAppError } from '../core/errors.js';
import type { NamedTable } from '../core/tables.js';
import type { Warehouse } from '../core/warehouse.js';
import type { Engine } from '../engine/engine.js';
import { numericsInPlace, type Numerics } from '../engine/numerics.js';
import type { Sql } from '../engine/sql.js';
import { findFigure, type Figure } from '../analyses/figures.js';
import { isCellKind, loadAnalysis } from '../analyses/registry.js';
import { Attempts } from './attempts.js';
import { restingState, shownRun, type CellRun, type CellSnapshot, type CellState } from './cell-state.js';
import type { Cell, Notebook } from './document.js';
import { isoMoment } from './moment.js';
import { OwnTables } from './own-tables.js';
import { ScopedEngine } from './scoped-engine.js';
import { isSame } from './sql-names.js';
import { inCellText } from './sql-places.js';
import { planJobs, readersOf, type AnyAnalysis, type Job, type LoadAnalysis } from './plan.js';

export interface RunnerOptions {
  readonly engine: Engine;
  /** Where long numerics run: in place, unless a worker is given. */
  readonly numerics?: Numerics;
  /** Gives an analysis for a kind; the registry unless a test has its own. */
  readonly loadAnalysis?: LoadAnalysis;
  /** Part of every key: results that another version computed are shown, and computed again. */
  readonly appVersion?: string;
  /** Called with each new result, for storage. */
  readonly onresult?: (cell: Cell, snapshot: CellSnapshot) => void;
}

interface Wanted {
  readonly notebook: Notebook;
  readonly warehouse: Warehouse;
}

interface Running {
  readonly cellId: string;
  readonly key: string;
  readonly controller: AbortController;
}

/**
 * Keeps the results of a notebook's cells up to date: `sync` runs what changed and what reads it, one cell after the
 * other, and nothing else. The only stateful part of the notebook besides its history.
 */
export class Runner {
  readonly #options: Required<RunnerOptions>;
  readonly #states = new SvelteMap<string, CellState>();
  readonly #tables: OwnTables;
  #wanted: Wanted | null = null;
  #planned: Wanted | null = null;
  #jobs: readonly Job[] = [];
  readonly #attempts = new Attempts();
  #running: Running | null = null;
  #isBusy = false;
  #isPaused = false;
  #waiting: (() => void)[] = [];

  constructor(options: RunnerOptions) {
    this.#options = {
      numerics: numericsInPlace,
      loadAnalysis: fromRegistry,
      appVersion: '',
      onresult: () => undefined,
      ...options,
    };
    this.#tables = new OwnTables(options.engine);
  }

  /** Where a cell stands. */
  state(cellId: string): CellState {
    return this.#states.get(cellId) ?? { status: 'idle' };
  }

  /** Shows stored results at once, as stale; the next `sync` makes those that still hold ready without a run. */
  restore(snapshots: readonly CellSnapshot[]): void {
    for (const { cellId, ...run } of snapshots) {
      if (!this.#states.has(cellId)) this.#states.set(cellId, { status: 'stale', previous: run });
    }
  }

  /** Brings all results to this notebook and this data. Call it after every change of either. */
  sync(notebook: Notebook, warehouse: Warehouse): void {
    this.#isPaused = false;
    const wanted = { notebook, warehouse };
    this.#wanted = wanted;
    void this.#plan(wanted);
  }

  /** Resolves with the cell's state once nothing is left to do for it. */
  async settled(cellId: string): Promise<CellState> {
    while (this.#isPending(cellId)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.state(cellId);
  }

  /** The tables of the result that a cell shows, for scripts and exports; none without a result. */
  async tables(cell: Cell): Promise<NamedTable[]> {
    const run = shownRun(this.state(cell.id));
    if (!run) return [];
    const analysis = await this.#options.loadAnalysis(cell.kind);
    return analysis.tables(run.result, run.params);
  }

  /** Stops a cell, running or not yet begun; it stays as it is until it changes or is run again. */
  cancel(cellId: string): void {
    const job = this.#job(cellId);
    if (!job || !this.#isDue(job)) return;
    this.#attempts.refuse(cellId, job.key);
    if (this.#running?.cellId === cellId) this.#running.controller.abort(abortError());
    this.#wake();
  }

  cancelAll(): void {
    for (const job of this.#jobs) this.cancel(job.cell.id);
  }

  /** Stops everything until the next `sync`, which goes on where this left off: while the data is being changed. */
  pause(): void {
    this.#isPaused = true;
    this.#running?.controller.abort(abortError());
    this.#wake();
  }

  /** Runs a cell although nothing changed, and then the cells that read it and have no current result. */
  rerun(cellId: string): void {
    this.#attempts.askAgain(cellId);
    for (const reader of readersOf(this.#jobs, cellId)) this.#attempts.allow(reader.cell.id);
    void this.#work();
  }

  /** Makes the cells' own tables again, without running a cell: in an engine that was replaced, or in another schema. */
  republish(): void {
    this.#tables.expire();
    void this.#work();
  }

  async #plan(wanted: Wanted): Promise<void> {
    const { engine, loadAnalysis: load, appVersion } = this.#options;
    const jobs = await planJobs({ ...wanted, dialect: engine.dialect, loadAnalysis: load, appVersion });
    if (wanted !== this.#wanted) return;
    this.#jobs = jobs;
    this.#planned = wanted;
    const running = this.#running;
    if (running && this.#job(running.cellId)?.key !== running.key) running.controller.abort(abortError());
    for (const id of [...this.#states.keys()]) if (!this.#job(id)) this.#forget(id);
    for (const job of jobs) this.#compare(job);
    await this.#work();
  }

  #forget(cellId: string): void {
    this.#states.delete(cellId);
    this.#attempts.forget(cellId);
  }

  /** Sets a cell's state to what its last result is worth under the new plan. */
  #compare(job: Job): void {
    const state = this.state(job.cell.id);
    const shown = shownRun(state);
    if (state.status === 'running') return;
    if (shown?.key === job.key || this.#isDue(job)) this.#rest(job, shown);
  }

  #rest(job: Job, shown: CellRun | null): void {
    const isCurrent = shown?.key === job.key;
    this.#states.set(job.cell.id, isCurrent ? { status: 'ready', run: shown } : restingState(shown));
  }

  /** Works through what is due, one thing at a time, until nothing is. */
  async #work(): Promise<void> {
    if (this.#isBusy) return;
    this.#isBusy = true;
    try {
      for (;;) {
        await this.#tables.dropAllBut(this.#jobs.map((job) => job.cell));
        const job = this.#jobs.find((candidate) => this.#isToDo(candidate));
        if (!job) break;
        if (this.#isDue(job)) await this.#run(job);
        else await this.#publish(job);
        this.#wake();
      }
    } finally {
      this.#isBusy = false;
      this.#wake();
    }
  }

  async #run(job: Job): Promise<void> {
    const { cell, key, work } = job;
    const { engine, numerics, onresult } = this.#options;
    const previous = shownRun(this.state(cell.id));
    this.#attempts.begin(cell.id);
    if (!work.canRun) return this.#fail(job, work.error, previous);
    const controller = new AbortController();
    const running: Running = { cellId: cell.id, key, controller };
    this.#running = running;
    this.#states.set(cell.id, { status: 'running', since: Date.now(), previous });
    const started = performance.now();
    try {
      const scoped = work.tables.size === 0 ? engine : new ScopedEngine(engine, work.tables);
      const asked = work.analysis.run(
        scoped,
        work.params,
        { ...work.context, figureOf: this.#figures(job), numerics },
        controller.signal,
      );
      const result = await untilAborted(asked, controller.signal);
      const own = work.ownTable(result);
      if (own) await this.#tables.publish(cell, own, controller.signal);
      // A newer plan may have asked for something else while the last statement ran.
      controller.signal.throwIfAborted();
      const sql = Object.fromEntries(
        Object.entries({ ...work.sql, ...(own ? { table: own } : {}) }).map(([name, statement]) => [
          name,
          statement.text,
        ]),
      );
      const at = isoMoment();
      const run: CellRun = { key, params: work.params, result, sql, ms: performance.now() - started, at };
      this.#states.set(cell.id, { status: 'ready', run });
      onresult(cell, { cellId: cell.id, ...run });
    } catch (cause) {
      // An engine that stopped the call by itself would stop it again: only the person's wish tries once more.
      if (isAbort(cause) && !controller.signal.aborted) this.#attempts.refuse(cell.id, key);
      if (controller.signal.aborted || isAbort(cause)) this.#stop(job, previous);
      else await this.#fail(job, toAppError(cause), previous);
    } finally {
      this.#running = null;
    }
  }

  /** The figures of the cells that a cell reads. */
  #figures(job: Job): (reference: string) => Figure | null {
    return (reference) => {
      const [name = '', ...path] = reference.split('.');
      const read = job.reads
        .map((id) => this.#job(id))
        .find((other) => other && isSame(other.cell.name, name));
      const state = read && this.state(read.cell.id);
      if (state?.status !== 'ready' || !read?.work.canRun) return null;
      return findFigure(read.work.analysis.tables(state.run.result, state.run.params), path);
    };
  }

  /** The quiet end of a cancelled run. */
  #stop(job: Job, previous: CellRun | null): void {
    const wanted = this.#job(job.cell.id);
    if (wanted) this.#rest(wanted, previous);
    else this.#forget(job.cell.id);
  }

  async #fail(job: Job, error: AppError, previous: CellRun | null): Promise<void> {
    this.#attempts.refuse(job.cell.id, job.key);
    const placed = inCellText(error, job.cell, this.#wanted?.notebook.cells ?? []);
    this.#states.set(job.cell.id, { status: 'failed', error: placed, previous });
    // Cells that read this one must not go on with the table of its last good run.
    await this.#tables.drop(job.cell.id);
  }

  async #publish(job: Job): Promise<void> {
    const previous = shownRun(this.state(job.cell.id));
    try {
      const statement = this.#ownTable(job);
      if (statement) await this.#tables.publish(job.cell, statement);
    } catch (cause) {
      await this.#fail(job, toAppError(cause), previous);
    }
  }

  #job(cellId: string): Job | undefined {
    return this.#jobs.find((job) => job.cell.id === cellId);
  }

  #isReady(job: Job): boolean {
    const state = this.state(job.cell.id);
    return state.status === 'ready' && state.run.key === job.key;
  }

  /** True when the cell has to run: it has no current result and was not yet tried, or somebody asked for it again. */
  #isDue(job: Job): boolean {
    if (this.#attempts.isAskedAgain(job.cell.id)) return true;
    return !this.#isReady(job) && !this.#attempts.isRefused(job.cell.id, job.key);
  }

  /** True while a cell that it reads was stopped: the table there is not the one that this cell's key speaks of. */
  #isBlocked(job: Job): boolean {
    if (!job.work.canRun) return false;
    return job.reads.some((read) => {
      const input = this.#job(read);
      if (!input || this.#isReady(input)) return false;
      const isStopped = this.state(read).status !== 'failed' && this.#attempts.isRefused(read, input.key);
      return isStopped || this.#isBlocked(input);
    });
  }

  /** The table that the cell gives to others, as its current result makes it. */
  #ownTable(job: Job): Sql | undefined {
    const run = shownRun(this.state(job.cell.id));
    return job.work.canRun && run?.key === job.key ? job.work.ownTable(run.result) : undefined;
  }

  #isUnpublished(job: Job): boolean {
    const statement = this.#ownTable(job);
    return statement !== undefined && this.#isReady(job) && !this.#tables.has(job.cell, statement);
  }

  #isToDo(job: Job): boolean {
    if (this.#isPaused) return false;
    return (this.#isDue(job) && !this.#isBlocked(job)) || this.#isUnpublished(job);
  }

  #isPending(cellId: string): boolean {
    if (this.#wanted !== this.#planned || this.#running?.cellId === cellId) return true;
    const job = this.#job(cellId);
    return job !== undefined && this.#isToDo(job);
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

async function fromRegistry(kind: string): Promise<AnyAnalysis> {
  if (!isCellKind(kind)) throw new AppError('cell/unknown-kind', { kind });
  return loadAnalysis(kind);
}

/** Ends with the promise or, at once, with the signal: a run that does not heed its signal is left behind. */
async function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(abortError());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}

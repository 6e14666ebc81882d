import * as Comlink from 'comlink';
import { abortError, AppError, type ErrorCode } from '../core/errors.js';
import { valueOf, type Answer } from './answer.js';
import { startBlobWorker } from './blob-worker.js';

/** How a worker is started, and for how long it may work or idle. */
export interface WorkerPlan<Work> {
  /** Absolute URL of the script. */
  readonly url: string;
  /** Asked once, before anything else. */
  readonly begin?: (work: Comlink.Remote<Work>) => Promise<Answer<unknown>>;
  /** Milliseconds: an unused worker gives its memory back after the first, a call that takes the second is given up. */
  readonly limits: { readonly idle: number; readonly call: number };
  /** What the person is told when the worker has died, and when a call took too long. */
  readonly lost: ErrorCode;
  readonly late: ErrorCode;
}

interface Started<Work> {
  readonly worker: Worker;
  readonly work: Comlink.Remote<Work>;
  /** Rejects when the worker is gone: its calls would stay pending for ever. */
  readonly gone: Promise<never>;
}

/** A worker that may be killed at any time: started on first use, ended when idle or given up. One call at a time. */
export class WorkerClient<Work> {
  readonly #plan: WorkerPlan<Work>;
  #started: Promise<Started<Work>> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;

  constructor(plan: WorkerPlan<Work>) {
    this.#plan = plan;
  }

  /**
   * Asks the worker for something, behind what was asked before. When the signal fires the worker is killed, or the call
   * leaves the queue.
   */
  call<T>(ask: (work: Comlink.Remote<Work>) => Promise<Answer<T>>, signal?: AbortSignal): Promise<T> {
    const call = this.#last.then(() => this.#call(ask, signal));
    this.#last = call.catch(() => undefined);
    return until(call, signal, abortError);
  }

  async #call<T>(ask: (work: Comlink.Remote<Work>) => Promise<Answer<T>>, signal?: AbortSignal): Promise<T> {
    // An idle worker goes on waiting for its end.
    if (signal?.aborted) throw abortError();
    clearTimeout(this.#idle);
    const limit = AbortSignal.timeout(this.#plan.limits.call);
    const late = (): AppError => new AppError(this.#plan.late);
    try {
      return await until(until(this.#ask(ask), limit, late), signal, abortError);
    } catch (cause) {
      // Whatever the worker is doing, nobody waits for it any more; the next call starts a new one.
      this.#end();
      throw cause;
    } finally {
      this.#idle = setTimeout(() => this.#end(), this.#plan.limits.idle);
    }
  }

  async #ask<T>(ask: (work: Comlink.Remote<Work>) => Promise<Answer<T>>): Promise<T> {
    const { work, gone } = await (this.#started ??= this.#start());
    return valueOf(await Promise.race([ask(work), gone]));
  }

  async #start(): Promise<Started<Work>> {
    const { url, begin, lost } = this.#plan;
    const worker = await startBlobWorker(url);
    const gone = new Promise<never>((_, reject) => {
      worker.addEventListener('error', (event) => reject(new AppError(lost, { detail: event.message })));
    });
    gone.catch(() => undefined);
    const work = Comlink.wrap<Work>(worker);
    try {
      if (begin) valueOf(await Promise.race([begin(work), gone]));
    } catch (cause) {
      worker.terminate();
      throw cause;
    }
    return { worker, work, gone };
  }

  #end(): void {
    const started = this.#started;
    this.#started = null;
    // One that did not start has nothing to end.
    started?.then(({ worker }) => worker.terminate()).catch(() => undefined);
  }
}

/** Ends with the promise, or as soon as the signal fires. */
async function until<T>(
  promise: Promise<T>,
  signal: AbortSignal | undefined,
  reason: () => Error,
): Promise<T> {
  if (!signal) return promise;
  promise.catch(() => undefined);
  const end = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    const stop = (): void => reject(reason());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { signal: end.signal });
  });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    end.abort();
  }
}

import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { startBlobWorker } from './blob-worker.js';
import { enginePrelude } from './engine-prelude.js';

/** Where the engine's workers come from. The first starts with the page, while the rest of the code is still loading. */
export class EngineWorkers {
  /** Absolute URL of the WebAssembly: a blob worker has no folder of its own. */
  readonly wasm = new URL(wasm, document.baseURI).href;
  #first: Promise<Worker> | null;

  constructor() {
    this.#first = this.#start();
    // Whoever asks for it gets the rejection.
    this.#first.catch(() => undefined);
  }

  /** A worker that runs DuckDB's script and has not been spoken to. */
  next(signal: AbortSignal): Promise<Worker> {
    const first = this.#first;
    this.#first = null;
    return first ? untilAborted(first, signal) : this.#start(signal);
  }

  #start(signal?: AbortSignal): Promise<Worker> {
    return startBlobWorker(new URL(script, document.baseURI).href, {
      prelude: enginePrelude,
      ...(signal ? { signal } : {}),
    });
  }
}

/** The worker, or the end of the caller's patience; then nobody will use it any more. */
async function untilAborted(worker: Promise<Worker>, signal: AbortSignal): Promise<Worker> {
  let giveUp = (): void => undefined;
  const tooLate = new Promise<never>((_, reject) => {
    giveUp = () => {
      void worker.then((late) => late.terminate()).catch(() => undefined);
      reject(signal.reason as Error);
    };
    signal.addEventListener('abort', giveUp, { once: true });
  });
  try {
    return await Promise.race([worker, tooLate]);
  } finally {
    signal.removeEventListener('abort', giveUp);
  }
}

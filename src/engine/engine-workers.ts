import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import script from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { startBlobWorker } from './blob-worker.js';

/**
 * Runs in the worker before DuckDB's own script. Without `TransformStream` DuckDB hands the response itself to the
 * compiler instead of copying 34 MB through JavaScript to count them, and the browser can keep the compiled code for the
 * next visit. Bytes read from a file are in the engine's memory by the time of the next read; posted to a port that is
 * closed they are freed at once, where the garbage collector would let the whole file pile up.
 */
const prelude = `
self.TransformStream = undefined;
{
  const { port1: nowhere, port2 } = new MessageChannel();
  port2.close();
  const read = FileReaderSync.prototype.readAsArrayBuffer;
  let last = null;
  FileReaderSync.prototype.readAsArrayBuffer = function (blob) {
    if (last) nowhere.postMessage(null, [last]);
    last = read.call(this, blob);
    return last;
  };
}
`;

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
      prelude,
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

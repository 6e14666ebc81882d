import * as Comlink from 'comlink';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { abortError, AppError } from '../core/errors.js';
import { startBlobWorker } from './blob-worker.js';
import workerUrl from './compute.worker.ts?worker&url';
import type { Answer, ComputeWork } from './compute.worker.js';

/** Turns Arrow IPC streams into Parquet files and back. The bytes given are consumed. */
export interface ParquetCodec {
  encode(stream: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>;
  decode(file: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Milliseconds: an unused worker gives its memory back after the first, a call that takes the second is given up. */
const limits = { idle: 5_000, call: 120_000 } as const;

interface Started {
  readonly worker: Worker;
  readonly work: Comlink.Remote<ComputeWork>;
  /** Rejects when the worker is gone: its calls would stay pending for ever. */
  readonly gone: Promise<never>;
}

/** The codec in a worker of its own: started on first use, ended when idle. One call at a time. */
export class WorkerCodec implements ParquetCodec {
  #started: Promise<Started> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #idle: ReturnType<typeof setTimeout> | undefined;

  encode(stream: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#queue((work) => work.encodeParquet(Comlink.transfer(stream, [stream.buffer])), signal);
  }

  decode(file: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#queue((work) => work.decodeParquet(Comlink.transfer(file, [file.buffer])), signal);
  }

  #queue(
    ask: (work: Comlink.Remote<ComputeWork>) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    const call = this.#last.then(() => this.#call(ask, signal));
    this.#last = call.catch(() => undefined);
    return call;
  }

  async #call(
    ask: (work: Comlink.Remote<ComputeWork>) => Promise<Answer>,
    signal?: AbortSignal,
  ): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    if (signal?.aborted) throw abortError();
    const limit = AbortSignal.timeout(limits.call);
    try {
      return await untilStopped(this.#ask(ask), signal, limit);
    } catch (cause) {
      // Whatever the worker is doing, nobody waits for it any more; the next call starts a new one.
      this.#end();
      throw cause;
    } finally {
      this.#idle = setTimeout(() => this.#end(), limits.idle);
    }
  }

  async #ask(ask: (work: Comlink.Remote<ComputeWork>) => Promise<Answer>): Promise<Uint8Array> {
    const { work, gone } = await (this.#started ??= start());
    const answer = await Promise.race([ask(work), gone]);
    if (answer.ok) return answer.bytes;
    throw new AppError(answer.code, { detail: answer.detail, ...answer.data });
  }

  #end(): void {
    const started = this.#started;
    this.#started = null;
    // One that did not start has nothing to end.
    started?.then(({ worker }) => worker.terminate()).catch(() => undefined);
  }
}

async function start(): Promise<Started> {
  const worker = await startBlobWorker(new URL(workerUrl, document.baseURI).href);
  const gone = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) =>
      reject(new AppError('engine/lost', { detail: event.message })),
    );
  });
  gone.catch(() => undefined);
  const work = Comlink.wrap<ComputeWork>(worker);
  const answer = await Promise.race([work.start(new URL(wasmUrl, document.baseURI).href), gone]);
  if (!answer.ok) throw new AppError(answer.code, { detail: answer.detail, ...answer.data });
  return { worker, work, gone };
}

/** Ends with the promise, or as soon as one of the signals fires. */
async function untilStopped<T>(
  promise: Promise<T>,
  asked: AbortSignal | undefined,
  limit: AbortSignal,
): Promise<T> {
  promise.catch(() => undefined);
  const end = new AbortController();
  const stopped = new Promise<never>((_, reject) => {
    asked?.addEventListener('abort', () => reject(abortError()), { signal: end.signal });
    limit.addEventListener('abort', () => reject(new AppError('engine/timeout')), { signal: end.signal });
  });
  try {
    return await Promise.race([promise, stopped]);
  } finally {
    end.abort();
  }
}

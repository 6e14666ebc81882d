import * as Comlink from 'comlink';
import wasmUrl from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import workerUrl from './compute.worker.ts?worker&url';
import { WorkerClient } from './worker-client.js';
import type { ComputeWork } from './compute.worker.js';
import type { ParquetOutline } from './parquet-codec.js';

/** Turns Arrow IPC streams into Parquet files and back. The bytes given are consumed. */
export interface ParquetCodec {
  encode(stream: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>;
  decode(file: Uint8Array, signal?: AbortSignal): Promise<Uint8Array>;
}

/** Reads Parquet files of unknown origin, a part at a time. */
export interface ParquetReader {
  outline(file: Blob, signal?: AbortSignal): Promise<ParquetOutline>;
  /** Row groups that follow each other, as one Arrow IPC stream. */
  rowGroups(file: Blob, groups: readonly number[], signal?: AbortSignal): Promise<Uint8Array>;
}

/** The codec in a worker of its own. */
export class WorkerCodec implements ParquetCodec, ParquetReader {
  readonly #client = new WorkerClient<ComputeWork>({
    url: new URL(workerUrl, document.baseURI).href,
    begin: (work) => work.start(new URL(wasmUrl, document.baseURI).href),
    limits: { idle: 5_000, call: 120_000 },
    lost: 'engine/lost',
    late: 'engine/timeout',
  });

  encode(stream: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#client.call((work) => work.encodeParquet(Comlink.transfer(stream, [stream.buffer])), signal);
  }

  decode(file: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#client.call((work) => work.decodeParquet(Comlink.transfer(file, [file.buffer])), signal);
  }

  outline(file: Blob, signal?: AbortSignal): Promise<ParquetOutline> {
    return this.#client.call((work) => work.outlineParquet(file), signal);
  }

  rowGroups(file: Blob, groups: readonly number[], signal?: AbortSignal): Promise<Uint8Array> {
    return this.#client.call((work) => work.readRowGroups(file, groups), signal);
  }
}

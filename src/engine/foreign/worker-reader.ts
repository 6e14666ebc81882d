import type { WorkerCodec } from '../parquet.js';
import type { ParquetOutline } from '../parquet-codec.js';
import { WorkerClient } from '../worker-client.js';
import workerUrl from './foreign.worker.ts?worker&url';
import type { ForeignWork } from './foreign.worker.js';
import type { ArchiveMember, ForeignFile, ForeignReader, RecordsText, SheetText } from './reader.js';

/** The reader in a worker that is killed when it takes too long or when nobody waits for it any more. */
export class WorkerReader implements ForeignReader {
  readonly #codec: WorkerCodec;
  readonly #client = new WorkerClient<ForeignWork>({
    url: new URL(workerUrl, document.baseURI).href,
    limits: { idle: 5_000, call: 120_000 },
    lost: 'file/damaged',
    late: 'file/took-too-long',
  });

  constructor(codec: WorkerCodec) {
    this.#codec = codec;
  }

  sheet(file: ForeignFile, name: string | null, signal?: AbortSignal): Promise<SheetText> {
    return this.#client.call((work) => work.sheet(file, name), signal);
  }

  records(file: ForeignFile, signal?: AbortSignal): Promise<RecordsText[]> {
    return this.#client.call((work) => work.records(file), signal);
  }

  members(file: ForeignFile, signal?: AbortSignal): Promise<string[]> {
    return this.#client.call((work) => work.members(file), signal);
  }

  unzip(file: ForeignFile, paths: readonly string[], signal?: AbortSignal): Promise<ArchiveMember[]> {
    return this.#client.call((work) => work.unzip(file, paths), signal);
  }

  gunzip(file: ForeignFile, signal?: AbortSignal): Promise<Blob> {
    return this.#client.call((work) => work.gunzip(file), signal);
  }

  outline(file: Blob, signal?: AbortSignal): Promise<ParquetOutline> {
    return this.#codec.outline(file, signal);
  }

  rowGroups(file: Blob, groups: readonly number[], signal?: AbortSignal): Promise<Uint8Array> {
    return this.#codec.rowGroups(file, groups, signal);
  }
}

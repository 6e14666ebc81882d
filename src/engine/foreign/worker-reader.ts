import type { Remote } from 'comlink';
import { AppError } from '../../core/errors.js';
import type { Answer } from '../answer.js';
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
    lost: 'file/out-of-memory',
    late: 'file/took-too-long',
  });

  constructor(codec: WorkerCodec) {
    this.#codec = codec;
  }

  sheet(file: ForeignFile, name: string | null, signal?: AbortSignal): Promise<SheetText> {
    return this.#ask(file, (work) => work.sheet(file, name), signal);
  }

  records(file: ForeignFile, signal?: AbortSignal): Promise<RecordsText[]> {
    return this.#ask(file, (work) => work.records(file), signal);
  }

  members(file: ForeignFile, signal?: AbortSignal): Promise<string[]> {
    return this.#ask(file, (work) => work.members(file), signal);
  }

  unzip(file: ForeignFile, paths: readonly string[], signal?: AbortSignal): Promise<ArchiveMember[]> {
    return this.#ask(file, (work) => work.unzip(file, paths), signal);
  }

  gunzip(file: ForeignFile, signal?: AbortSignal): Promise<Blob> {
    return this.#ask(file, (work) => work.gunzip(file), signal);
  }

  outline(file: Blob, signal?: AbortSignal): Promise<ParquetOutline> {
    return this.#codec.outline(file, signal);
  }

  rowGroups(file: Blob, groups: readonly number[], signal?: AbortSignal): Promise<Uint8Array> {
    return this.#codec.rowGroups(file, groups, signal);
  }

  async #ask<T>(
    { name }: ForeignFile,
    work: (work: Remote<ForeignWork>) => Promise<Answer<T>>,
    signal?: AbortSignal,
  ): Promise<T> {
    try {
      return await this.#client.call(work, signal);
    } catch (cause) {
      throw cause instanceof AppError ? ofFile(cause, name) : cause;
    }
  }
}

/** How engines of browsers say that there is no room for something. */
const noRoom =
  /out of memory|allocation failed|invalid (string|array|array buffer|typed array) length|string longer/i;

/** The failure with the file's name, where the worker could not say it. A file that does not fit is not damaged. */
function ofFile(cause: AppError, file: string): AppError {
  const isTooLarge = cause.code === 'bug' && noRoom.test(String(cause.data['detail'] ?? ''));
  if (!isTooLarge && cause.data['file'] !== undefined) return cause;
  return new AppError(isTooLarge ? 'file/out-of-memory' : cause.code, { file, ...cause.data }, { cause });
}

import { AppError, isAbort } from '../../core/errors.js';
import { BlobSink } from './blob-sink.js';
import { Inflation } from './inflation.js';
import type { ForeignFile } from './reader.js';

/** The content of a gzip file; nothing of it is kept when it turns out to be too much, cut short or damaged. */
export async function gunzip({ name, blob }: ForeignFile, signal?: AbortSignal): Promise<Blob> {
  const inflation = new Inflation(name, blob.size);
  const sink = new BlobSink();
  const options = signal ? { signal } : {};
  const reader = blob.stream().pipeThrough(new DecompressionStream('gzip'), options).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return sink.blob();
      inflation.add(value.length);
      sink.bytes(value);
    }
  } catch (cause) {
    await reader.cancel().catch(() => undefined);
    if (cause instanceof AppError || isAbort(cause)) throw cause;
    throw new AppError('file/damaged', { file: name, detail: String(cause) }, { cause });
  }
}

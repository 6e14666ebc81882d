import { BlobSink } from '../../engine/foreign/blob-sink.js';
import { slices } from './encoding.js';

/** A text that another program had spoilt, put right, and the number of lines that were. */
export interface MendedText {
  readonly text: Blob;
  readonly lines: number;
}

/** Passes every line of a UTF-8 text through `mend`; null when the bytes are none, which is dealt with elsewhere. */
export async function mendLines(
  text: Blob,
  file: string,
  mend: (line: string) => string,
  signal?: AbortSignal,
): Promise<MendedText | null> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const sink = new BlobSink();
  let rest = '';
  let lines = 0;
  const take = (line: string): string => {
    const mended = mend(line);
    if (mended !== line) lines += 1;
    return mended;
  };
  try {
    for await (const bytes of slices(text, file, signal)) {
      const parts = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = parts.pop() ?? '';
      sink.text(parts.map((line) => `${take(line)}\n`).join(''));
    }
    sink.text(take(rest + decoder.decode()));
  } catch (cause) {
    if (cause instanceof TypeError) return null;
    throw cause;
  }
  return { text: sink.blob(), lines };
}

import { AppError } from '../../core/errors.js';
import { bytesOf, decode, decodeWestern, slices, type Decoded } from '../text/encoding.js';

/** Bytes looked at for a proposal: at the beginning, and at places all over a larger file. */
const headBytes = 192 * 1024;
const placeBytes = 24 * 1024;
const places = 8;
const mostHeadLines = 1500;
const mostPlaceLines = 100;

/** The text of a log as UTF-8. What is not valid UTF-8, wherever in the file, is read as Windows-1252. */
export async function decodeLog(blob: Blob, file: string, signal?: AbortSignal): Promise<Decoded> {
  if (blob.size === 0) throw new AppError('file/empty', { file });
  const decoded = await decode(blob, file, signal);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const bytes of slices(decoded.text, file, signal)) decoder.decode(bytes, { stream: true });
    decoder.decode();
    return decoded;
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return decodeWestern(blob, file, signal);
  }
}

/** Lines to show, from the first on, and all that a proposal is made from. */
export interface LogSample {
  readonly head: readonly string[];
  readonly all: readonly string[];
}

/** Reads the beginning of a log, and of a large one some lines from all over. */
export async function readLogSample(text: Blob, file: string): Promise<LogSample> {
  const head = (await linesAt(text, 0, headBytes, file)).slice(0, mostHeadLines);
  const all = [...head];
  if (text.size > headBytes) {
    for (let place = 1; place <= places; place += 1) {
      const from = Math.floor(((text.size - placeBytes) * place) / places);
      all.push(...(await linesAt(text, from, placeBytes, file)).slice(0, mostPlaceLines));
    }
  }
  return { head, all };
}

/** The whole lines within a range of bytes. */
async function linesAt(text: Blob, from: number, length: number, file: string): Promise<string[]> {
  const bytes = await bytesOf(text.slice(from, from + length), file);
  const lines = new TextDecoder('utf-8').decode(bytes).split(/\r\n|\n|\r/);
  if (from > 0) lines.shift();
  const isEnd = from + length >= text.size;
  if (!isEnd && lines.length > 1) lines.pop();
  if (isEnd && lines.at(-1) === '') lines.pop();
  return lines;
}

import { AppError, abortError, isAbort } from '../../core/errors.js';
import { BlobSink } from '../../engine/foreign/blob-sink.js';
import { decoderOf, isCodePage, type Decoder } from './code-pages.js';
import { CodePageGuess } from './guess-code-page.js';
import { mixedDecoder } from './mixed-lines.js';
import type { Encoding } from '../source.js';
import { brokenIn, Utf8Share } from './utf8-share.js';

/** Bytes read at a time: small enough to keep the page responsive, large enough to cost nothing. */
const sliceBytes = 4 * 1024 * 1024;

/** The text of a file as UTF-8 without byte-order mark, and how it was encoded. */
export interface Decoded {
  readonly text: Blob;
  readonly encoding: Encoding;
  /** Bytes that mean nothing in that encoding and became U+FFFD. */
  readonly brokenBytes: number;
}

/**
 * The file's bytes, slice by slice; stops when the signal fires. A file that cannot be read ends in an AppError. Every
 * slice uses the same memory: what is needed of one must be taken before the next is asked for.
 */
export async function* slices(blob: Blob, file: string, signal?: AbortSignal): AsyncGenerator<Uint8Array> {
  // A small file is read in one go.
  const reader = blob.size > sliceBytes ? byteReader(blob) : null;
  let buffer = new ArrayBuffer(reader ? sliceBytes : 0);
  try {
    for (let offset = 0; offset < blob.size; offset += sliceBytes) {
      if (signal?.aborted) throw abortError();
      const end = Math.min(offset + sliceBytes, blob.size);
      if (reader) buffer = await fill(reader, buffer, end - offset);
      yield reader ? new Uint8Array(buffer, 0, end - offset) : await bytesOf(blob.slice(offset, end), file);
    }
  } catch (cause) {
    if (cause instanceof AppError || isAbort(cause)) throw cause;
    throw new AppError('file/unreadable', { file }, { cause });
  } finally {
    await reader?.cancel().catch(() => undefined);
  }
}

/** Reads into memory that it is given; null where the browser's streams of files cannot do that. */
function byteReader(blob: Blob): ReadableStreamBYOBReader | null {
  try {
    return blob.stream().getReader({ mode: 'byob' });
  } catch {
    return null;
  }
}

/** Reads that many bytes into the buffer, which comes back as another object. */
async function fill(
  reader: ReadableStreamBYOBReader,
  buffer: ArrayBuffer,
  wanted: number,
): Promise<ArrayBuffer> {
  let filled = 0;
  while (filled < wanted) {
    const { value } = await reader.read(new Uint8Array(buffer, filled, wanted - filled));
    if (!value || value.length === 0) throw new RangeError('the file is shorter than it was');
    buffer = value.buffer;
    filled += value.length;
  }
  return buffer;
}

/** Finds the encoding from the marks and zero bytes at the start; anything but UTF-8 is transcoded. */
export async function decode(blob: Blob, file: string, signal?: AbortSignal): Promise<Decoded> {
  const head = await bytesOf(blob.slice(0, 64 * 1024), file);
  if (hasMark(head)) return { text: blob.slice(3), encoding: 'utf-8-bom', brokenBytes: 0 };
  const wide = wideEncoding(head);
  if (wide) return transcode(blob, wide, file, signal);
  if (head.includes(0) || hasManyControls(head))
    throw new AppError('file/not-a-table', { file, kind: 'binary' });
  return { text: blob, encoding: 'utf-8', brokenBytes: 0 };
}

/** Control characters that no program writes into a text: one or two are a slip, one byte in twenty is no text. */
function hasManyControls(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) if (byte < 0x09 || (byte > 0x0d && byte < 0x1a)) controls += 1;
  return controls > head.length / 20;
}

/** Reads the bytes as the person says that they are written; throws `file/wrong-encoding` when they cannot be. */
export async function decodeAs(
  blob: Blob,
  encoding: Encoding,
  file: string,
  signal?: AbortSignal,
): Promise<Decoded> {
  const head = await bytesOf(blob.slice(0, 64 * 1024), file);
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    if (head.includes(0)) throw wrongEncoding(file, encoding);
    return hasMark(head)
      ? { text: blob.slice(3), encoding: 'utf-8-bom', brokenBytes: 0 }
      : { text: blob, encoding: 'utf-8', brokenBytes: 0 };
  }
  if (isCodePage(encoding) && head.includes(0)) throw wrongEncoding(file, encoding);
  try {
    return await transcode(blob, encoding, file, signal, decoderOf(encoding, true));
  } catch (cause) {
    throw cause instanceof TypeError ? wrongEncoding(file, encoding, cause) : cause;
  }
}

/**
 * What bytes that are not all UTF-8 are taken for: damaged UTF-8 where most letters are, else the code page under which they
 * look most like Western text.
 */
export async function decodeWestern(whole: Blob, file: string, signal?: AbortSignal): Promise<Decoded> {
  // Programs write a mark of UTF-8 and go on in the code page of the machine.
  const blob = hasMark(await bytesOf(whole.slice(0, 3), file)) ? whole.slice(3) : whole;
  const guess = new CodePageGuess();
  const utf8 = new Utf8Share();
  for await (const bytes of slices(blob, file, signal)) {
    guess.add(bytes);
    utf8.add(bytes);
    if (guess.isSure) break;
  }
  if (utf8.isMost) return transcode(blob, 'utf-8', file, signal);
  const page = guess.best();
  return transcode(blob, page, file, signal, utf8.isSome ? mixedDecoder(page) : decoderOf(page));
}

/** The failure of an encoding that was chosen and does not hold. */
export function wrongEncoding(file: string, encoding: Encoding, cause?: unknown): AppError {
  return new AppError('file/wrong-encoding', { file, value: encoding }, { cause });
}

/** Reads the bytes in another encoding and writes them as UTF-8. Bytes without a meaning become U+FFFD, or a TypeError. */
async function transcode(
  blob: Blob,
  encoding: Encoding,
  file: string,
  signal?: AbortSignal,
  decoder: Decoder = decoderOf(encoding),
): Promise<Decoded> {
  const sink = new BlobSink();
  let brokenBytes = 0;
  const take = (text: string): void => {
    brokenBytes += brokenIn(text);
    sink.text(text);
  };
  for await (const bytes of slices(blob, file, signal)) take(decoder(bytes));
  take(decoder());
  return { text: sink.blob(), encoding, brokenBytes };
}

/** The bytes of a blob; a file that was changed, moved or locked since it was picked is unreadable. */
export async function bytesOf(blob: Blob, file: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await blob.arrayBuffer());
  } catch (cause) {
    throw new AppError('file/unreadable', { file }, { cause });
  }
}

function hasMark(head: Uint8Array): boolean {
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
}

/** UTF-16 by its mark, or by zero bytes on one side of most of the first characters. */
function wideEncoding(head: Uint8Array): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(head.length >> 1, 500);
  let even = 0;
  let odd = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (head[2 * pair] === 0) even += 1;
    if (head[2 * pair + 1] === 0) odd += 1;
  }
  if (pairs > 4 && odd > 0.7 * pairs && even < 0.1 * pairs) return 'utf-16le';
  if (pairs > 4 && even > 0.7 * pairs && odd < 0.1 * pairs) return 'utf-16be';
  return null;
}

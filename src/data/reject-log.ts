import { BlobSink } from '../engine/foreign/blob-sink.js';
import { lineBatches } from './text/line-batches.js';
import type { Reject } from './source.js';

/** Rejects that a source lists; all of them are kept beside it. */
export const shownRejects = 1000;
/** Characters of a value that are listed. */
const listedLetters = 200;
/** Characters of a value that are kept: what a cell of a spreadsheet holds. A longer one ends in `…`. */
const keptLetters = 32_767;

/** Values and lines of one table that cannot be read, added in the order of its lines. */
export class RejectLog {
  /** How many there are. */
  count = 0;
  /** The first thousand. */
  readonly first: Reject[] = [];
  readonly #sink = new BlobSink();
  #all: Blob | null = null;

  add(reject: Reject): void {
    this.count += 1;
    if (this.first.length < shownRejects)
      this.first.push({ ...reject, value: reject.value.slice(0, listedLetters) });
    this.#sink.text(asLine(reject));
  }

  /** All of them, for `readRejects`: out of JavaScript's memory, however many. Nothing is added afterwards. */
  all(): Blob {
    return (this.#all ??= this.#sink.blob());
  }
}

/** The rejects that a log has kept, some thousands at a time. */
export async function* readRejects(all: Blob, signal?: AbortSignal): AsyncGenerator<Reject[]> {
  for await (const lines of lineBatches(all, 'rejects', signal)) yield lines.map(ofLine);
}

/** The rejects of several logs of the same table in the order of its lines; of one line, in the order of the logs. */
export async function mergeRejects(logs: readonly RejectLog[], signal?: AbortSignal): Promise<Blob> {
  const filled = logs.filter(({ count }) => count > 0);
  if (filled.length === 1 && filled[0]) return filled[0].all();
  const merged = new BlobSink();
  const cursors = filled.map((log) => new Cursor(readRejects(log.all(), signal)));
  for (const cursor of cursors) await cursor.refill();
  for (;;) {
    let next: Cursor | null = null;
    for (const cursor of cursors)
      if (cursor.reject && (!next?.reject || cursor.reject.line < next.reject.line)) next = cursor;
    if (!next?.reject) return merged.blob();
    merged.text(asLine(next.reject));
    if (next.step()) await next.refill();
  }
}

/** A place in a log that is being read. */
class Cursor {
  readonly #batches: AsyncGenerator<Reject[]>;
  #batch: readonly Reject[] = [];
  #at = 0;

  constructor(batches: AsyncGenerator<Reject[]>) {
    this.#batches = batches;
  }

  /** Undefined behind the last one. */
  get reject(): Reject | undefined {
    return this.#batch[this.#at];
  }

  /** Goes to the next one; true when it has to be read first. */
  step(): boolean {
    this.#at += 1;
    return this.#at >= this.#batch.length;
  }

  async refill(): Promise<void> {
    this.#at = 0;
    do {
      const { value, done } = await this.#batches.next();
      this.#batch = done ? [] : value;
      if (done) return;
    } while (this.#batch.length === 0);
  }
}

/** A line of JSON without names: there may be millions. */
function asLine({ line, column, value, reason }: Reject): string {
  const kept = value.length > keptLetters ? `${value.slice(0, keptLetters - 1)}…` : value;
  return `${JSON.stringify([line, column, kept, reason])}\n`;
}

function ofLine(text: string): Reject {
  // Written by `asLine`; what comes out of the browser's storage has its checksum.
  const [line, column, value, reason] = JSON.parse(text) as [number, string | null, string, Reject['reason']];
  return { line, column, value, reason };
}

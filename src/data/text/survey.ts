import { slices } from './encoding.js';
import { keptBytes } from './kept-bytes.js';
import { fateOf, lineReject, refuseEndless, type LeftOutFate, type Table } from './records.js';
import { RecordScanner } from './record-scanner.js';
import { RejectLog } from '../reject-log.js';
import { claimsTotals, isWordless } from './total-lines.js';

/** More faulty lines than this in one piece, and it is written anew instead of being cut out of the file. */
const mostCuts = 200;
/**
 * A piece is what the engine loads in one statement: small enough for its memory to hold one uncompressed, large enough
 * to fill whole row groups.
 */
const pieceBytes = 16 * 1024 * 1024;
/** Rows that the engine compresses together: a group that a piece leaves unfinished is compressed again with the next one. */
const rowGroup = 122_880;
/** The first one is smaller: until it is surveyed the engine has nothing to do. */
const firstPieceBytes = 4 * 1024 * 1024;

/** Whole records of a table that follow each other, without the lines that do not fit. */
export interface Piece {
  /** Records that fit. */
  readonly rows: number;
  /** Share of the table behind this piece, 0–1. */
  readonly share: number;
  /** The records as a file without header; `rewrite` leaves the engine no choice in how to cut them. */
  records(rewrite: boolean): Promise<Records>;
}

/** Records as the engine gets them. */
export interface Records {
  readonly bytes: Blob;
  /** Each of them ends with a line feed and nothing else. */
  readonly hasLineFeeds: boolean;
  /** Bytes of the longest one. */
  readonly longest: number;
}

/** Thrown when bytes turn out not to be UTF-8. */
export class NotUtf8 extends Error {}

/** One pass over all bytes of a table: how many records fit, and which do not. Complete when the pass has ended. */
export class Survey {
  rows = 0;
  /** Lines that hold no data, by what they are. */
  readonly leftOut: Record<LeftOutFate, number> = { empty: 0, 'repeated-header': 0, total: 0 };
  /** Lines left out as totals of which only the sums can tell whether they are. */
  readonly doubtful: number[] = [];
  /** The last row, when it looks like sums without a word for it; 0 otherwise. */
  wordlessLine = 0;
  /** Rows that lack fields at their end. */
  short = 0;
  /** Lines that do not fit. */
  readonly rejects = new RejectLog();
  readonly #table: Table;
  readonly #used = new Set<number>();
  /** Of the piece that is being read: byte ranges that the engine must not see, and whether it would misread others. */
  #cuts: [from: number, to: number][] = [];
  #isOdd = false;
  #longest = 0;

  constructor(table: Table) {
    this.#table = table;
  }

  /** Columns without a name that hold nothing. */
  get emptyColumns(): number[] {
    return this.#table.dialect.unnamed.filter((index) => !this.#used.has(index));
  }

  /** Makes the pass, piece by piece; `onkept` is shown every record that fits. Throws `NotUtf8`. */
  async *pieces(
    signal?: AbortSignal,
    onkept: (record: RecordScanner) => void = () => undefined,
  ): AsyncGenerator<Piece> {
    const { file, text, dialect } = this.#table;
    const data = text.slice(dialect.dataOffset);
    const ready: Piece[] = [];
    let from = 0;
    let rowsBefore = 0;
    const take = (record: RecordScanner): void => {
      if (this.#count(record)) onkept(record);
      const at = record.offset + record.next;
      if (isEnough(at - from, from === 0, this.rows)) ready.push(piece(at));
    };
    const scanner = new RecordScanner(dialect.delimiter, dialect.dataLine, take, dialect.countsRecords);
    const check = utf8Check();
    const piece = (to: number): Piece => {
      const records = { ...this.#table, text: data.slice(from, to), dialect: { ...dialect, dataOffset: 0 } };
      const cuts = this.#cuts.map(([start, end]) => [start - from, end - from] as const);
      const hasMixedNewlines = ![0, 1, 2].includes(scanner.newlines);
      const isOdd = this.#isOdd || hasMixedNewlines || cuts.length > mostCuts;
      const hasLineFeeds = isOdd || scanner.newlines < 2;
      const longest = this.#longest;
      const rows = this.rows - rowsBefore;
      rowsBefore = this.rows;
      from = to;
      scanner.newlines = 0;
      this.#cuts = [];
      this.#isOdd = false;
      this.#longest = 0;
      return {
        rows,
        share: to / data.size,
        records: async (rewrite) => ({
          bytes: await keptBytes(records, cuts, rewrite || isOdd, signal),
          hasLineFeeds: rewrite || hasLineFeeds,
          longest,
        }),
      };
    };
    for await (const bytes of slices(data, file, signal)) {
      check(bytes);
      scanner.push(bytes);
      refuseEndless(scanner, file);
      yield* ready.splice(0);
    }
    check();
    scanner.finish();
    yield* ready;
    if (data.size > from) yield piece(data.size);
  }

  /** Counts a record; true when it is one of the table's rows. */
  #count(record: RecordScanner): boolean {
    const { dialect } = this.#table;
    const fate = fateOf(record, dialect);
    if (record.end - record.start > this.#longest) this.#longest = record.end - record.start;
    if (fate === 'kept') {
      this.rows += 1;
      this.wordlessLine = isWordless(record) ? record.line : 0;
      if (record.flaw === 'stray' || record.count !== dialect.names.length) this.#isOdd = true;
      if (record.count < dialect.names.length && dialect.fewestFields < dialect.names.length) this.short += 1;
      for (const index of dialect.unnamed) if (record.holds(index)) this.#used.add(index);
      return true;
    }
    // A line feed alone is skipped by the engine too.
    if ((record.end > record.begin || dialect.names.length === 1) && this.#cuts.length <= mostCuts) {
      this.#cuts.push([record.offset + record.begin, record.offset + record.next]);
    }
    if (fate === 'empty' || fate === 'repeated-header' || fate === 'total') {
      this.leftOut[fate] += 1;
      if (fate === 'total' && claimsTotals(record) === 'perhaps') this.doubtful.push(record.line);
    } else {
      this.rejects.add(lineReject(record, fate));
    }
    return false;
  }
}

/** A piece of so many bytes is complete when the table has that many rows with it. */
function isEnough(bytes: number, isFirst: boolean, rows: number): boolean {
  if (isFirst) return bytes >= firstPieceBytes;
  return bytes >= pieceBytes || (bytes >= pieceBytes / 2 && rows % rowGroup === 0);
}

/** Looks at slice after slice, and at the end without one. ASCII needs no decoding. */
function utf8Check(): (bytes?: Uint8Array) => void {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isWide = false;
  return (bytes) => {
    // From the first other letter on, a character may go over the end of a slice.
    if (!isWide && (!bytes || isAscii(bytes))) return;
    isWide = true;
    try {
      if (bytes) decoder.decode(bytes, { stream: true });
      else decoder.decode();
    } catch (cause) {
      throw new NotUtf8('not UTF-8', { cause });
    }
  };
}

/** True when no byte has its high bit set, looked at four at a time. */
function isAscii(bytes: Uint8Array): boolean {
  const whole = bytes.length >> 2;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset, whole);
  let bits = 0;
  for (let index = 0; index < whole; index += 1) bits |= words[index]!;
  for (let index = whole * 4; index < bytes.length; index += 1) bits |= bytes[index]!;
  return (bits & 0x80808080) === 0;
}

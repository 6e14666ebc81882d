/** What is wrong with the quotes of a record. `stray`: a quote inside quoted text that is not doubled. */
export type QuoteFlaw = 'none' | 'stray' | 'unclosed';

const quote = 0x22;
const blank = 0x20;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const formFeed = 0x0c;
/** Bytes of the longest record that is read: the engine keeps several times as many while it cuts one. */
export const longestRecord = 32 * 1024 * 1024;

/**
 * Cuts UTF-8 bytes into records and fields by RFC 4180: quotes protect delimiters and newlines, two quotes are one.
 * A quote that opens and never closes costs its own line only: reading goes on at the next one. The scanner itself is
 * what the callback looks at: `line`, `count`, `text(index)`… are those of the record just found.
 */
export class RecordScanner {
  /** Line of the file on which the record begins, from 1. */
  line: number;
  /** Number of fields. */
  count = 0;
  /** Where the record begins in `bytes`; where what can be seen of it does: byte-order marks of joined files, form feeds. */
  begin = 0;
  start = 0;
  /** Its end, without the newline. */
  end = 0;
  flaw: QuoteFlaw = 'none';
  bytes: Uint8Array = new Uint8Array();
  /** Bytes before `bytes[0]` in the whole text. */
  offset = 0;
  /** Kinds of newline seen outside quotes: 1 line feed, 2 both, 4 carriage return alone. */
  newlines = 0;
  readonly #delimiter: number;
  readonly #special = new Uint8Array(256);
  readonly #onrecord: (scanner: RecordScanner) => void;
  readonly #countsRecords: boolean;
  /** Holds what is being cut: the unfinished record of before and the bytes just taken. */
  #buffer = new Uint8Array();
  #ends = new Int32Array(1100);
  #quotedLines = 0;
  #next = 0;
  #whole: string | null = null;

  /** `countsRecords`: every record counts as one line, whatever stands in its quotes, as a row of a sheet does. */
  constructor(
    delimiter: string,
    firstLine: number,
    onrecord: (scanner: RecordScanner) => void,
    countsRecords = false,
  ) {
    this.#countsRecords = countsRecords;
    this.#delimiter = delimiter.charCodeAt(0);
    this.#onrecord = onrecord;
    this.line = firstLine;
    for (const byte of [this.#delimiter, lineFeed, carriageReturn]) this.#special[byte] = 1;
  }

  /** Takes the next bytes. Records that are complete are reported; the rest waits for more. */
  push(chunk: Uint8Array): void {
    this.#scan(chunk, false);
  }

  /** Reports what is left. */
  finish(): void {
    this.#scan(new Uint8Array(), true);
  }

  /** Where the next record begins, in `bytes`, which are only there until more are pushed. */
  get next(): number {
    return this.#next;
  }

  /** The record that has begun is longer than any that is read: whoever goes on would take in the rest of the file. */
  get isEndless(): boolean {
    return this.bytes.length - this.#next > longestRecord;
  }

  /** Line on which the next record begins. */
  get nextLine(): number {
    return this.line + 1 + (this.#countsRecords || this.flaw === 'unclosed' ? 0 : this.#quotedLines);
  }

  /** Where a field begins in `bytes`. */
  startOf(index: number): number {
    return index === 0 ? this.start : this.#ends[index - 1]! + 1;
  }

  /** Length of a field as written, quotes included. */
  length(index: number): number {
    return this.#ends[index]! - this.startOf(index);
  }

  /** The first three bytes of a field behind its quote, letters in lower case, as one number. */
  beginning(index: number): number {
    const start = this.startOf(index);
    const at = this.bytes[start] === quote ? start + 1 : start;
    const byte = (offset: number): number => (this.bytes[at + offset] ?? 0) | 0x20;
    return (byte(0) << 16) | (byte(1) << 8) | byte(2);
  }

  /** A field holds more than blanks. */
  holds(index: number): boolean {
    return index < this.count && this.length(index) > 0 && this.text(index).trim() !== '';
  }

  /** The text of a field, unquoted; empty behind the last one. */
  text(index: number): string {
    if (index >= this.count) return '';
    // One call decodes the record; in ASCII the fields then stand at their byte positions.
    this.#whole ??= utf8.decode(this.bytes.subarray(this.start, this.end));
    const from = this.startOf(index);
    const to = this.#ends[index]!;
    const isAscii = this.#whole.length === this.end - this.start;
    const raw = isAscii
      ? this.#whole.slice(from - this.start, to - this.start)
      : utf8.decode(this.bytes.subarray(from, to));
    if (this.flaw === 'unclosed') return raw;
    if (raw.startsWith('"')) return unquote(raw);
    return this.flaw === 'stray' && /^ +"[^]*" *$/.test(raw) ? unquote(raw.trimStart()) : raw;
  }

  #scan(chunk: Uint8Array, final: boolean): void {
    const left = this.bytes.length - this.#next;
    const length = left + chunk.length;
    if (length > this.#buffer.length) {
      const wider = new Uint8Array(length + (left > 0 ? left : chunk.length >> 4));
      wider.set(this.bytes.subarray(this.#next));
      this.#buffer = wider;
    } else {
      this.#buffer.copyWithin(0, this.#next, this.#next + left);
    }
    this.#buffer.set(chunk, left);
    this.bytes = this.#buffer.subarray(0, length);
    this.offset += this.#next;
    this.#next = 0;
    while (this.#next < this.bytes.length) {
      this.begin = this.#next;
      this.start = this.begin + this.#unseen();
      const next = this.#record(final);
      if (next < 0) return;
      // The engine would see it: it must get the record rewritten.
      if (this.start > this.begin && this.flaw === 'none') this.flaw = 'stray';
      this.#next = next;
      this.#whole = null;
      this.#onrecord(this);
      this.line = this.nextLine;
    }
  }

  /** Bytes at `begin` that nobody sees. */
  #unseen(): number {
    const first = this.bytes[this.begin];
    if (first === formFeed) return 1;
    return first === 0xef && this.bytes[this.begin + 1] === 0xbb && this.bytes[this.begin + 2] === 0xbf
      ? 3
      : 0;
  }

  /** Finds the fields of the record at `start`; answers where the next begins, -1 when bytes are missing. */
  #record(final: boolean): number {
    const bytes = this.bytes;
    const special = this.#special;
    const length = bytes.length;
    const delimiter = this.#delimiter;
    let ends = this.#ends;
    let at = this.start;
    let count = 0;
    this.flaw = 'none';
    this.#quotedLines = 0;
    for (;;) {
      if (bytes[at] === quote) {
        const close = this.#closingQuote(at + 1, final);
        if (close === -1) return -1;
        if (close === -2) return this.#giveUpLine();
        at = close + 1;
      } else if (bytes[at] === blank) {
        const close = this.#paddedQuote(at, final);
        if (close === -1) return -1;
        if (close > 0) at = close + 1;
      }
      while (at < length && special[bytes[at]!] === 0) at += 1;
      if (at >= length && !final) return -1;
      if (count === ends.length) ends = this.#grow();
      ends[count] = at;
      count += 1;
      if (at >= length || bytes[at] !== delimiter) break;
      at += 1;
    }
    this.count = count;
    this.end = at;
    return this.#afterNewline(at, final);
  }

  /** Where a field closes that is quoted behind blanks: 0 when it is none, -1 when bytes are missing. */
  #paddedQuote(from: number, final: boolean): number {
    let at = from;
    while (this.bytes[at] === blank) at += 1;
    if (at >= this.bytes.length && !final) return -1;
    if (this.bytes[at] !== quote) return 0;
    const { flaw } = this;
    this.flaw = 'none';
    const close = this.#closingQuote(at + 1, final);
    const isClean = close >= 0 && this.flaw === 'none';
    // The engine reads such a field otherwise: it must get it rewritten.
    this.flaw = isClean ? 'stray' : flaw;
    return close === -1 ? -1 : isClean ? close : 0;
  }

  /** Position of the quote that closes the field: -1 when bytes are missing, -2 when there is none. */
  #closingQuote(from: number, final: boolean): number {
    const bytes = this.bytes;
    const length = bytes.length;
    let lines = 0;
    for (let at = from; ; at += 1) {
      while (at < length && bytes[at] !== quote) {
        const byte = bytes[at]!;
        if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) lines += 1;
        at += 1;
      }
      if (at - from > longestRecord) return -2;
      if (at >= length) return final ? -2 : -1;
      let after = at + 1;
      if (bytes[after] === quote) {
        at = after;
        continue;
      }
      while (bytes[after] === 0x20) after += 1;
      if (after >= length && !final) return -1;
      if (after >= length || this.#special[bytes[after]!] === 1) {
        this.#quotedLines += lines;
        return at;
      }
      if (lines > 0) return -2;
      this.flaw = 'stray';
    }
  }

  /** The quote that opened on this line never closes: the record is this one line. */
  #giveUpLine(): number {
    let at = this.start;
    while (at < this.bytes.length && this.bytes[at] !== lineFeed && this.bytes[at] !== carriageReturn)
      at += 1;
    this.flaw = 'unclosed';
    this.count = 1;
    this.#ends[0] = at;
    this.end = at;
    return this.#afterNewline(at, true);
  }

  #afterNewline(at: number, final: boolean): number {
    if (at >= this.bytes.length) return at;
    if (this.bytes[at] === lineFeed) {
      this.newlines |= 1;
      return at + 1;
    }
    if (at + 1 >= this.bytes.length && !final) return -1;
    const both = this.bytes[at + 1] === lineFeed;
    this.newlines |= both ? 2 : 4;
    return at + (both ? 2 : 1);
  }

  #grow(): Int32Array<ArrayBuffer> {
    const wider = new Int32Array(this.#ends.length * 2);
    wider.set(this.#ends);
    this.#ends = wider;
    return wider;
  }
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

function unquote(raw: string): string {
  const inner = raw.slice(1, raw.lastIndexOf('"'));
  return inner.includes('"') ? inner.replaceAll('""', '"') : inner;
}

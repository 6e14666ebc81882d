/** A record longer than this is none: something before it never closed. */
const longestRecord = 64 * 1024 * 1024;

const quote = 0x22;
const backslash = 0x5c;
const lineFeed = 0x0a;

/** What stands where a record was expected: its bytes and the line on which it begins. */
export interface RawRecord {
  readonly bytes: Uint8Array;
  readonly line: number;
}

/** Thrown where a list of records is not closed, or goes on behind its end. */
export class UnclosedRecord extends Error {
  constructor(readonly line: number) {
    super('unclosed record');
  }
}

/**
 * Cuts JSON values that follow each other, with or without commas, out of bytes that come in chunks. It knows strings
 * and brackets and nothing else; whether a value is well-formed is for `JSON.parse` to say. A `]` ends the list.
 */
export class JsonSplitter {
  readonly #onrecord: (record: RawRecord) => void;
  #buffer: Uint8Array = new Uint8Array();
  /** Where the scan goes on in the buffer, and where the record that is open began; -1 between records. */
  #at = 0;
  #start = -1;
  #depth = 0;
  #inString = false;
  #isEnded = false;
  #line: number;
  #startLine: number;

  constructor(firstLine: number, onrecord: (record: RawRecord) => void) {
    this.#onrecord = onrecord;
    this.#line = firstLine;
    this.#startLine = firstLine;
  }

  push(chunk: Uint8Array): void {
    const kept = this.#start < 0 ? this.#buffer.length : this.#start;
    const left = this.#buffer.subarray(kept);
    if (left.length > longestRecord) throw new UnclosedRecord(this.#startLine);
    const joined = new Uint8Array(left.length + chunk.length);
    joined.set(left);
    joined.set(chunk, left.length);
    this.#at -= kept;
    if (this.#start >= 0) this.#start = 0;
    this.#buffer = joined;
    this.#scan();
  }

  /** Reports a last value without brackets. `mustEnd`: the list has a `]`, which must have come. */
  finish(mustEnd: boolean): void {
    if (this.#depth > 0 || this.#inString || (mustEnd && !this.#isEnded))
      throw new UnclosedRecord(this.#start < 0 ? this.#line : this.#startLine);
    if (this.#start >= 0) this.#report(this.#buffer.length);
  }

  #scan(): void {
    const bytes = this.#buffer;
    let at = this.#at;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at]!;
      if (byte === lineFeed) this.#line += 1;
      if (this.#inString) {
        // What is escaped may be in the next chunk: then `at` begins behind the chunk's start.
        if (byte === backslash) at += 1;
        else if (byte === quote) this.#inString = false;
        continue;
      }
      if (byte <= 0x20 || byte === 0x2c) {
        if (this.#depth === 0 && this.#start >= 0) this.#report(at);
        continue;
      }
      const isOpening = byte === 0x7b || byte === 0x5b;
      const isClosing = byte === 0x7d || byte === 0x5d;
      if (isClosing && this.#depth === 0) {
        if (this.#start >= 0) this.#report(at);
        if (byte === 0x7d || this.#isEnded) throw new UnclosedRecord(this.#line);
        this.#isEnded = true;
        continue;
      }
      if (this.#start < 0) {
        if (this.#isEnded) throw new UnclosedRecord(this.#line);
        this.#start = at;
        this.#startLine = this.#line;
      }
      if (byte === quote) this.#inString = true;
      if (isOpening) this.#depth += 1;
      if (isClosing) this.#depth -= 1;
      if (isClosing && this.#depth === 0) this.#report(at + 1);
    }
    this.#at = at;
  }

  #report(end: number): void {
    const bytes = this.#buffer.subarray(this.#start, end);
    this.#start = -1;
    this.#onrecord({ bytes, line: this.#startLine });
  }
}

/** Cuts bytes that come in chunks into lines; empty ones count too. */
export class LineSplitter {
  readonly #onrecord: (record: RawRecord) => void;
  #left: Uint8Array = new Uint8Array();
  #line = 1;

  constructor(onrecord: (record: RawRecord) => void) {
    this.#onrecord = onrecord;
  }

  push(chunk: Uint8Array): void {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      this.#report(this.#joined(chunk.subarray(from, end)));
      this.#left = new Uint8Array();
      from = end + 1;
    }
    this.#left = this.#joined(chunk.slice(from));
    if (this.#left.length > longestRecord) throw new UnclosedRecord(this.#line);
  }

  finish(): void {
    if (this.#left.length > 0) this.#report(this.#left);
  }

  #joined(bytes: Uint8Array): Uint8Array {
    if (this.#left.length === 0) return bytes;
    const joined = new Uint8Array(this.#left.length + bytes.length);
    joined.set(this.#left);
    joined.set(bytes, this.#left.length);
    return joined;
  }

  #report(bytes: Uint8Array): void {
    this.#onrecord({ bytes, line: this.#line });
    this.#line += 1;
  }
}

import { abortError } from '../../core/errors.js';
import { lineBatches } from './log-lines.js';
import { lineReader, readLine, verbatim, wholeLine, type LineReader } from './read-line.js';

/** An expression for the beginning of a line, and how long lines it may be tried on (see `checkPattern`). */
export interface LogPattern {
  readonly source: string;
  readonly longestLine: number;
}

export interface LogLine {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** What patterns make of a whole log. Lines = matched + unmatched; empty lines are counted apart. */
export interface LogMatch {
  readonly lines: number;
  readonly emptyLines: number;
  /** Lines that each pattern is the first to match. */
  readonly matched: readonly number[];
  readonly unmatchedCount: number;
  /** The first lines that no pattern matches. */
  readonly unmatched: readonly LogLine[];
  /** The fields of all patterns, and `verbatim` at the end. */
  readonly columns: readonly string[];
  /** The first rows; a field that a line lacks is empty. */
  readonly rows: readonly (readonly string[])[];
  /** Patterns that were given up because they took too long. */
  readonly tooSlow: readonly number[];
  /** One record for each line, the empty ones too, below a header; null when it was not asked for. */
  readonly csv: Blob | null;
}

export interface MatchOptions {
  /** Name of the file, for errors. */
  readonly file: string;
  readonly signal?: AbortSignal;
  /** Make the table, not only the counts. */
  readonly isWriting?: boolean;
  /** Milliseconds that one pattern may take in all. */
  readonly patternBudget?: number;
}

const shownLines = 200;
const shownRows = 100;
/** Milliseconds of work before others get their turn. */
const turn = 25;
const linesBetweenLooks = 100;
/** Milliseconds; lines that take less than one are not counted. */
const usualBudget = 5000;
const csvPiece = 1024 * 1024;

/** Reads a log line by line with the first pattern that matches each. It never holds more than a part of the file. */
export async function matchLog(
  text: Blob,
  patterns: readonly LogPattern[],
  { file, signal, isWriting = false, patternBudget = usualBudget }: MatchOptions,
): Promise<LogMatch> {
  const readers = patterns.map(({ source, longestLine }) => lineReader(source, longestLine));
  const columns = columnsOf(readers);
  const run = new Run(readers, patternBudget);
  const matched = patterns.map(() => 0);
  const unmatched: LogLine[] = [];
  const rows: string[][] = [];
  const csv = isWriting ? new CsvPieces(columns) : null;
  let number = 0;
  let emptyLines = 0;
  let unmatchedCount = 0;
  let turnEnds = performance.now() + turn;
  for await (const batch of lineBatches(text, file, signal)) {
    for (const line of batch) {
      number += 1;
      if ((number % linesBetweenLooks === 0 || run.isSlow) && performance.now() > turnEnds) {
        await new Promise((resolve) => setTimeout(resolve));
        if (signal?.aborted) throw abortError();
        turnEnds = performance.now() + turn;
      }
      if (line.trim() === '') {
        emptyLines += 1;
        csv?.add([]);
        continue;
      }
      const found = run.read(line);
      if (found) matched[found.pattern] = (matched[found.pattern] ?? 0) + 1;
      else {
        unmatchedCount += 1;
        if (unmatched.length < shownLines) unmatched.push({ number, text: line });
      }
      const fields = found?.fields ?? wholeLine(line);
      const row = columns.map((name) => fields.get(name) ?? '');
      if (rows.length < shownRows) rows.push(row);
      csv?.add(row);
    }
  }
  const lines = number - emptyLines;
  const tooSlow = run.tooSlow;
  return {
    lines,
    emptyLines,
    matched,
    unmatchedCount,
    unmatched,
    columns,
    rows,
    tooSlow,
    csv: csv?.blob() ?? null,
  };
}

function columnsOf(readers: readonly LineReader[]): string[] {
  const names = new Set(readers.flatMap(({ groups }) => groups.filter((name) => name !== null)));
  names.delete(verbatim);
  return [...names, verbatim];
}

/** Tries the patterns on line after line, and watches those that may be slow. */
class Run {
  readonly tooSlow: number[] = [];
  readonly #readers: readonly LineReader[];
  readonly #budget: number;
  readonly #spent: number[];
  /** The last line took long enough to be noticed. */
  isSlow = false;

  constructor(readers: readonly LineReader[], budget: number) {
    this.#readers = readers;
    this.#budget = budget;
    this.#spent = readers.map(() => 0);
  }

  read(line: string): { pattern: number; fields: Map<string, string> } | null {
    this.isSlow = line.length > 5000;
    for (const [pattern, reader] of this.#readers.entries()) {
      if (this.tooSlow.includes(pattern)) continue;
      const begin = performance.now();
      const fields = readLine(reader, line);
      const took = performance.now() - begin;
      if (took > 5) this.isSlow = true;
      const spent = (this.#spent[pattern] ?? 0) + (took > 1 ? took : 0);
      this.#spent[pattern] = spent;
      if (spent > this.#budget) this.tooSlow.push(pattern);
      if (fields) return { pattern, fields };
    }
    return null;
  }
}

/** A table as CSV, one line for each record, in pieces that the browser may keep elsewhere. */
class CsvPieces {
  readonly #pieces: Blob[] = [];
  #piece: string;

  constructor(columns: readonly string[]) {
    this.#piece = `${columns.map(quoted).join(',')}\n`;
  }

  add(fields: readonly string[]): void {
    this.#piece += `${fields.map(quoted).join(',')}\n`;
    if (this.#piece.length > csvPiece) this.#close();
  }

  blob(): Blob {
    this.#close();
    return new Blob(this.#pieces, { type: 'text/csv' });
  }

  #close(): void {
    this.#pieces.push(new Blob([this.#piece]));
    this.#piece = '';
  }
}

function quoted(field: string): string {
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

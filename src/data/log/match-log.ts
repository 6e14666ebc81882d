import { abortError } from '../../core/errors.js';
import { DateEvidence, yearFirst, type DateOrder } from './date-orders.js';
import { lineBatches } from '../text/line-batches.js';
import { CsvPieces } from './csv-pieces.js';
import { PatternRun } from './pattern-run.js';
import { lineReader, verbatim, wholeLine, type LineReader } from './read-line.js';

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
  /** The first of them, null where a pattern matches none. */
  readonly firstMatched: readonly (LogLine | null)[];
  readonly unmatchedCount: number;
  /** The first lines that no pattern matches. */
  readonly unmatched: readonly LogLine[];
  /** The fields of all patterns, and `verbatim` at the end. */
  readonly columns: readonly string[];
  /** The first rows; a field that a line lacks is empty. */
  readonly rows: readonly (readonly string[])[];
  /** Patterns that were given up because they took too long. */
  readonly tooSlow: readonly number[];
  /** Columns whose dates are written in several ways that can be told apart. */
  readonly mixedDates: ReadonlyMap<string, DateOrder>;
  /** Dates that were put year first because `dates` said so. */
  readonly datesTurned: number;
  /** One record for each line, the empty ones too, below a header; null when it was not asked for. */
  readonly csv: Blob | null;
}

export interface MatchOptions {
  /** Name of the file, for errors. */
  readonly file: string;
  readonly signal?: AbortSignal;
  /** Make the table, not only the counts. */
  readonly isWriting?: boolean;
  /** Columns whose dates are put year first. */
  readonly dates?: ReadonlyMap<string, DateOrder>;
  /** Milliseconds that one pattern may take in all. */
  readonly patternBudget?: number;
  /** Milliseconds that have gone by since some moment. */
  readonly now?: () => number;
}

const shownLines = 200;
const shownRows = 100;
/** Milliseconds of work before others get their turn. */
const turn = 25;
const linesBetweenLooks = 100;
/** Milliseconds; lines that take less than one are not counted. */
const usualBudget = 5000;

/** Reads a log line by line with the first pattern that matches each. It never holds more than a part of the file. */
export async function matchLog(
  text: Blob,
  patterns: readonly LogPattern[],
  options: MatchOptions,
): Promise<LogMatch> {
  const { file, signal, isWriting = false, dates = new Map(), patternBudget = usualBudget } = options;
  const now = options.now ?? (() => performance.now());
  const readers = patterns.map(({ source, longestLine }) => lineReader(source, longestLine));
  const run = new PatternRun(readers, patternBudget, now);
  const tally = new Tally(columnsOf(readers), patterns.length, dates, isWriting);
  let number = 0;
  let turnEnds = now() + turn;
  for await (const batch of lineBatches(text, file, signal)) {
    for (const line of batch) {
      number += 1;
      if ((number % linesBetweenLooks === 0 || run.isSlow) && now() > turnEnds) {
        await new Promise((resolve) => setTimeout(resolve));
        if (signal?.aborted) throw abortError();
        turnEnds = now() + turn;
      }
      if (line.trim() === '') tally.addEmpty();
      else tally.add(number, line, run.read(line));
    }
  }
  return tally.result(run.tooSlow);
}

function columnsOf(readers: readonly LineReader[]): string[] {
  const names = new Set(readers.flatMap(({ groups }) => groups.filter((name) => name !== null)));
  names.delete(verbatim);
  return [...names, verbatim];
}

/** Counts lines, keeps the first ones for showing, and writes the table. */
class Tally {
  readonly #columns: readonly string[];
  readonly #dates: ReadonlyMap<string, DateOrder>;
  readonly #evidence = new DateEvidence();
  readonly #csv: CsvPieces | null;
  readonly #matched: number[];
  readonly #firstMatched: (LogLine | null)[];
  readonly #unmatched: LogLine[] = [];
  readonly #rows: string[][] = [];
  #lines = 0;
  #emptyLines = 0;
  #unmatchedCount = 0;
  #datesTurned = 0;

  constructor(
    columns: readonly string[],
    patterns: number,
    dates: ReadonlyMap<string, DateOrder>,
    isWriting: boolean,
  ) {
    this.#columns = columns;
    this.#dates = dates;
    this.#matched = Array.from({ length: patterns }, () => 0);
    this.#firstMatched = this.#matched.map(() => null);
    this.#csv = isWriting ? new CsvPieces(columns) : null;
  }

  addEmpty(): void {
    this.#emptyLines += 1;
    this.#csv?.add([]);
  }

  add(number: number, line: string, found: { pattern: number; fields: Map<string, string> } | null): void {
    this.#lines += 1;
    if (found) {
      this.#matched[found.pattern] = (this.#matched[found.pattern] ?? 0) + 1;
      this.#firstMatched[found.pattern] ??= { number, text: line };
    } else {
      this.#unmatchedCount += 1;
      if (this.#unmatched.length < shownLines) this.#unmatched.push({ number, text: line });
    }
    const fields = found?.fields ?? wholeLine(line);
    for (const [column, value] of fields) if (column !== verbatim) this.#evidence.add(column, value);
    const row = this.#row(fields, this.#dates);
    if (this.#rows.length < shownRows) this.#rows.push(row);
    this.#csv?.add(row);
  }

  result(tooSlow: readonly number[]): LogMatch {
    const mixedDates = this.#evidence.mixed();
    const asFields = (row: readonly string[]): Map<string, string> =>
      new Map(this.#columns.map((name, index) => [name, row[index] ?? '']));
    const datesTurned = this.#datesTurned;
    return {
      lines: this.#lines,
      emptyLines: this.#emptyLines,
      matched: this.#matched,
      firstMatched: this.#firstMatched,
      unmatchedCount: this.#unmatchedCount,
      unmatched: this.#unmatched,
      columns: this.#columns,
      rows: this.#rows.map((row) => this.#row(asFields(row), mixedDates)),
      tooSlow,
      mixedDates,
      datesTurned,
      csv: this.#csv?.blob() ?? null,
    };
  }

  #row(fields: ReadonlyMap<string, string>, dates: ReadonlyMap<string, DateOrder>): string[] {
    return this.#columns.map((name) => {
      const value = fields.get(name) ?? '';
      const order = dates.get(name);
      const plain = order === undefined ? value : yearFirst(value, order);
      if (plain !== value) this.#datesTurned += 1;
      return plain;
    });
  }
}

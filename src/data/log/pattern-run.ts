import { readLine, type LineReader } from './read-line.js';

/** Tries patterns on line after line, and gives up those that take longer than `budget` milliseconds in all. */
export class PatternRun {
  readonly tooSlow: number[] = [];
  readonly #readers: readonly LineReader[];
  readonly #budget: number;
  readonly #spent: number[];
  readonly #now: () => number;
  /** The last line took long enough, or is so long, that a pause may be due. */
  isSlow = false;

  constructor(readers: readonly LineReader[], budget: number, now: () => number) {
    this.#readers = readers;
    this.#budget = budget;
    this.#now = now;
    this.#spent = readers.map(() => 0);
  }

  read(line: string): { pattern: number; fields: Map<string, string> } | null {
    this.isSlow = line.length > 5000;
    for (const [pattern, reader] of this.#readers.entries()) {
      if (this.tooSlow.includes(pattern)) continue;
      const begin = this.#now();
      const fields = readLine(reader, line);
      const took = this.#now() - begin;
      if (took > 5) this.isSlow = true;
      const spent = (this.#spent[pattern] ?? 0) + (took > 1 ? took : 0);
      this.#spent[pattern] = spent;
      if (spent > this.#budget) this.tooSlow.push(pattern);
      if (fields) return { pattern, fields };
    }
    return null;
  }
}

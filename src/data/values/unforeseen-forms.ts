import type { ColumnPlan } from '../columns.js';
import type { RecordScanner } from '../text/record-scanner.js';
import { ColumnTally } from './tally.js';

/** Thrown when rows behind the sample hold a form that must be told, such as a second currency. */
export class UnforeseenForm extends Error {}

/** Bytes told apart in one number; a value with more signs than that is looked at each time. */
const mostSigns = 6;
/** Digits, marks and quotes, and the bytes of spaces and of what all euro signs begin with. */
const isUsual = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(
    (byte >= 0x30 && byte <= 0x39) || [0x20, 0x22, 0x2c, 0x2e, 0x80, 0xa0, 0xaf, 0xc2, 0xe2].includes(byte),
  ),
);
const minus = 0x2d;

interface Watched {
  readonly index: number;
  readonly currencies: readonly string[];
  /** What stands beside the digits of values that were looked at, as numbers. */
  readonly known: Set<number>;
}

/**
 * Watches numbers with signs beside them while a file is loaded: every one of them can be read, but currencies and negative
 * forms of which the sample had none would be added up untold. Looks at bytes; only new signs are read as text.
 */
export class UnforeseenForms {
  readonly #watched: readonly Watched[];

  constructor(columns: readonly ColumnPlan[]) {
    this.#watched = columns.flatMap(({ index, reading, currencies }) =>
      reading.kind === 'number' && !reading.plain ? [{ index, currencies, known: new Set<number>() }] : [],
    );
  }

  /** Throws `UnforeseenForm` for the first value that the sample did not prepare for. */
  check(record: RecordScanner): void {
    for (const column of this.#watched) {
      if (column.index >= record.count) continue;
      const signs = signsOf(record, column.index);
      if (column.known.has(signs)) continue;
      const tally = new ColumnTally();
      tally.add(record.text(column.index));
      const isNew = tally.currencyCodes.some((code) => !column.currencies.includes(code));
      if (isNew || tally.negativeForms > 0) throw new UnforeseenForm(record.text(column.index));
      if (signs >= 0) column.known.add(signs);
    }
  }
}

/** The bytes of a value that are neither digits nor marks, nor a minus before it, as one number; -1 for too many. */
function signsOf(record: RecordScanner, index: number): number {
  const { bytes } = record;
  const start = record.startOf(index);
  const end = start + record.length(index);
  let signs = 0;
  let count = 0;
  for (let at = start; at < end; at += 1) {
    const byte = bytes[at]!;
    if (isUsual[byte] === 1 || (byte === minus && at === start)) continue;
    count += 1;
    if (count > mostSigns) return -1;
    signs = signs * 256 + byte;
  }
  return signs;
}

import { AppError } from '../../core/errors.js';

/** Objects nested deeper than this are kept as JSON text. */
const deepest = 8;
const mostColumns = 1000;
/** Between the keys of a path: no key of a file that makes sense holds it. */
const gap = '\u0000';

/** The columns that records have together, in order of appearance, and each record as fields under them. */
export class RecordTable {
  /** Keys of nested objects joined by points: `customer.id`. */
  readonly names: string[] = [];
  /** Columns that hold numbers with decimals. */
  readonly pointColumns = new Set<number>();
  readonly #file: string;
  readonly #columns = new Map<string, number>();

  constructor(file: string) {
    this.#file = file;
  }

  /** The record's fields under the columns known so far, the last ones left out where it has none. */
  fields(record: object): string[] {
    const fields: string[] = [];
    this.#flatten(record, '', '', 1, fields);
    for (let index = 0; index < fields.length; index += 1) fields[index] ??= '';
    return fields;
  }

  #flatten(record: object, path: string, name: string, depth: number, into: string[]): void {
    for (const [key, value] of Object.entries(record) as [string, unknown][]) {
      const [innerPath, innerName] = path === '' ? [key, key] : [`${path}${gap}${key}`, `${name}.${key}`];
      if (isNested(value) && depth < deepest)
        this.#flatten(value, `${innerPath}${gap}`, innerName, depth + 1, into);
      else {
        const column = this.#column(innerPath, innerName);
        into[column] = textOf(value);
        if (typeof value === 'number' && !Number.isInteger(value)) this.pointColumns.add(column);
      }
    }
  }

  #column(path: string, name: string): number {
    const known = this.#columns.get(path);
    if (known !== undefined) return known;
    const index = this.names.length;
    if (index >= mostColumns)
      throw new AppError('file/too-many-columns', { file: this.#file, columns: index + 1 });
    this.#columns.set(path, index);
    this.names.push(name);
    return index;
  }
}

/** The record of a JSON text. Whole numbers with more digits than a number holds come as text. */
export function parseRecord(text: string): unknown {
  return JSON.parse(/\d{16}/.test(text) ? text.replace(stringsAndNumbers, quotedIfLong) : text);
}

// Runs of letters are taken as one: a step for each of them would exhaust the stack on a text of millions.
const stringsAndNumbers = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

function quotedIfLong(token: string): string {
  return /^-?\d{16,}$/.test(token) ? `"${token}"` : token;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists of plain values joined by ` | `; anything deeper as JSON text. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object') return String(value);
  const isPlain = Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null);
  return isPlain ? value.map(textOf).join(' | ') : JSON.stringify(value);
}

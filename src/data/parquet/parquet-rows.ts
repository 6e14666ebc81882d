import { AppError } from '../../core/errors.js';
import type { ParquetReader } from '../../engine/parquet.js';

/** Rows that are read at a time, if the file's row groups are not larger. */
const batchRows = 250_000;

/** The rows of a Parquet file, to be read batch by batch as Arrow streams. */
export class ParquetRows {
  /** Row groups that are read together, and how many rows they have. */
  readonly #batches: readonly { readonly groups: readonly number[]; readonly rows: number }[];
  readonly #reader: ParquetReader;
  readonly #name: string;
  readonly #blob: Blob;

  private constructor(reader: ParquetReader, name: string, blob: Blob, groups: readonly number[]) {
    this.#reader = reader;
    this.#name = name;
    this.#blob = blob;
    this.#batches = batchesOf(groups);
  }

  /** Reads what the file says about itself. */
  static async open(
    reader: ParquetReader,
    { name, blob }: { readonly name: string; readonly blob: Blob },
    signal?: AbortSignal,
  ): Promise<ParquetRows> {
    const { groups } = await naming(name, () => reader.outline(blob, signal));
    return new ParquetRows(reader, name, blob, groups);
  }

  get rows(): number {
    return this.#batches.reduce((sum, { rows }) => sum + rows, 0);
  }

  /** Of the file. */
  get bytes(): number {
    return this.#blob.size;
  }

  /** The batches in order; the next one is decoded while the caller works on the one before. */
  async *batches(signal?: AbortSignal): AsyncGenerator<{ stream: Uint8Array; rows: number }> {
    let next = this.#read(0, signal);
    for (const [index, { rows }] of this.#batches.entries()) {
      const stream = await next;
      if (index + 1 < this.#batches.length) next = this.#read(index + 1, signal);
      yield { stream, rows };
    }
  }

  #read(index: number, signal?: AbortSignal): Promise<Uint8Array> {
    const groups = this.#batches[index]?.groups ?? [];
    const reading = naming(this.#name, () => this.#reader.rowGroups(this.#blob, groups, signal));
    // Whoever asks for the batch gets the rejection.
    reading.catch(() => undefined);
    return reading;
  }
}

function batchesOf(groups: readonly number[]): { groups: number[]; rows: number }[] {
  const batches: { groups: number[]; rows: number }[] = [];
  groups.forEach((rows, group) => {
    const last = batches.at(-1);
    if (!last || last.rows + rows > batchRows) batches.push({ groups: [group], rows });
    else {
      last.groups.push(group);
      last.rows += rows;
    }
  });
  return batches;
}

/** The reader does not know the file's name. */
async function naming<T>(file: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    // The codec's worker is lost when a file breaks it: the file is what the person can do something about.
    const code = cause.code === 'engine/lost' || cause.code === 'bug' ? 'file/damaged' : cause.code;
    throw new AppError(code, { ...cause.data, file }, { cause });
  }
}

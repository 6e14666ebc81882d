import { AppError } from '../core/errors.js';

/** How much of a file stands in its table. */
export interface Fitted {
  readonly file: string;
  readonly rows: number;
  /** Of the file, 0–1. */
  readonly share: number;
  /** Of the file. */
  readonly bytes: number;
}

/** Adds rows to a table; when the memory does not suffice, the error says how much of the file did fit (`import/out-of-memory`). */
export async function fitting<T>(fitted: Fitted, add: () => Promise<T>): Promise<T> {
  try {
    return await add();
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'engine/out-of-memory') throw cause;
    const { file, rows, share, bytes } = fitted;
    const some = { rows, share: Math.floor(share * 100), size: Math.ceil(bytes / 1e6) };
    throw new AppError('import/out-of-memory', { file, ...(rows > 0 ? some : {}) }, { cause });
  }
}

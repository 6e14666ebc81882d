import { AppError } from '../../core/errors.js';

const megabyte = 1024 * 1024;

/** What a compressed file may become: threat T6, bombs. Small results are harmless whatever their ratio. */
export const inflationLimits = { bytes: 1024 * megabyte, ratio: 100, harmless: 10 * megabyte } as const;

/** Counts the bytes that a compressed file turns into, and refuses it when they are too many for its size. */
export class Inflation {
  #bytes = 0;
  readonly #file: string;
  readonly #most: number;

  constructor(file: string, compressedBytes: number) {
    const { bytes, ratio, harmless } = inflationLimits;
    this.#file = file;
    this.#most = Math.min(bytes, Math.max(harmless, ratio * compressedBytes));
  }

  /** Throws when these many more are too many. */
  add(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes > this.#most) throw new AppError('file/inflates-too-much', { file: this.#file });
  }
}

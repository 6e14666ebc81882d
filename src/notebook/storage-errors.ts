import { AppError, isAbort } from '../core/errors.js';

/** Translates what the browser's storage throws: full, or not to be used here. */
export function storageError(cause: unknown): Error {
  if (cause instanceof AppError || isAbort(cause)) return cause as Error;
  const name = cause instanceof Error ? cause.name : '';
  const detail = cause instanceof Error ? `${name}: ${cause.message}` : String(cause);
  const code = name === 'QuotaExceededError' ? 'storage/quota' : 'storage/unavailable';
  return new AppError(code, { detail }, { cause });
}

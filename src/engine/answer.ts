import { AppError, toAppError, type ErrorCode, type ErrorData } from '../core/errors.js';

/** What a worker answers: comlink would keep nothing of an error's code and data. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly data: ErrorData; readonly detail: string };

/** Runs work in a worker; a failure becomes an answer. */
export async function answer<T>(make: () => T | Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await make() };
  } catch (cause) {
    const { code, data, message } = toAppError(cause);
    return { ok: false, code, data, detail: message };
  }
}

/** The value of an answer; throws its failure as it was on the other side. */
export function valueOf<T>(answered: Answer<T>): T {
  if (answered.ok) return answered.value;
  throw new AppError(answered.code, { detail: answered.detail, ...answered.data });
}

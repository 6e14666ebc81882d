/**
 * Every failure that the person can do something about. The code is the key of its text in `i18n/errors.ts`;
 * each code has a text in both languages (type-checked).
 */
export type ErrorCode =
  | 'engine/blocked'
  | 'engine/timeout'
  | 'engine/lost'
  | 'engine/out-of-memory'
  | 'engine/crashed'
  | 'sql/syntax'
  | 'sql/unknown-name'
  | 'sql/failed'
  | 'sql/not-one-select'
  | 'sql/unfinished'
  | 'sql/ambiguous-name'
  | 'sql/wrong-type'
  | 'sql/not-convertible'
  | 'sql/group-by'
  | 'sql/misplaced-aggregate'
  | 'sql/uneven-columns'
  | 'sql/no-access'
  | 'file/empty'
  | 'file/header-only'
  | 'file/not-a-table'
  | 'file/unreadable'
  | 'file/too-many-columns'
  | 'file/inconsistent-lines'
  | 'file/record-too-long'
  | 'file/unsupported'
  | 'file/protected'
  | 'file/damaged'
  | 'file/broken-record'
  | 'file/inflates-too-much'
  | 'file/took-too-long'
  | 'file/out-of-memory'
  | 'file/wrong-encoding'
  | 'import/out-of-memory'
  | 'import/role-not-a-date'
  | 'import/role-not-a-number'
  | 'import/missing-role'
  | 'analysis/missing-column'
  | 'analysis/no-rows'
  | 'params/invalid'
  | 'formula/invalid'
  | 'cell/unknown-kind'
  | 'cell/unknown-name'
  | 'cell/name-taken'
  | 'cell/cycle'
  | 'cell/no-population'
  | 'notebook/not-a-notebook'
  | 'notebook/newer-version'
  | 'notebook/read-only'
  | 'storage/unavailable'
  | 'storage/quota'
  | 'storage/damaged'
  | 'export/failed'
  | 'bug';

export type ErrorData = Readonly<Record<string, string | number>>;

/** A failure with a code that has a text in both languages. Anything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  /** Values for the text: file, line, column, the engine's own words (`detail`). */
  readonly data: ErrorData;

  constructor(code: ErrorCode, data: ErrorData = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(data)}`, options);
    this.code = code;
    this.data = data;
  }
}

/** Wraps what was caught so that it can be shown; an unknown error becomes `bug` and keeps its cause. */
export function toAppError(cause: unknown): AppError {
  if (cause instanceof AppError) return cause;
  const detail = cause instanceof Error ? cause.message : String(cause);
  return new AppError('bug', { detail }, { cause });
}

/** True for the quiet end of a cancelled call: it is neither shown nor logged. */
export function isAbort(cause: unknown): boolean {
  return cause instanceof DOMException && cause.name === 'AbortError';
}

/** The error that a cancelled call ends with. */
export function abortError(): DOMException {
  return new DOMException('cancelled', 'AbortError');
}

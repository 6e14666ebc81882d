import { AppError, isAbort } from '../core/errors.js';

/** Words of a WebAssembly trap: after one of these the engine answers nothing right any more and is replaced. */
const trap =
  /memory access out of bounds|unreachable|signature mismatch|table index is out of bounds|null function|Aborted\(/i;

/** True when the engine that threw this must be replaced. */
export function isPoison(cause: unknown): boolean {
  return cause instanceof Error && trap.test(cause.message);
}

/** Translates what DuckDB throws into an AppError; its own words go along as `detail`. */
export function engineError(cause: unknown): Error {
  if (cause instanceof AppError || isAbort(cause)) return cause as Error;
  const detail = engineWords(cause);
  const wrap = (code: ConstructorParameters<typeof AppError>[0], data = {}): AppError =>
    new AppError(code, { detail, ...data }, { cause });
  if (isPoison(cause)) return wrap('engine/crashed');
  if (/Out of Memory|could not allocate|bad_alloc/i.test(detail)) return wrap('engine/out-of-memory');
  if (/^Parser Error/.test(detail)) return wrap('sql/syntax', position(detail));
  const name = /"([^"]+)" (?:not found|does not exist)|with name "?([^"\s]+)"? does not exist/.exec(detail);
  if (name) return wrap('sql/unknown-name', { name: name[1] ?? name[2] ?? '', ...position(detail) });
  return wrap('sql/failed', position(detail));
}

/** The same failure when the statement stands behind so many lines of another: it speaks of its own lines. */
export function behindLines(cause: unknown, lines: number): unknown {
  if (!(cause instanceof AppError) || typeof cause.data['line'] !== 'number') return cause;
  const { line, ...data } = cause.data;
  const own = line - lines;
  return new AppError(cause.code, own > 0 ? { ...data, line: own } : data, { cause });
}

/** The line that DuckDB points at (`LINE 3: …`), when it says so. */
function position(detail: string): { line?: number } {
  const line = /LINE (\d+):/.exec(detail);
  return line ? { line: Number(line[1]) } : {};
}

/** DuckDB's message; some calls wrap it in JSON (`{"exception_type":"Binder","exception_message":…}`). */
function engineWords(cause: unknown): string {
  const message = (cause instanceof Error ? cause.message : String(cause)).replace(/^Error:\s*/, '').trim();
  const wrapped = /^\{"exception_type":"(\w+)","exception_message":"(.*?)(?<!\\)"/s.exec(message);
  if (!wrapped) return message;
  return `${wrapped[1]} Error: ${JSON.parse(`"${wrapped[2]}"`) as string}`;
}

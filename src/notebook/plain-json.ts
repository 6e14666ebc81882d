import { AppError } from '../core/errors.js';

/** What a notebook file may weigh, counted before anything in it is used. */
export const fileCaps = { bytes: 10_000_000, cells: 2_000, depth: 200 } as const;

/** Keys that would reach an object's prototype; they are left out wherever they stand. */
const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype']);

/** Parses the text of a notebook file into fresh plain objects. */
export function readJson(text: string): unknown {
  if (text.length > fileCaps.bytes) throw notANotebook(`${text.length} > ${fileCaps.bytes} characters`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw notANotebook(cause instanceof Error ? cause.message : String(cause), cause);
  }
  return plainJson(json);
}

/**
 * A copy of a value from outside made of new plain objects and arrays: nothing in it shares a prototype, a getter or an
 * object with the original. What JSON cannot hold, or what is too deep or too large, is refused.
 */
export function plainJson(value: unknown, refuse: (detail: string) => AppError = notANotebook): unknown {
  let characters = 0;
  const count = (length: number): void => {
    characters += length + 1;
    if (characters > fileCaps.bytes) throw refuse(`more than ${fileCaps.bytes} characters`);
  };
  const copy = (from: unknown, depth: number): unknown => {
    if (depth > fileCaps.depth) throw refuse(`deeper than ${fileCaps.depth} levels`);
    count(typeof from === 'string' ? from.length : 0);
    if (from === null || typeof from === 'string' || typeof from === 'boolean') return from;
    if (typeof from === 'number' && Number.isFinite(from)) return from;
    if (Array.isArray(from)) return from.map((item) => copy(item, depth + 1));
    if (typeof from !== 'object') throw refuse(`${typeof from} ${String(from)}`);
    const entries: [string, unknown][] = [];
    for (const [key, item] of Object.entries(from)) {
      if (forbiddenKeys.has(key) || item === undefined) continue;
      count(key.length);
      entries.push([key, copy(item, depth + 1)]);
    }
    return Object.fromEntries(entries);
  };
  return copy(value, 0);
}

/** The refusal of a file, with the place or the reason in the developer's words. */
export function notANotebook(detail: string, cause?: unknown): AppError {
  return new AppError('notebook/not-a-notebook', { detail }, cause === undefined ? {} : { cause });
}

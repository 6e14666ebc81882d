import { compilePattern } from './layout.js';
import { plainValue } from './plain-value.js';

/** The column for what no field takes. */
export const verbatim = 'verbatim';

/** A pattern ready for use on lines. */
export interface LineReader {
  readonly pattern: RegExp;
  /** The name of each group, null for one without. */
  readonly groups: readonly (string | null)[];
  readonly longestLine: number;
}

/** Compiles a pattern that `checkPattern` has passed. */
export function lineReader(source: string, longestLine: number): LineReader {
  return { pattern: compilePattern(source), groups: groupNames(source), longestLine };
}

/** The names of an expression's groups in their order. */
export function groupNames(source: string): (string | null)[] {
  const found = source.matchAll(/\\[^]|\[(?:\\[^]|[^\]\\])*\]|\((?!\?)|\(\?<(?![=!])([^>]*)>/g);
  return [...found].flatMap(([text, name]) => (text.startsWith('(') ? [name ?? null] : []));
}

/**
 * The fields of a line by name, null when it does not match. What stands in groups without a name and behind the match
 * is the line's verbatim; a line that would be left with nothing is its own.
 */
export function readLine(
  { pattern, groups, longestLine }: LineReader,
  line: string,
): Map<string, string> | null {
  if (line.length > longestLine) return null;
  const found = pattern.exec(line);
  if (!found) return null;
  const fields = new Map<string, string>();
  const loose: string[] = [];
  groups.forEach((name, index) => {
    const text = (found[index + 1] ?? '').trim();
    if (name === null || name === verbatim) loose.push(text);
    else if (text !== '') fields.set(name, plainValue(text));
  });
  loose.push(restOf(line, found[0]));
  const said = loose.filter((text) => text !== '').join(' ');
  if (said !== '') fields.set(verbatim, said);
  return fields.size > 0 ? fields : wholeLine(line);
}

/** A line that no pattern matches: nothing of it is lost. */
export function wholeLine(line: string): Map<string, string> {
  return new Map([[verbatim, line.trim()]]);
}

const closers: Readonly<Record<string, string>> = { '"': '"', '«': '»', '“': '”', '(': ')', '[': ']' };

/** What follows a match. The quote that closes the one it ends with goes; marks alone say nothing. */
function restOf(line: string, match: string): string {
  const rest = line.slice(match.length).trim();
  const closer = closers[match.trimEnd().slice(-1)];
  const inner = closer !== undefined && rest.endsWith(closer) ? rest.slice(0, -1).trimEnd() : rest;
  return /[\p{L}\p{N}]/u.test(inner) ? inner : '';
}

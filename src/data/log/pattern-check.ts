import { compilePattern } from './layout.js';
import { nested, waysToRead } from './pattern-cost.js';
import { groupNames } from './read-line.js';
import { parseRegex, Refused } from './regex-syntax.js';

/** Why a pattern that a person wrote is not used. */
export type PatternFault =
  'too-long' | 'syntax' | 'no-fields' | 'backreference' | 'lookbehind' | 'modifier' | 'nested' | 'ambiguous';

/** `longestLine`: characters up to which a line is looked at; a longer one counts as unmatched. */
export type PatternCheck =
  | { readonly ok: true; readonly longestLine: number }
  | { readonly ok: false; readonly fault: PatternFault; readonly detail: string };

/** Characters of a pattern. */
const longestPattern = 3000;
const longestLine = 100_000;
/** A pattern that could not even read lines of this length in time is refused. */
const shortestLine = 250;
/** Steps that one line may cost: going back and forth is slower than going through. A tenth of a second at most. */
const mostSteps = { through: 10_000_000, back: 4_000_000 };
/** Steps of looking ahead that count as one: most of it ends at the first character. At the very worst, a second or two. */
const looksPerStep = 8;

/** Whether a pattern can be let loose on a whole file, and on how long lines, judged from its syntax alone. */
export function checkPattern(source: string): PatternCheck {
  const fault = (fault: PatternFault, detail = ''): PatternCheck => ({ ok: false, fault, detail });
  if (source.length > longestPattern) return fault('too-long');
  try {
    // By itself, since a parenthesis too many would close the group that `compilePattern` puts around it.
    new RegExp(source);
    compilePattern(source);
  } catch (cause) {
    return fault('syntax', cause instanceof Error ? cause.message : '');
  }
  if (groupNames(source).every((name) => name === null)) return fault('no-fields');
  try {
    const ways = waysToRead(parseRegex(source));
    if (ways === nested) return fault('nested');
    // A line of n characters can be cut in n places in about n ways, in two in n²/2…; each way is walked through once.
    const power = ways.repeats + 1;
    const steps = ways.repeats === 0 ? mostSteps.through : mostSteps.back;
    const affordable =
      ((steps / ways.factor / (1 + ways.extra / looksPerStep)) * [1, 2, 6, 24][power - 1]!) ** (1 / power);
    if (power > 3 || affordable < shortestLine) return fault('ambiguous');
    return { ok: true, longestLine: Math.min(longestLine, Math.floor(affordable)) };
  } catch (cause) {
    if (cause instanceof Refused) return fault(cause.fault);
    throw cause;
  }
}

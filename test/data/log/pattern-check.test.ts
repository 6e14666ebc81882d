import { expect, test } from 'vitest';
import { compilePattern } from '../../../src/data/log/layout.js';
import { checkPattern } from '../../../src/data/log/pattern-check.js';

test.each([
  ['(?<a>(a+)+)b', 'nested'],
  ['(?<a>(?:a|aa)+)b', 'nested'],
  ['(?<a>(?:\\w+\\s?)*)!', 'nested'],
  ['(?<a>(?:(?!.*x).)*)x', 'nested'],
  ['(?<a>.*.*.*.*)x', 'ambiguous'],
  ['(?<a>.*?) - (?<b>.*?) - (?<c>.*?) - (?<d>.*)', 'ambiguous'],
  [`(?<a>${'a?'.repeat(30)}${'a'.repeat(30)})`, 'ambiguous'],
  ['(?<a>x)\\1', 'backreference'],
  ['(?<a>x)\\k<a>', 'backreference'],
  ['(?<=x)(?<a>y)', 'lookbehind'],
  ['(?<a>[', 'syntax'],
  ['(\\d+) (.*)', 'no-fields'],
  [`(?<a>${'x'.repeat(4000)})`, 'too-long'],
])('%s is refused: %s', (source, fault) => {
  expect(checkPattern(source)).toMatchObject({ ok: false, fault });
});

test.each([
  ['(?<date>\\S+) (?<heure>\\S+) \\[(?<agent>[^\\]]+)\\] (?<texte>.*)$', 100_000],
  ['(?<a>[^|]*)\\|(?<b>[^|]*)\\|(?<c>.*)', 100_000],
  ['(?<a>(?:(?! - ).)*) - (?<b>(?:(?! - ).)*) - ', 100_000],
  ['(?<a>\\d{1,4}(?!\\w)) ?(?<b>.*)', 100_000],
  ['(?<a>a|b|c)(?: (?<b>\\d+))?', 100_000],
])('%s reads a line in one go, so lines may be long', (source, longestLine) => {
  expect(checkPattern(source)).toEqual({ ok: true, longestLine });
});

test('what looks like a group inside a set or behind a backslash is none', () => {
  expect(checkPattern('(?<a>[(?:a+)*]+)\\(\\?<b>x+\\)')).toMatchObject({ ok: true });
});

test.each([
  ['(?<a>.*) - (?<b>.*)x', ' - '],
  ['(?<a>.*) - (?<b>.*) - (?<c>y)', ' - '],
  ['(?<a>\\d+\\d+\\d+)x', '1'],
])(
  '%s is only let loose on lines so short that the worst of them takes no quarter of a second',
  (source, evil) => {
    const check = checkPattern(source);
    if (!check.ok) throw new Error(check.fault);
    expect(check.longestLine).toBeLessThan(20_000);
    const line = evil.repeat(check.longestLine).slice(0, check.longestLine);
    const pattern = compilePattern(source);
    // An exponential pattern would not come back before the test's own time is up.
    expect(pattern.test(line)).toBe(false);
  },
);

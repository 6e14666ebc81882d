import { expect, test } from 'vitest';
import { formNames, forms, valueEnd } from '../../../src/data/log/forms.js';
import { compilePattern } from '../../../src/data/log/layout.js';
import { checkPattern } from '../../../src/data/log/pattern-check.js';
import { parseRegex, Refused } from '../../../src/data/log/regex-syntax.js';

test.each([
  ['(?<a>(a+)+)b', 'nested'],
  ['(?<a>(?:a|aa)+)b', 'nested'],
  ['(?<a>(?:\\w+\\s?)*)!', 'nested'],
  ['(?<a>(?:(?!.*x).)*)x', 'nested'],
  ['(?<a>(?:\\s*\\w*)*)!', 'nested'],
  ['(?<a>(?:\\w+\\B)*)!', 'nested'],
  ['(?<a>(?:[^"]|\\\\.)*)"', 'nested'],
  ['(?<a>(?:x{0,9}){20})y', 'nested'],
  ['(?<a>.*.*.*.*)x', 'ambiguous'],
  ['(?<a>.*?) - (?<b>.*?) - (?<c>.*?) - (?<d>.*)', 'ambiguous'],
  [`(?<a>${'a?'.repeat(30)}${'a'.repeat(30)})`, 'ambiguous'],
  ['(?<a>x)\\1', 'backreference'],
  ['(?<a>x)\\k<a>', 'backreference'],
  ['(?<=x)(?<a>y)', 'lookbehind'],
  ['(?<a>[', 'syntax'],
  ['(\\d+) (.*)', 'no-fields'],
  ['(\\d+)[(?<a>](.*)', 'no-fields'],
  ['\\(?<a>(.*)', 'no-fields'],
  // Alone it is no expression; within the group that every pattern stands in, its second half would go unchecked.
  ['(?<a>x))|(?:(a+)+b', 'syntax'],
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

test.each([
  '(?<ip>(?:\\d{1,3}\\.){3}\\d{1,3}) (?<reste>.*)',
  '(?<tel>(?:\\d{2} ?){5})(?<reste>.*)',
  '(?<texte>"(?:[^"\\\\]|\\\\.)*") ',
  '(?<mots>(?:\\w+\\s)*)!',
  '(?<code>(?:[A-Z]|\\d|-)+) ',
  '(?<champs>(?:[^,;]*[,;]){3})',
])('%s repeats what the next character always settles, so it is taken', (source) => {
  expect(checkPattern(source)).toEqual({ ok: true, longestLine: 100_000 });
});

test.each(formNames)('a value written as %s is read in so few ways that its lines may be long', (name) => {
  expect(checkPattern(`(?<a>${forms[name].source})${valueEnd} (?<b>.*)`)).toEqual({
    ok: true,
    longestLine: 100_000,
  });
});

test('options within an expression are not taken: what they change is not looked at', () => {
  expect(() => parseRegex('(?i:a*)(?i:A*)')).toThrow(new Refused('modifier'));
});

test.each([
  ['(?<a>(?:(?!x{0,90}x{0,90}y)x)*)z', 'x'],
  ['(?<a>(?:(?!x{0,9}x{0,9}x{0,9}x{0,9}y)x)*)z', 'x'],
  ['(?<a>(?:(?=[a-z]{1,60})[a-z])*)!', 'a'],
])('looking ahead from every character of %s is counted', (source, evil) => {
  const check = checkPattern(source);
  if (!check.ok) return expect(check.fault).toBe('ambiguous');
  // Steps of the worst line: at each of its characters all ways to look ahead.
  const ahead = source.includes('90') ? 91 * 91 : source.includes('60') ? 60 : 10 ** 4;
  expect(check.longestLine * ahead).toBeLessThanOrEqual(80_000_000);
  expect(compilePattern(source).test(evil.repeat(check.longestLine))).toBe(false);
});

test.each(['(?:(?!\\x4).)*\\x41', '\\d*(?!\\w)?'])('%s only looks like what stops by itself', (part) => {
  expect(checkPattern(`(?<a>${part.repeat(5)})!`)).toMatchObject({ ok: false, fault: 'ambiguous' });
});

test('a group of nothing to look ahead for is no failure', () => {
  expect(checkPattern('(?<a>\\d*(?!()))x')).toMatchObject({ ok: true });
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

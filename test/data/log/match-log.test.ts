import { expect, test } from 'vitest';
import { hotlineLog } from '../../../sample-data/hotline.js';
import { layoutSource, type Layout } from '../../../src/data/log/layout.js';
import { decodeLog } from '../../../src/data/log/log-lines.js';
import { matchLog, type LogPattern } from '../../../src/data/log/match-log.js';
import { checkPattern } from '../../../src/data/log/pattern-check.js';
import { proposeLayouts } from '../../../src/data/log/propose.js';
import { frenchNames } from './support.js';

const file = 'hotline.log';
const simple: LogPattern = {
  source: '(?<date>\\d{4}-\\d{2}-\\d{2}) (?<client>C\\d+) ',
  longestLine: 100_000,
};

/** A clock that goes on by so many milliseconds each time it is looked at, and what else happens then. */
function clock(step: number, onlook: (looks: number) => void = () => undefined): () => number {
  let looks = 0;
  return () => {
    looks += 1;
    onlook(looks);
    return looks * step;
  };
}

function patternsOf(layouts: readonly Layout[]): LogPattern[] {
  return layouts.map((layout) => {
    const source = layoutSource(layout);
    const check = checkPattern(source);
    if (!check.ok) throw new Error(`${check.fault}: ${source}`);
    return { source, longestLine: check.longestLine };
  });
}

test('each line is one record, the lines that do not match are kept whole, and the counts add up', async () => {
  const text = '2024-03-05 C1 un, "deux"\n\nautre chose\n2024-03-06 C2 trois\n  \n';
  const match = await matchLog(new Blob([text]), [simple], { file, isWriting: true });
  expect(match).toMatchObject({
    lines: 3,
    emptyLines: 2,
    matched: [2],
    firstMatched: [{ number: 1, text: '2024-03-05 C1 un, "deux"' }],
    unmatchedCount: 1,
    unmatched: [{ number: 3, text: 'autre chose' }],
    columns: ['date', 'client', 'verbatim'],
    tooSlow: [],
  });
  expect(await match.csv?.text()).toBe(
    'date,client,verbatim\n2024-03-05,C1,"un, ""deux"""\n\n,,autre chose\n2024-03-06,C2,trois\n\n',
  );
});

test.each([
  ['\r\n', 3],
  ['\n', 3],
  ['\r', 3],
])('lines may end in %j', async (end, lines) => {
  const text = ['2024-03-05 C1 a', '2024-03-06 C2 b', 'c'].join(end) + end;
  const match = await matchLog(new Blob([text]), [simple], { file });
  expect(match).toMatchObject({ lines, matched: [2], unmatchedCount: 1 });
  expect(match.rows[1]).toEqual(['2024-03-06', 'C2', 'b']);
});

test('a line end between two parts of the file is one line end', async () => {
  const size = 4 * 1024 * 1024;
  const first = `${'x'.repeat(size - 1)}\r`;
  const match = await matchLog(new Blob([first, '\n2024-03-06 C2 b\r\n']), [simple], { file });
  expect(match).toMatchObject({ lines: 2, emptyLines: 0, matched: [1] });
});

test('groups without a name join the verbatim, in the order of the line; a closing quote goes', async () => {
  const pattern = { source: '(?<date>\\S+) (\\w+) tel=(?<tel>\\d+) msg="', longestLine: 1000 };
  const match = await matchLog(
    new Blob(['2024-03-05 urgent tel=06 msg="Il dit : oui."\n2024-03-05 x tel=07 msg=""']),
    [pattern],
    { file },
  );
  expect(match.rows).toEqual([
    ['2024-03-05', '06', 'urgent Il dit : oui.'],
    ['2024-03-05', '07', 'x'],
  ]);
});

test('dates that the import does not know are written so that it does', async () => {
  const pattern = { source: '(?<date>[^;]*);', longestLine: 1000 };
  const lines = [
    '5 mars 2024 à 9h05',
    '05/03/2024 14h22',
    '1er août 2024',
    '14h22',
    '12 pommes 2024',
    '12 marches 2024',
    '3 févr. 2024',
    '05.03.24',
    '05/Mar/2024:14:22:10 +0100',
  ];
  const match = await matchLog(new Blob([lines.map((line) => `${line};x`).join('\n')]), [pattern], { file });
  expect(match.rows.map(([date]) => date)).toEqual([
    '2024-03-05 09:05',
    '05/03/2024 14:22',
    '2024-08-01',
    '14:22',
    '12 pommes 2024',
    '12 marches 2024',
    '2024-02-03',
    '05.03.24',
    '2024-03-05T14:22:10+01:00',
  ]);
});

test('a log in Windows-1252 is read, also when its first accent comes late', async () => {
  const late = '2024-03-05 C1 ok\n'.repeat(30_000);
  const bytes = Buffer.concat([
    Buffer.from(late),
    Buffer.from('2024-03-06 C2 d\u00e9\u00e7u \x80\n', 'latin1'),
  ]);
  const { text, encoding } = await decodeLog(new Blob([bytes]), file);
  expect(encoding).toBe('windows-1252');
  const match = await matchLog(text, [simple], { file, isWriting: true });
  expect(match.matched).toEqual([30_001]);
  expect((await match.csv?.text())?.trimEnd().split('\n').at(-1)).toBe('2024-03-06,C2,déçu €');
});

const evil = [
  'a'.repeat(50_000),
  ' '.repeat(50_000),
  '- '.repeat(25_000),
  ' - '.repeat(16_666),
  '1'.repeat(50_000),
  '1:'.repeat(25_000),
  '('.repeat(50_000),
  '"'.repeat(50_000),
  'a@'.repeat(25_000),
  '06 12 '.repeat(8_333),
  '05/03/2024 '.repeat(4_545),
  '4 min '.repeat(8_333),
  '2024-03-05 '.repeat(4_545),
  `2024-03-05 14:22:10 [${' - '.repeat(16_000)}`,
  `date=2024-03-05 heure=14:22 tel=0612345678 motif="${' agent='.repeat(7_000)}`,
];

test('the proposed patterns read lines of 50,000 characters made to hold them up, fast', async () => {
  const { text } = hotlineLog('redos', 300);
  const patterns = patternsOf(proposeLayouts(text.split('\n'), frenchNames));
  expect(patterns.length).toBe(6);
  const match = await matchLog(new Blob([evil.join('\n')]), patterns, { file });
  expect(match.lines + match.emptyLines).toBe(evil.length);
});

test('a proposal from lines of 50,000 characters is made, and its patterns are linear', () => {
  const layouts = proposeLayouts([...evil, ...evil], frenchNames);
  expect(patternsOf(layouts).every(({ longestLine }) => longestLine > 10_000)).toBe(true);
});

test('a pattern of a person that holds up on most lines is given up, and its lines are not lost', async () => {
  const source = '(?<a>.*) - (?<b>.*) - y';
  const check = checkPattern(source);
  if (!check.ok) throw new Error(check.fault);
  const line = ' - '.repeat(2000).slice(0, check.longestLine);
  const match = await matchLog(
    new Blob([`${line}\n`.repeat(20_000)]),
    [{ source, longestLine: check.longestLine }],
    { file, patternBudget: 5, now: clock(2) },
  );
  expect(match).toMatchObject({ lines: 20_000, unmatchedCount: 20_000, tooSlow: [0] });
});

test('lines that take less than a millisecond are not counted against a pattern', async () => {
  const text = new Blob(['2024-03-05 C1 ok\n'.repeat(100)]);
  const quick = await matchLog(text, [simple], { file, patternBudget: 5, now: clock(0.9) });
  expect(quick).toMatchObject({ matched: [100], tooSlow: [] });
  const slow = await matchLog(text, [simple], { file, patternBudget: 5, now: clock(2) });
  expect(slow).toMatchObject({ matched: [3], unmatchedCount: 97, tooSlow: [0] });
});

test('100,000 lines in six layouts: all counted, and others get their turn meanwhile', async () => {
  const { text } = hotlineLog('large', 1000);
  const patterns = patternsOf(proposeLayouts(text.split('\n'), frenchNames));
  const blob = new Blob(Array.from({ length: 100 }, () => text));
  let turns = 0;
  const pulse = setInterval(() => (turns += 1), 1);
  const match = await matchLog(blob, patterns, { file, isWriting: true, now: clock(0.1) });
  clearInterval(pulse);
  expect(match.lines).toBe(100_000);
  expect(match.matched.reduce((sum, count) => sum + count, 0) + match.unmatchedCount).toBe(100_000);
  expect(match.unmatchedCount).toBe(0);
  expect((await match.csv?.text())?.split('\n').length).toBe(100_002);
  expect(turns).toBeGreaterThan(5);
});

test('reading stops when it is cancelled', async () => {
  const controller = new AbortController();
  const { text } = hotlineLog('cancel', 500);
  // Long before the last of the lines, which are all in the file's first part.
  const now = clock(1, (looks) => looks === 200 && controller.abort());
  await expect(
    matchLog(new Blob([text]), [simple], { file, signal: controller.signal, now }),
  ).rejects.toMatchObject({
    name: 'AbortError',
  });
});

import { beforeAll, expect, test } from 'vitest';
import { readRejects } from '../../src/data/reject-log.js';
import type { Reject, Source } from '../../src/data/source.js';
import { ident, sql } from '../../src/engine/sql.js';
import { Bench } from './support.js';

/** Rows of about 200 bytes on two lines each: 22 MB, which are loaded in three pieces (4, 16 and 2 MB). */
const rowCount = 120_000;
const padding = 'x'.repeat(150);
const row = (id: number, amount = `${id}.5`): string =>
  `${id},"first line; ${padding}\nsecond, line",${amount}`;

function text(change: (id: number) => string | null): string {
  const rows = Array.from({ length: rowCount }, (_, index) => change(index + 1) ?? row(index + 1));
  return `id,note,amount\n${rows.join('\n')}\n`;
}

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

interface Found {
  readonly rows: number;
  readonly inOrder: number;
  readonly whole: number;
  readonly amount: number;
}

async function look(source: Source): Promise<Found | undefined> {
  const [found] = await bench.engine.query<Found>(
    sql`select count(*) as rows, count_if(number = before + 1) as "inOrder",
        count_if(ends_with(note, ${'x\nsecond, line'})) as "whole", sum(amount) as amount
      from (select *, coalesce(lag(number) over (order by rowid), 0) as before
        from (select *, rowid, cast(id as bigint) as number from n1.${ident(source.table)}))`,
  );
  return found;
}

test('a file of several pieces is one table in the order of the file, newlines in quotes included', async () => {
  const shares: number[] = [];
  const source = await bench.load(
    text(() => null),
    { onprogress: (share) => shares.push(share) },
  );
  expect(source).toMatchObject({ rowsRead: rowCount, rowsLoaded: rowCount, rejectCount: 0 });
  // 1.5 + 2.5 + … = n (n + 1) / 2 + n / 2
  expect(await look(source)).toEqual({
    rows: rowCount,
    inOrder: rowCount,
    whole: rowCount,
    amount: (rowCount * (rowCount + 1)) / 2 + rowCount / 2,
  });
  expect(shares.length).toBe(3);
  expect(shares.at(-1)).toBe(1);
});

test('a faulty line in the last piece is left out, with its line; everything else is there', async () => {
  const bad = 119_000;
  const source = await bench.load(text((id) => (id === bad ? `${row(bad)},surplus` : null)));
  expect(source).toMatchObject({ rowsRead: rowCount, rowsLoaded: rowCount - 1, rejectCount: 1 });
  // The header is line 1, and every row before it takes two lines.
  expect(source.rejects).toMatchObject([
    { line: 2 * (bad - 1) + 2, column: null, reason: 'too-many-columns' },
  ]);
  expect(await look(source)).toMatchObject({
    rows: rowCount - 1,
    inOrder: rowCount - 2,
    whole: rowCount - 1,
  });
});

test('a value in the last piece that contradicts all before it is listed, and no other value is lost', async () => {
  const bad = 113_333;
  const source = await bench.load(text((id) => (id === bad ? row(bad, 'douze') : null)));
  expect(source).toMatchObject({ rowsLoaded: rowCount, rejectCount: 1 });
  expect(source.rejects).toEqual([
    { line: 2 * (bad - 1) + 2, column: 'amount', value: 'douze', reason: 'not-a-number' },
  ]);
  expect(await look(source)).toEqual({
    rows: rowCount,
    inOrder: rowCount,
    whole: rowCount,
    amount: (rowCount * (rowCount + 1)) / 2 + rowCount / 2 - (bad + 0.5),
  });
});

test('5,000 rejects all over three pieces are all kept, lines and values, each on its line', async () => {
  const truth: Reject[] = [];
  const content = text((id) => {
    const line = 2 * (id - 1) + 2;
    if (id % 60 === 7) {
      truth.push({ line, column: null, value: `${row(id)},surplus`, reason: 'too-many-columns' });
      return `${row(id)},surplus`;
    }
    if (id % 40 !== 11) return null;
    truth.push({ line, column: 'amount', value: `douze ${id}`, reason: 'not-a-number' });
    return row(id, `douze ${id}`);
  });
  expect(truth).toHaveLength(5000);
  const kept: Blob[] = [];
  const source = await bench.load(content, { onrejects: (all) => kept.push(all) });
  expect(source).toMatchObject({ rejectCount: 5000, rowsRead: rowCount, rowsLoaded: rowCount - 2000 });
  expect(source.rejects).toEqual(
    truth.slice(0, 1000).map((reject) => ({ ...reject, value: reject.value.slice(0, 200) })),
  );
  const all: Reject[] = [];
  for await (const rejects of readRejects(kept[0]!)) all.push(...rejects);
  expect(all).toEqual(truth);
});

test('a byte in the last piece that is not UTF-8 has the whole file read as Windows-1252', async () => {
  const bad = 119_999;
  const bytes = Buffer.from(
    text((id) => (id === bad ? `${bad},"\xe9 ${padding}x\nsecond, line",${bad}.5` : null)),
    'latin1',
  );
  const source = await bench.load(bytes);
  expect(source).toMatchObject({ encoding: 'windows-1252', rowsLoaded: rowCount, rejectCount: 0 });
  const [note] = await bench.engine.query<{ letter: string }>(
    sql`select left(note, 1) as letter from n1.${ident(source.table)} where id = ${String(bad)}`,
  );
  expect(note?.letter).toBe('é');
});

import { beforeAll, expect, test } from 'vitest';
import { loadFile, tableTitled, type LoadOptions } from '../../src/data/load.js';
import type { TableFile } from '../../src/data/open.js';
import { mergeRejects, readRejects, RejectLog } from '../../src/data/reject-log.js';
import { reloadFile } from '../../src/data/reload.js';
import type { Reject, Source } from '../../src/data/source.js';
import { unpack } from '../../src/data/unpack.js';
import type { ForeignReader } from '../../src/engine/foreign/reader.js';
import { encodeParquet } from '../../src/engine/parquet-codec.js';
import { sql } from '../../src/engine/sql.js';
import { sheetOf, workbookBlob, workbookOf } from '../support/foreign-files.js';
import { nodeReader } from '../support/node-reader.js';
import { Bench } from './support.js';

let bench: Bench;
let reader: ForeignReader;
beforeAll(async () => {
  [bench, reader] = await Promise.all([Bench.start(), nodeReader()]);
});

async function readAll(blob: Blob): Promise<Reject[]> {
  const all: Reject[] = [];
  for await (const rejects of readRejects(blob)) all.push(...rejects);
  return all;
}

const taken: string[] = [];
/** Loads the only table of a file; `all` is null when it was not told apart from what the source lists. */
async function load(
  name: string,
  content: Blob | string,
  options: LoadOptions = {},
): Promise<{ source: Source; all: Reject[] | null; file: TableFile }> {
  const [file, ...others] = await unpack({ name, blob: new Blob([content]) }, reader);
  expect(others).toEqual([]);
  const table = tableTitled(file!.title, taken);
  taken.push(table);
  const kept: Blob[] = [];
  const source = await loadFile(bench.engine, { schema: bench.schema, table }, file!, {
    ...options,
    onrejects: (blob) => kept.push(blob),
  });
  expect(kept.length).toBeLessThan(2);
  return { source, all: kept[0] ? await readAll(kept[0]) : null, file: file! };
}

const days = (n: number): string => `2024-03-${String(1 + (n % 28)).padStart(2, '0')}`;
/** What of a line cannot be read. */
const bad = (n: number): { date: string | null; amount: string | null; isRagged: boolean } => ({
  date: n % 4 === 1 ? `jamais ${n}` : null,
  amount: n % 8 === 1 ? `=douze;"${n}"` : null,
  isRagged: n % 16 === 7,
});

test('5,000 rejects of a text file are all kept: lines and values of two columns, in the order of the file', async () => {
  const truth: Reject[] = [];
  const lines = Array.from({ length: 11_429 }, (_, n) => {
    const { date, amount, isRagged } = bad(n);
    // The header is line 1.
    const at = { line: n + 2 };
    const text = `C${n},${date ?? days(n)},${amount === null ? `${n}.5` : `"${amount.replaceAll('"', '""')}"`}`;
    if (isRagged) {
      truth.push({ ...at, column: null, value: `${text},surplus`, reason: 'too-many-columns' });
      return `${text},surplus`;
    }
    if (date !== null) truth.push({ ...at, column: 'order_date', value: date, reason: 'not-a-date' });
    if (amount !== null) truth.push({ ...at, column: 'amount', value: amount, reason: 'not-a-number' });
    return text;
  });
  expect(truth).toHaveLength(5000);
  const { source, all } = await load('ventes.csv', `customer_id,order_date,amount\n${lines.join('\n')}\n`, {
    choices: { roles: { customer_id: 'customer_id', order_date: 'order_date', amount: 'amount' } },
  });
  expect(source.rejectCount).toBe(5000);
  expect(source.rejects).toEqual(truth.slice(0, 1000));
  expect(source.rejectCounts).toEqual([
    { column: 'order_date', count: 2857 },
    { column: 'amount', count: 1429 },
    { column: null, count: 714 },
  ]);
  expect(all).toEqual(truth);
  expect(source.rowsRead).toBe(source.rowsLoaded + 714);
});

test('5,000 rejects of a sheet are all kept, by row of the sheet', async () => {
  const truth: Reject[] = [];
  const rows = Array.from({ length: 12_000 }, (_, n) => {
    // Two title rows and the header come first.
    if (n % 12 > 6)
      truth.push({ line: n + 4, column: 'Montant', value: `n.c. ${n}`, reason: 'not-a-number' });
    return [`C${n}`, n % 12 > 6 ? `n.c. ${n}` : n + 0.5];
  });
  const sheet = sheetOf([['Ventes'], [], ['Client', 'Montant'], ...rows]);
  const { source, all } = await load('ventes.xlsx', workbookBlob(workbookOf({ Mars: sheet })));
  expect(source).toMatchObject({ rejectCount: 5000, rowsLoaded: 12_000 });
  expect(source.rejects).toEqual(truth.slice(0, 1000));
  expect(all).toEqual(truth);
});

test('broken records of JSON and values that cannot be read stand together by line', async () => {
  const truth: Reject[] = [];
  const lines = Array.from({ length: 9000 }, (_, n) => {
    const line = n + 1;
    if (n % 6 === 5) {
      truth.push({ line, column: null, value: `{"client":${n}`, reason: 'line' });
      return `{"client":${n}`;
    }
    if (n % 6 === 2) truth.push({ line, column: 'amount', value: `rien ${n}`, reason: 'not-a-number' });
    return JSON.stringify({ customer_id: `C${n}`, amount: n % 6 === 2 ? `rien ${n}` : n });
  });
  const { source, all } = await load('ventes.jsonl', lines.join('\n'));
  expect(source).toMatchObject({ rejectCount: 3000, rowsRead: 9000, rowsLoaded: 7500 });
  expect(source.rejects).toEqual(truth.slice(0, 1000));
  expect(source.rejectCounts).toEqual([
    { column: 'amount', count: 1500 },
    { column: null, count: 1500 },
  ]);
  expect(all).toEqual(truth);
});

test('values of several columns of a Parquet file are all kept by row, more than are asked for at a time', async () => {
  const rows = 126_000;
  const query = sql`select if(i % 42 = 1, 'douze ' || i, (i % 50)::varchar) as amount,
    if(i % 42 = 4, 'inf'::double, i + 0.5) as price from range(${rows}) t(i)`;
  const blob = new Blob([new Uint8Array(encodeParquet(await bench.engine.arrow(query)))]);
  const { source, all } = await load('ventes.parquet', blob);
  const truth: Reject[] = [];
  for (let n = 0; n < rows; n += 1) {
    const line = n + 1;
    if (n % 42 === 1) truth.push({ line, column: 'amount', value: `douze ${n}`, reason: 'not-a-number' });
    if (n % 42 === 4) truth.push({ line, column: 'price', value: 'Infinity', reason: 'not-a-number' });
  }
  expect(source.rejectCount).toBe(6000);
  expect(source.rejects).toEqual(truth.slice(0, 1000));
  expect(all).toEqual(truth);
});

test('a thousand rejects are all listed: nothing is kept beside them', async () => {
  const rows = (bads: number): string =>
    Array.from({ length: 4000 }, (_, n) => `C${n},${n < bads ? 'rien' : n}`).join('\n');
  const few = await load('few.csv', `customer_id,amount\n${rows(1000)}\n`);
  expect(few.source.rejects).toHaveLength(1000);
  expect(few.all).toBeNull();
  const more = await load('more.csv', `customer_id,amount\n${rows(1001)}\n`);
  expect(more.source.rejects).toHaveLength(1000);
  expect(more.all).toHaveLength(1001);
});

test('a file that is read again under other choices tells its rejects again', async () => {
  const rows = Array.from({ length: 3000 }, (_, n) => `C${n},${n % 2 === 0 ? n : `n${n}`}`);
  const { source, all, file } = await load('codes.csv', `customer_id,code\n${rows.join('\n')}\n`);
  expect([source.rejectCount, all]).toEqual([0, null]);
  const kept: Blob[] = [];
  const again = await reloadFile(bench.engine, bench.schema, source, file, {
    choices: { roles: {}, readAs: { code: 'number-point' } },
    onrejects: (blob) => kept.push(blob),
  });
  expect(again.rejectCount).toBe(1500);
  expect((await readAll(kept[0]!)).at(-1)).toEqual({
    line: 3001,
    column: 'code',
    value: 'n2999',
    reason: 'not-a-number',
  });
});

test('what is kept of a value is the value: quotes, line ends, letters of any kind; beyond a cell it is cut', async () => {
  const log = new RejectLog();
  const values = ['"a";\r\nb\t', '\u2028é\u{1f600}\ud83d', '', 'x'.repeat(32_767), 'y'.repeat(32_768)];
  for (const [line, value] of values.entries()) log.add({ line, column: null, value, reason: 'line' });
  const kept = (await readAll(log.all())).map(({ value }) => value);
  expect(kept).toEqual([...values.slice(0, 4), `${'y'.repeat(32_766)}…`]);
  expect(log.first.map(({ value }) => value)).toEqual([
    ...values.slice(0, 3),
    'x'.repeat(200),
    'y'.repeat(200),
  ]);
});

test('logs that are merged keep their order on the same line, and empty ones are no trouble', async () => {
  const log = (column: string, lines: readonly number[]): RejectLog => {
    const made = new RejectLog();
    for (const line of lines) made.add({ line, column, value: '', reason: 'line' });
    return made;
  };
  const logs = [log('a', [2, 5, 5, 9]), log('b', []), log('c', [1, 5, 9, 10]), log('d', [9])];
  const merged = (await readAll(await mergeRejects(logs))).map(({ line, column }) => `${line}${column}`);
  expect(merged).toEqual(['1c', '2a', '5a', '5a', '5c', '9a', '9c', '9d', '10c']);
  expect((await mergeRejects([log('a', [])])).size).toBe(0);
});

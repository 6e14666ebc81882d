import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write } from '@e965/xlsx';
import { median } from 'd3-array';
import { flatCsv } from '../../sample-data/csv.js';
import { makeShop } from '../../sample-data/shop.js';
import { ready, serveApp, shown, startBench, tabMemory, visit } from './browser.js';

/**
 * `npm run bench:imports [lines]`: from dropped to a finished review, for order lines as clean CSV, in French form, as
 * Parquet and as a workbook, beside native DuckDB reading the same CSV with the same casts and one thread. Three rounds;
 * each line tells the median in milliseconds and then every value. `10000000` takes gigabytes of disk and some minutes.
 */
const lines = Number(process.argv[2] ?? 1_000_000);
const rounds = lines > 2_000_000 ? 1 : 3;
const sheetLines = 50_000;
const folder = mkdtempSync(join(tmpdir(), 'clientele-imports-'));
const paths = {
  clean: join(folder, 'clean.csv'),
  french: join(folder, 'french.csv'),
  parquet: join(folder, 'lines.parquet'),
  workbook: join(folder, 'lines.xlsx'),
};
const measured = new Map<string, number[]>();
const note = (what: string, value: number): void =>
  void measured.set(what, [...(measured.get(what) ?? []), value]);

async function writeFiles(): Promise<void> {
  const clean = createWriteStream(paths.clean);
  for (const text of flatCsv(makeShop('bench', Math.round(lines / 9.5))))
    if (!clean.write(text)) await once(clean, 'drain');
  clean.end();
  await once(clean, 'finish');
  const french = createWriteStream(paths.french);
  const sheet: (string | number | Date)[][] = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(paths.clean) })) {
    const fields = line.split(',');
    if (number > 0) {
      if (number <= sheetLines)
        sheet.push(
          fields.map((field, index) =>
            index === 1 ? new Date(`${field}T12:00:00Z`) : index > 6 ? Number(field) : field,
          ),
        );
      fields[1] = (fields[1] ?? '').split('-').reverse().join('/');
      fields[8] = `${(fields[8] ?? '').replace('.', ',')} €`;
    } else {
      sheet.push(fields);
    }
    number += 1;
    const bytes = Buffer.from(`${fields.join(';')}\r\n`.replaceAll('€', '\x80'), 'latin1');
    if (!french.write(bytes)) await once(french, 'drain');
  }
  french.end();
  await once(french, 'finish');
  const book = { SheetNames: ['Lignes'], Sheets: { Lignes: utils.aoa_to_sheet(sheet, { dense: true }) } };
  const bytes: Uint8Array = write(book, { type: 'buffer', bookType: 'xlsx', compression: true });
  writeFileSync(paths.workbook, bytes);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`copy (from read_csv('${paths.clean}')) to '${paths.parquet}' (format parquet)`);
  instance.closeSync();
}

/** Native DuckDB with one thread: all columns read as text, then the casts that the app makes. */
async function nativeTime(): Promise<number> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  const started = performance.now();
  await connection.run(
    `create table lines as select order_id, try_cast(order_date as date) as order_date, customer_id, product_id, category, channel,
       region, try_cast(quantity as bigint) as quantity, try_cast(amount as double) as amount
     from read_csv('${paths.clean}', header = true, all_varchar = true)`,
  );
  const time = performance.now() - started;
  connection.closeSync();
  instance.closeSync();
  return time;
}

/** Milliseconds until the review is there; `memoryOf` names the file whose settled memory is told too. */
async function dropTime(url: string, path: string, memoryOf?: string): Promise<number> {
  const bench = await startBench(url, mkdtempSync(join(folder, 'profile-')));
  try {
    const { page } = await visit(bench);
    await ready(page);
    await page.waitForTimeout(3000);
    const empty = await tabMemory(bench);
    const dropped = performance.now();
    await page.setInputFiles('[data-role="open"]', path);
    await shown(page, '[data-role="import-review"]');
    const time = performance.now() - dropped;
    if (memoryOf) {
      await page.waitForTimeout(25_000);
      const bytesPerLine = (((await tabMemory(bench)) - empty) * 2 ** 20) / lines;
      note(`${memoryOf}: settled above an empty tab, bytes per line (target 70)`, bytesPerLine);
    }
    return time;
  } finally {
    await bench.close();
  }
}

await writeFiles();
const server = await serveApp();
const size = (path: string): string => `${Math.round(statSync(path).size / 1e6)} MB`;
const million = `${lines / 1_000_000} M lines`;
for (let round = 0; round < rounds; round += 1) {
  const native = await nativeTime();
  const clean = await dropTime(server.url, paths.clean, `${million}, clean CSV`);
  const french = await dropTime(server.url, paths.french);
  note(`${million}: native DuckDB, one thread`, native);
  note(`${million}: clean CSV (${size(paths.clean)}) → review`, clean);
  note(`${million}: clean CSV against native, ratio (target 2.5)`, clean / native);
  note(`${million}: French CSV (${size(paths.french)}) → review`, french);
  note(`${million}: French against clean, ratio (target 2)`, french / clean);
  note(
    `${million}: Parquet (${size(paths.parquet)}) → review (target 1000 per million)`,
    await dropTime(server.url, paths.parquet),
  );
  note(
    `${sheetLines / 1000} k lines: workbook (${size(paths.workbook)}) → review (target 5000)`,
    await dropTime(server.url, paths.workbook),
  );
}
await server.close();
rmSync(folder, { recursive: true, force: true });
for (const [what, values] of measured) {
  const shownValue = (value: number): string => (value < 20 ? value.toFixed(2) : value.toFixed(0));
  console.log(
    `${what.padEnd(78)} ${shownValue(median(values) ?? 0).padStart(7)}  (${values.map(shownValue).join(', ')})`,
  );
}

import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DuckDBInstance } from '@duckdb/node-api';
import { utils, write } from '@e965/xlsx';
import type { Page } from 'playwright-core';
import { flatCsv } from '../../sample-data/csv.js';
import { makeShop } from '../../sample-data/shop.js';
import { gzipOf, zipOf } from '../support/foreign-files.js';
import { ready, serveApp, shown, startBench, visit } from './browser.js';

/**
 * `npm run bench:cancel`: files of every format that take seconds to read are dropped beside an open notebook, and cancelled
 * early, in the middle and late. Told are the times until the app is back (target 200 ms) and until the engine answers `select 1`.
 */
const lines = 400_000;
const sheetLines = 100_000;
/** Milliseconds after the progress is shown. */
const delays = [0, 700, 1500];
const folder = mkdtempSync(join(tmpdir(), 'clientele-cancel-'));
const at = (name: string): string => join(folder, name);

async function writeFiles(): Promise<string[]> {
  const clean = at('clean.csv');
  writeFileSync(clean, [...flatCsv(makeShop('cancel', Math.round(lines / 9.5)))].join(''));
  const french: string[] = [];
  const records: string[] = [];
  const sheet: (string | number)[][] = [];
  const log: string[] = [];
  let names: string[] = [];
  for await (const line of createInterface({ input: createReadStream(clean) })) {
    const fields = line.split(',');
    if (names.length === 0) {
      names = fields;
      french.push(fields.join(';'));
      sheet.push(fields);
      continue;
    }
    if (sheet.length <= sheetLines)
      sheet.push(fields.map((field, index) => (index > 6 ? Number(field) : field)));
    records.push(JSON.stringify(Object.fromEntries(names.map((name, index) => [name, fields[index] ?? '']))));
    log.push(
      `${fields[1]} 10:${String(log.length % 60).padStart(2, '0')} [INFO] agent=${fields[2]} durée ${fields[7]} min : ${fields[4]}`,
    );
    fields[1] = (fields[1] ?? '').split('-').reverse().join('/');
    fields[8] = `${(fields[8] ?? '').replace('.', ',')} €`;
    french.push(fields.join(';'));
  }
  writeFileSync(at('french.csv'), Buffer.from(french.join('\r\n').replaceAll('€', '\x80'), 'latin1'));
  writeFileSync(at('records.ndjson'), records.join('\n'));
  writeFileSync(at('records.json'), `[${records.join(',')}]`);
  writeFileSync(at('service.log'), log.join('\n'));
  const book = { SheetNames: ['Lignes'], Sheets: { Lignes: utils.aoa_to_sheet(sheet, { dense: true }) } };
  for (const bookType of ['xlsx', 'ods'] as const)
    writeFileSync(
      at(`lines.${bookType}`),
      write(book, { type: 'buffer', bookType, compression: true }) as Uint8Array,
    );
  const text = new Uint8Array(Buffer.from(french.join('\n')));
  writeFileSync(at('french.csv.gz'), new Uint8Array(await (await gzipOf(text)).arrayBuffer()));
  writeFileSync(at('french.zip'), new Uint8Array(await (await zipOf({ 'french.csv': text })).arrayBuffer()));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `copy (select l.* from read_csv('${clean}') l, range(5)) to '${at('lines.parquet')}' (format parquet)`,
  );
  instance.closeSync();
  return [
    'clean.csv',
    'french.csv',
    'lines.xlsx',
    'lines.ods',
    'records.json',
    'records.ndjson',
    'lines.parquet',
    'french.zip',
    'french.csv.gz',
    'service.log',
  ];
}

/** Milliseconds from the click on Cancel until the progress has gone and the engine answers; null where reading was done before. */
async function cancelTime(page: Page, file: string, delay: number): Promise<number | null> {
  // A browser tells nothing of a file that is chosen already.
  await page.setInputFiles('[data-role="open"]', []);
  await page.setInputFiles('[data-role="open"]', at(file));
  if (file.endsWith('.log')) {
    await shown(page, '[data-role="accept-log"]:not([disabled])');
    await page.locator('[data-role="accept-log"]').click();
  }
  await shown(page, '[data-role="import-progress"], [data-role="import-review"]');
  const time = await page.evaluate(async (wait) => {
    await new Promise((resolve) => setTimeout(resolve, wait));
    const selector = '[data-role="import-progress"]';
    const button = document.querySelector(selector)?.querySelector('button');
    if (!button) return null;
    const clicked = performance.now();
    button.click();
    while (document.querySelector(selector)) await new Promise((resolve) => setTimeout(resolve, 1));
    await window.clientele.query('select 1');
    return performance.now() - clicked;
  }, delay);
  if (time !== null) return time;
  await shown(page, '[data-role="import-review"]');
  await page.getByRole('button', { name: 'Cancel' }).first().click();
  await page.locator('[data-role="import-review"]').waitFor({ state: 'detached' });
  return null;
}

const files = await writeFiles();
const server = await serveApp();
const bench = await startBench(server.url, mkdtempSync(join(folder, 'profile-')));
try {
  const { page } = await visit(bench);
  await ready(page);
  await page.locator('[data-role="sample"]').click();
  await shown(page, '[data-cell]');
  // Until its cells have come to rest.
  await page.waitForTimeout(8_000);
  for (const file of files) {
    const times: (number | null)[] = [];
    for (const delay of delays) times.push(await cancelTime(page, file, delay));
    console.log(
      `${file.padEnd(20)} ${times.map((time) => (time === null ? 'done' : time.toFixed(0)).padStart(6)).join(' ')}`,
    );
  }
} finally {
  await bench.close();
  await server.close();
  rmSync(folder, { recursive: true, force: true });
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { encodeParquet } from '../../src/engine/parquet-codec.js';
import { sql } from '../../src/engine/sql.js';
import { gzipOf, sheetOf, workbookBlob, workbookOf, zipOf } from '../support/foreign-files.js';
import { openSample } from '../support/journey.js';
import { nodeReader } from '../support/node-reader.js';
import { useBrowser } from '../support/page.js';

const people = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'clientele-formats-'));
const rows = 700_000;
const line = (n: number): string => `${n};1${n % 9}/03/2024;Élodie ${n % 977};${n % 100},50 €`;
const names = 'commande;date;client;montant';

/** Files that take more than a second to read. */
const files: Readonly<Record<string, () => Promise<Blob | Uint8Array> | Blob | Uint8Array>> = {
  'utf8.csv': () => Buffer.from(text()),
  'windows.csv': () => Buffer.from(text().replaceAll('€', '\x80'), 'latin1'),
  'lines.xlsx': () => workbook('xlsx'),
  'lines.ods': () => workbook('ods'),
  'records.json': () => Buffer.from(`[${records().join(',')}]`),
  'records.ndjson': () => Buffer.from(records().join('\n')),
  'lines.parquet': parquet,
  'lines.zip': () => zipOf({ 'lignes.csv': text() }),
  'lines.csv.gz': () => gzipOf(text()),
};

function text(): string {
  return [names, ...Array.from({ length: rows }, (_, n) => line(n))].join('\n');
}
function workbook(type: 'xlsx' | 'ods'): Blob {
  const lines = Array.from({ length: 40_000 }, (_, n) => [
    n,
    `1${n % 9}/03/2024`,
    `Élodie ${n % 977}`,
    n / 2,
  ]);
  return workbookBlob(workbookOf({ Lignes: sheetOf([names.split(';'), ...lines]) }), type);
}
function records(): string[] {
  return Array.from({ length: rows }, (_, n) =>
    JSON.stringify({ commande: n, client: `Élodie ${n % 977}`, montant: n / 2 }),
  );
}
async function parquet(): Promise<Uint8Array> {
  await nodeReader();
  const maker = await NodeEngine.start();
  const stream = await maker.arrow(
    sql`select n as commande, md5(cast(n as varchar)) as client, n / 2 as montant from range(3000000) as r(n)`,
  );
  maker.close();
  return encodeParquet(stream);
}

beforeAll(async () => {
  for (const [name, make] of Object.entries(files)) {
    const made = await make();
    writeFileSync(join(folder, name), made instanceof Blob ? new Uint8Array(await made.arrayBuffer()) : made);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.keys(files))(
  'cancelling %s leaves the open notebook and its data as they are',
  async (name) => {
    const { page, errors } = await people.open({ lang: 'fr' });
    await openSample(page);
    const ask = (): Promise<unknown> =>
      page.evaluate(async () => ({
        revenue: (await window.clientele.query('select sum(amount) as revenue, count(*) as lines from sales'))
          .rows,
        tables: (
          await window.clientele.query(
            'select table_schema, table_name from information_schema.tables order by all',
          )
        ).rows,
      }));
    const before = await ask();
    await page.setInputFiles('[data-role="open"]', join(folder, name));
    const progress = page.locator('[data-role="import-progress"]');
    await progress.getByRole('button', { name: 'Annuler' }).click();
    await progress.waitFor({ state: 'detached' });
    // What was read so far goes once the engine has left its statement.
    await expect.poll(ask).toEqual(before);
    expect(await page.locator('[data-role="import-review"]').count()).toBe(0);
    expect(await page.locator('[role="alert"]').count()).toBe(0);
    expect(await page.locator('[data-cell]').count()).toBeGreaterThan(4);
    expect(errors).toEqual([]);
  },
);

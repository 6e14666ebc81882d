import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { flatCsv } from '../../sample-data/csv.js';
import { makeShop } from '../../sample-data/shop.js';
import { openSample } from '../support/journey.js';
import { useBrowser } from '../support/page.js';

const people = useBrowser();
const folder = mkdtempSync(join(tmpdir(), 'clientele-cancel-'));
const path = join(folder, 'ventes.csv');

/** About 60 MB: long enough to be seen being read on any machine. */
beforeAll(async () => {
  const file = createWriteStream(path);
  for (const text of flatCsv(makeShop('cancel', 105_000))) if (!file.write(text)) await once(file, 'drain');
  file.end();
  await once(file, 'finish');
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['fr', 'Lecture de ventes.csv', 'Annuler'],
  ['en', 'Reading ventes.csv', 'Cancel'],
] as const)('a large file shows its progress and can be cancelled (%s)', async (lang, reading, cancel) => {
  const { page, errors } = await people.open({ lang });
  await page.setInputFiles('[data-role="open"]', path);
  const progress = page.locator('[data-role="import-progress"]');
  await progress.getByText(reading).waitFor();
  await progress.getByText(/\d\s?%/).waitFor();
  await progress.getByRole('button', { name: cancel }).click();
  await progress.waitFor({ state: 'detached' });
  // Where the person was, without a message, and with nothing left in the engine.
  await page.locator('[data-role="sample"]').waitFor();
  expect(await page.locator('[role="alert"]').count()).toBe(0);
  const left = (): Promise<unknown> =>
    page.evaluate(async () => {
      const answer = await window.clientele.query(
        "select table_name from information_schema.tables where table_name = 'ventes'",
      );
      return answer.rows;
    });
  await expect.poll(left).toEqual([]);
  await openSample(page);
  expect(errors).toEqual([]);
});

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropFiles, type Dropped } from '../support/drop.js';
import { metrics, openSample, resultTables, storedSources } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();

/** A French till export: semicolons, decimal comma, Windows-1252, no-break spaces, a euro sign, one unreadable value. */
// In Windows-1252 the euro sign is 0x80 and Œ is 0x8C; latin1 has neither.
const frenchFile = Buffer.from(
  Array.from(
    [
      'N° commande;Date;Code client;Libellé;Quantité;Montant TTC',
      '1001;13/02/2024;C001;Café moulu;2;1\u00a0234,56 €',
      '1002;14/02/2024;C002;Thé glacé;1;12,50 €',
      '1003;15/03/2024;C001;Œufs;3;7,44 €',
      ...Array.from({ length: 60 }, (_, n) => `${2000 + n};16/03/2024;C${100 + n};Crème;1;10,00 €`),
      '1004;16/03/2024;C003;Crème;1;douze',
    ].join('\r\n'),
    (letter) => ({ '€': 0x80, Œ: 0x8c })[letter] ?? letter.charCodeAt(0),
  ),
);

test('a French till export is read right: encoding, decimal comma, euro sign, and the one bad value is named', async () => {
  const { page } = await people.open({ lang: 'fr' });
  await dropFiles(page, [{ name: 'caisse.csv', content: frenchFile }]);
  const review = page.locator('[data-role="import-review"]');
  await review.waitFor();
  const sentence = (await page.locator('[data-role="import-sentence"]').textContent()) ?? '';
  expect(sentence).toContain('du 13 février 2024 au 16 mars 2024');
  expect(sentence.replace(/\s/g, ' ')).toContain('1 854,50 €');
  const text = (await review.textContent()) ?? '';
  expect(await page.getByLabel('Codage').inputValue()).toBe('windows-1252');
  expect(text).toContain('point-virgule');
  await page.locator('[data-role="rejects"] summary').click();
  const reject = (await page.locator('[data-role="rejects"] tbody').textContent()) ?? '';
  expect(reject).toContain('douze');
  expect(reject).toContain('65');
  await page.locator('[data-role="import-sentence"]').click();
  await page.keyboard.press('Enter');
  await cellsSettled(page);
  const kpis = metrics((await resultTables(page, 'overview'))['kpis']);
  expect(kpis['revenue']).toBeCloseTo(1854.5, 6);
});

test('1,500 unreadable values: a thousand are listed, all are in the CSV file, in the review and in another visit', async () => {
  const { page } = await people.open();
  const rows = Array.from(
    { length: 6000 },
    (_, n) => `c${n % 90},2024-01-${10 + (n % 20)},${n % 4 ? n : `none ${n}`}`,
  );
  await dropFiles(page, [
    { name: 'till.csv', content: `customer_id,order_date,amount\n${rows.join('\n')}\n` },
  ]);
  await page.locator('[data-role="import-review"]').waitFor();
  const lines = await rejectLines(page);
  expect(lines).toHaveLength(1501);
  expect(lines[1500]).toBe('5998,amount,none 5996,not a number');
  await page.locator('[data-role="accept-import"]:enabled').click();
  await cellsSettled(page);
  await page.getByText(/^Saved/).waitFor();
  await expect.poll(() => storedSources(page), { timeout: 30_000 }).toBe(1);
  await page.reload();
  await cellsSettled(page);
  await page.locator('[data-role="data-screen"]').click();
  await page.locator('[data-part="tables"]').click();
  await page.locator('[data-table="till"]').waitFor();
  expect(await rejectLines(page)).toEqual(lines);
});

/** Opens the list of 1,500 rejects, and reads the lines of its CSV file. */
async function rejectLines(page: Page): Promise<string[]> {
  await page.locator('[data-role="rejects"] summary').click();
  const part = await page.locator('[data-role="rejects-part"]').textContent();
  expect(part?.trim()).toBe('The first 1,000 of 1,500; all are in the CSV file.');
  expect(await page.locator('[data-role="rejects"] tbody tr').count()).toBe(1000);
  const download = page.waitForEvent('download');
  await page.locator('[data-role="rejects-download"]').click();
  return (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\r\n');
}

test('what columns mean is remembered for the next file, and left where its values cannot be that', async () => {
  const { page } = await people.open();
  const file = (days: (n: number) => string): string =>
    'wer,stichtag,betrag\n' + Array.from({ length: 30 }, (_, n) => `p${n % 7},${days(n)},${n}.5`).join('\n');
  const role = page.getByLabel('Meaning of the column stichtag');
  await dropFiles(page, [{ name: 'january.csv', content: file((n) => `2024-01-${10 + (n % 20)}`) }]);
  await page.locator('[data-role="import-review"]').waitFor();
  await role.selectOption('order_date');
  await page.locator('[data-role="accept-import"]:enabled').click();
  await cellsSettled(page);
  await page.getByRole('button', { name: 'Clientele · Home' }).click();
  await dropFiles(page, [{ name: 'february.csv', content: file((n) => `2024-02-${10 + (n % 20)}`) }]);
  await page.locator('[data-role="import-review"]').waitFor();
  expect(await role.inputValue()).toBe('order_date');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await dropFiles(page, [{ name: 'march.csv', content: file(() => 'some day') }]);
  await page.locator('[data-role="import-review"]').waitFor();
  expect(await role.inputValue()).not.toBe('order_date');
  expect(await page.getByRole('alert').count()).toBe(0);
});

test('a reading that fails leaves the lists as they were', async () => {
  const { page } = await people.open();
  const content = `who,when,paid\n${Array.from({ length: 30 }, (_, n) => `p${n % 7},2024-01-${10 + (n % 20)},${n}.5`).join('\n')}`;
  await dropFiles(page, [{ name: 'sales.csv', content }]);
  await page.locator('[data-role="import-review"]').waitFor();
  const role = page.getByLabel('Meaning of the column who');
  const before = await role.inputValue();
  await role.selectOption('amount');
  await page.getByRole('alert').waitFor();
  expect(await role.inputValue()).toBe(before);
});

test('the keyboard keeps its place while a file is read again, and never changes what is not on the screen', async () => {
  const { page } = await people.open();
  await openSample(page);
  const before = await page.evaluate(() => window.clientele.notebook());
  await page.evaluate(() => window.clientele.addCell({ kind: 'text', params: { markdown: 'x' } }));
  const after = await page.evaluate(() => window.clientele.notebook());
  expect(after).not.toEqual(before);
  const content = `who;when;paid\n${Array.from({ length: 30 }, (_, n) => `p${n % 7};2024-01-${10 + (n % 20)};${n},5`).join('\n')}`;
  await dropFiles(page, [{ name: 'sales.csv', content }]);
  const review = page.locator('[data-role="import-review"]');
  await review.waitFor();
  await page.keyboard.press('Control+z');
  expect(await page.evaluate(() => window.clientele.notebook())).toEqual(after);
  expect(await page.locator('[data-role="accept-import"]').textContent()).toContain('Add to the notebook');
  const focused = (selector: string): Promise<boolean> =>
    page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  await page.getByRole('button', { name: 'Undo: Decimal comma read in: paid' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => focused('[data-role="review-file"]')).toBe(true);
  const role = page.getByLabel('Meaning of the column who');
  await role.focus();
  await role.selectOption('customer_name');
  await expect.poll(() => role.inputValue()).toBe('customer_name');
  await expect.poll(() => focused('[aria-label="Meaning of the column who"]:enabled')).toBe(true);
  expect(await review.count()).toBe(1);
});

test('a role can be changed and the sentence follows; Enter accepts', async () => {
  const { page } = await people.open();
  const content =
    'ref,who,when,a,b\n' +
    Array.from({ length: 30 }, (_, n) => `${n},p${n % 7},2024-01-${10 + (n % 20)},${n}.5,${n * 2}.25`).join(
      '\n',
    );
  await dropFiles(page, [{ name: 'x.csv', content }]);
  await page.locator('[data-role="import-review"]').waitFor();
  await page.getByLabel('Meaning of the column who').selectOption('customer_id');
  await expect
    .poll(() => page.locator('[data-role="import-sentence"]').textContent())
    .toContain('7 customers');
  for (const column of ['a', 'b'])
    await page.getByLabel(`Meaning of the column ${column}`, { exact: true }).selectOption('');
  await page.getByLabel('Meaning of the column b', { exact: true }).selectOption('amount');
  await expect.poll(() => page.locator('[data-role="import-sentence"]').textContent()).toContain('877.50');
  await page.locator('h1').click();
  await page.keyboard.press('Enter');
  await cellsSettled(page);
  expect(metrics((await resultTables(page, 'overview'))['kpis'])['revenue']).toBe(877.5);
});

test('a table can be pasted', async () => {
  const { page } = await people.open();
  await page.getByRole('button', { name: 'Paste a table…' }).click();
  await page
    .getByRole('textbox')
    .fill('customer_id\torder_date\tamount\na\t2024-01-02\t10.5\nb\t2024-01-20\t4.5');
  await page.getByRole('button', { name: 'Read this table' }).click();
  expect(await page.locator('[data-role="import-sentence"]').textContent()).toContain('15.00');
});

const bad: [string, Dropped, RegExp][] = [
  ['an empty file', { name: 'empty.csv', content: '' }, /empty\.csv/],
  ['a header alone', { name: 'header.csv', content: 'customer_id,order_date,amount\n' }, /header\.csv/],
  [
    'a PDF renamed .csv',
    { name: 'report.csv', content: '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n' },
    /report\.csv.*PDF/s,
  ],
];

test.each(bad)('%s gets a clear message, and the open notebook is untouched', async (_, file, message) => {
  const { page } = await people.open();
  await openSample(page);
  const before = await page.evaluate(() => window.clientele.notebook());
  await dropFiles(page, [file]);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  const text = (await alert.textContent()) ?? '';
  expect(text).toMatch(message);
  expect(text).not.toMatch(/undefined|\bat .*\.js|Error:/);
  expect(await page.evaluate(() => window.clientele.notebook())).toEqual(before);
  expect(await page.locator('[data-cell]').count()).toBe(7);
});

test('a column that is given the date role but holds no dates is refused with file, line and value', async () => {
  const { page } = await people.open();
  await dropFiles(page, [
    { name: 'sales.csv', content: 'customer,day,amount\na,monday,10\nb,tuesday,20\nc,friday,30\n' },
  ]);
  await page.locator('[data-role="import-review"]').waitFor();
  await page.getByLabel('Meaning of the column day').selectOption('order_date');
  const alert = page.getByRole('alert');
  await alert.waitFor();
  const text = (await alert.textContent()) ?? '';
  expect(text).toContain('sales.csv');
  expect(text).toContain('day');
  expect(text).toContain('monday');
  expect(text).toMatch(/\b2\b/);
  expect(await page.locator('[data-role="import-review"]').count()).toBe(1);
});

test('a 200-column file is read, and says that nothing in it is a sale', async () => {
  const { page } = await people.open();
  const columns = Array.from({ length: 200 }, (_, n) => `measure_${n}`);
  const rows = Array.from({ length: 20 }, (_, row) => columns.map((_, n) => row * n).join(','));
  await dropFiles(page, [{ name: 'wide.csv', content: [columns.join(','), ...rows].join('\n') }]);
  await page.locator('[data-role="import-review"]').waitFor();
  expect(await page.locator('[data-role="import-review"] tbody tr').count()).toBe(200);
  expect(await page.locator('[data-role="import-review"]').textContent()).toContain('Missing');
});

test('cancelling the review leaves everything as it was', async () => {
  const { page } = await people.open();
  await openSample(page);
  await dropFiles(page, [{ name: 'more.csv', content: 'customer_id,order_date,amount\na,2024-01-02,10\n' }]);
  await page.locator('[data-role="import-review"]').waitFor();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await cellsSettled(page);
  expect(await page.locator('[data-cell]').count()).toBe(7);
  expect(await page.evaluate(() => window.clientele.query('select count(*) from sales'))).toMatchObject({
    rows: [[expect.any(Number)]],
  });
});

test('files added to an open notebook join it, and undo takes them out again', async () => {
  const { page } = await people.open();
  await openSample(page);
  const sales = 'select count(*) from sales';
  const before = await page.evaluate((text) => window.clientele.query(text), sales);
  await dropFiles(page, [{ name: 'budget.csv', content: 'month,target\n2025-01-01,100\n2025-02-01,120\n' }]);
  await page.locator('[data-role="accept-import"]').click();
  await cellsSettled(page);
  expect(await page.evaluate(() => window.clientele.query('select sum(target) from budget'))).toMatchObject({
    rows: [[220]],
  });
  expect(await page.evaluate((text) => window.clientele.query(text), sales)).toEqual(before);
  await page.locator('[data-role="undo"]').click();
  await cellsSettled(page);
  const tables = await page.evaluate(() => window.clientele.tables());
  expect(tables.map((table) => table.name)).not.toContain('budget');
  expect(await page.evaluate((text) => window.clientele.query(text), sales)).toEqual(before);
});

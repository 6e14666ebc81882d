import { expect, test } from 'vitest';
import { dropFiles } from '../support/drop.js';
import { bytesOf, sheetOf, workbookBlob, workbookOf, zipOf } from '../support/foreign-files.js';
import { metrics, resultTables } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();
const buffer = async (blob: Blob): Promise<Buffer> => Buffer.from(await bytesOf(blob));

/** Sales with title rows and real dates, one amount that is none, a list of customers and a hidden sheet. */
function workbook(): Blob {
  const sales = sheetOf([
    ['Ventes 2024 – Magasin de Lyon'],
    [],
    ['N° commande', 'Date', 'Code client', 'Libellé', 'Montant TTC'],
    ...Array.from({ length: 60 }, (_, n) => [
      1000 + n,
      null,
      `C${n % 20}`,
      n === 0 ? 'Thé\nglacé' : 'Café',
      10.5,
    ]),
    [1060, null, 'C1', 'Œufs', 'douze'],
  ]);
  for (let row = 4; row <= 64; row += 1)
    sales[`B${row}`] = { t: 'n', v: 45352 + (row % 30), z: 'dd/mm/yyyy' };
  const customers = sheetOf([
    ['Code client', 'Ville'],
    ['C1', 'Lyon'],
    ['C2', 'Besançon'],
  ]);
  const notes = sheetOf([
    ['Ne pas', 'diffuser'],
    ['x', 'y'],
  ]);
  return workbookBlob(
    workbookOf({ 'Ventes 2024': sales, Clients: customers, Notes: notes }, { hidden: ['Notes'] }),
  );
}

test('a workbook with title rows is read: real dates, rejects by row, another sheet added and taken out', async () => {
  const { page, errors } = await people.open({ lang: 'fr' });
  await dropFiles(page, [{ name: 'ventes.xlsx', content: await buffer(workbook()) }]);
  const review = page.locator('[data-role="import-review"]');
  await review.waitFor();
  const sentence = page.locator('[data-role="import-sentence"]');
  expect(await sentence.textContent()).toContain('du 1er mars 2024 au 30 mars 2024');
  expect((await sentence.textContent())?.replace(/\s/g, ' ')).toContain('630,00');
  const text = (await review.textContent()) ?? '';
  expect(text).toContain('Excel · Ventes 2024 · 61 lignes lues = 61 chargées');
  await page.locator('[data-role="rejects"] summary').click();
  const reject = await page.locator('[data-role="rejects"] tbody').textContent();
  expect(reject).toContain('douze');
  expect(reject).toContain('64');
  const choice = page.locator('[data-role="sheet-choice"]');
  expect(await choice.locator('option').allTextContents()).toContain('Notes (masquée)');
  await page.getByLabel('Lire aussi la feuille').selectOption('Clients');
  await page.locator('h2').nth(1).waitFor();
  expect(await review.textContent()).toContain('Excel · Clients · 2 lignes lues');
  await page.getByRole('button', { name: 'Ne pas lire cette feuille' }).nth(1).click();
  await expect.poll(() => page.locator('h2').count()).toBe(1);
  await page.getByLabel('Feuille lue').selectOption('Clients');
  await expect.poll(() => review.textContent()).toContain('Excel · Clients · 2 lignes lues');
  await page.getByLabel('Feuille lue').selectOption('Ventes 2024');
  await expect.poll(() => sentence.textContent()).toContain('du 1er mars 2024 au 30 mars 2024');
  await page.locator('h1').click();
  await page.keyboard.press('Enter');
  await cellsSettled(page);
  expect(metrics((await resultTables(page, 'overview'))['kpis'])['revenue']).toBe(630);
  expect(errors).toEqual([]);
});

test('an archive of two files and lines of JSON are three tables; what is no table is named', async () => {
  const { page, errors } = await people.open({ lang: 'fr' });
  const orders = Array.from({ length: 40 }, (_, n) => `${n};1${1 + (n % 9)}/03/2024;C${n % 7};${n},50`);
  const archive = await zipOf({
    'commandes.csv': ['N° commande;Date;Code client;Montant', ...orders].join('\n'),
    'clients.csv': 'Code client;Ville\nC1;Orléans\nC2;Nîmes\n',
    'LISEZMOI.txt': 'Bonjour, voici les fichiers que vous avez demandés la semaine dernière.\n',
  });
  const tickets = Array.from({ length: 5 }, (_, n) =>
    JSON.stringify({ ticket: n, client: { ville: 'Lyon' }, tags: ['a', 'b'] }),
  );
  await dropFiles(page, [
    { name: 'export.zip', content: await buffer(archive) },
    { name: 'tickets.ndjson', content: [...tickets, '{"ticket":'].join('\n') },
  ]);
  const review = page.locator('[data-role="import-review"]');
  await review.waitFor();
  const text = (await review.textContent()) ?? '';
  expect(text).toContain('CSV · commandes.csv · séparateur point-virgule · 40 lignes lues');
  expect(text).toContain('CSV · clients.csv');
  expect(text).toContain('JSON · 6 lignes lues = 5 chargées');
  expect(await review.textContent()).toContain('LISEZMOI.txt');
  await page.locator('[data-role="rejects"] summary').click();
  expect(await page.locator('[data-role="rejects"] tbody').textContent()).toContain('ligne illisible');
  await page.locator('h1').click();
  await page.keyboard.press('Enter');
  await cellsSettled(page);
  const query = (statement: string) => page.evaluate((sql) => window.clientele.query(sql), statement);
  expect(await query('select "client.ville", tags from tickets limit 1')).toMatchObject({
    rows: [['Lyon', 'a | b']],
  });
  expect(await query('select count(*) from commandes')).toMatchObject({ rows: [[40]] });
  expect(errors).toEqual([]);
});

test('a notebook opens by its content, JSON that is none is data', async () => {
  const { page } = await people.open();
  const notebook = await page.evaluate(() => window.clientele.notebook());
  await dropFiles(page, [{ name: 'renamed.txt', content: JSON.stringify(notebook) }]);
  await page.locator('[data-role="undo"]').waitFor();
  await dropFiles(page, [{ name: 'orders.json', content: '{"orders":[{"customer_id":"a","amount":2.5}]}' }]);
  await page.locator('[data-role="import-review"]').waitFor();
  expect(await page.locator('[data-role="import-review"]').textContent()).toContain('JSON · orders');
});

test('a bomb and a locked archive get a clear message', async () => {
  const { page } = await people.open({ lang: 'fr' });
  await dropFiles(page, [
    { name: 'bombe.zip', content: await buffer(await zipOf({ 'a.csv': new Uint8Array(12 * 1024 * 1024) })) },
  ]);
  const alert = page.getByRole('alert');
  await alert.waitFor();
  expect(await alert.textContent()).toMatch(/bombe\.zip.*décompress/s);
  const locked = await zipOf({ 'a.csv': 'a,b\n1,2' }, { password: 'secret' });
  await dropFiles(page, [{ name: 'coffre.zip', content: await buffer(locked) }]);
  await expect.poll(() => alert.textContent()).toMatch(/coffre\.zip.*mot de passe/s);
});

test('reading a foreign file can be cancelled, and the next one is read all the same', async () => {
  const { page } = await people.open();
  const record = (n: number) => `{"customer_id":"C${n % 900}","order_date":"2024-03-01","amount":${n}.5}`;
  const content = Array.from({ length: 450_000 }, (_, n) => record(n)).join('\n');
  // The page itself presses the button the moment it is there: on a fast machine reading is soon over.
  await page.evaluate(() => {
    new MutationObserver((_, observer) => {
      const button = document.querySelector<HTMLButtonElement>('[data-role="import-progress"] button');
      if (!button) return;
      observer.disconnect();
      document.documentElement.dataset['pressed'] = 'true';
      button.click();
    }).observe(document, { subtree: true, childList: true });
  });
  await dropFiles(page, [{ name: 'large.ndjson', content }]);
  await page.locator('html[data-pressed]').waitFor({ state: 'attached' });
  await expect.poll(() => page.locator('[data-role="import-progress"]').count()).toBe(0);
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(await page.locator('[data-role="import-review"]').count()).toBe(0);
  await dropFiles(page, [{ name: 'small.ndjson', content: [record(1), record(2)].join('\n') }]);
  await page.locator('[data-role="import-review"]').waitFor();
  expect(await page.locator('[data-role="import-sentence"]').textContent()).toContain('2 customers');
});

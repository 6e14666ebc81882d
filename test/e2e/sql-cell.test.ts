import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { openSample, records, resultTables } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();

const words = {
  fr: {
    label: 'Requête SQL',
    error: /La colonne « amont » n’existe pas .* \(ligne 1, caractère 15\).*vouliez-vous dire « amount »/,
    details: 'Détails techniques',
    show: 'Montrer',
    line: 'des courbes',
    bars: 'des barres',
    sentence: /Une courbe de janv\. 2023 à déc\. 2025/,
    as: 'En cellule SQL',
    copy: 'Copier la requête table',
    copied: 'Copié.',
    undo: 'Annuler',
    more: 'Autres actions',
    sql: 'Voir le SQL',
  },
  en: {
    label: 'SQL query',
    error: /The column “amont” is in none .* \(line 1, character 15\).*did you mean “amount”/,
    details: 'Technical details',
    show: 'Show',
    line: 'lines',
    bars: 'bars',
    sentence: /One line from Jan 2023 to Dec 2025/,
    as: 'As a SQL cell',
    copy: 'Copy the query table',
    copied: 'Copied.',
    undo: 'Undo',
    more: 'More actions',
    sql: 'Show SQL',
  },
} as const;

/** A SQL cell with a text, at rest. */
async function addSqlCell(page: Page, sql: string): Promise<Locator> {
  await page.evaluate(
    (text) => window.clientele.addCell({ kind: 'sql', name: 'question', params: { sql: text } }),
    sql,
  );
  await cellsSettled(page);
  const cell = page.locator('[data-cell][data-name="question"]');
  await cell.scrollIntoViewIfNeeded();
  return cell;
}

/** What the editor holds. */
async function written(cell: Locator): Promise<string> {
  return (await cell.locator('.cm-line').allInnerTexts()).map((line) => line.replace(/\n$/, '')).join('\n');
}

/** Takes the proposal; right after the list has opened, Enter still is a new line. */
async function take(page: Page): Promise<void> {
  await page.waitForTimeout(150);
  await page.keyboard.press('Enter');
}

async function plain(text: Promise<string | null>): Promise<string> {
  return ((await text) ?? '').replace(/[\u00a0\u202f\s]+/g, ' ');
}

async function savedSql(page: Page): Promise<unknown> {
  const notebook = (await page.evaluate(() => window.clientele.notebook())) as {
    cells: { name: string; params: { sql?: string } }[];
  };
  return notebook.cells.find(({ name }) => name === 'question')?.params.sql;
}

test.each(['fr', 'en'] as const)('a question is written, completed, mended and drawn (%s)', async (lang) => {
  const w = words[lang];
  const { page, errors } = await people.open({ lang });
  await openSample(page);
  const cell = await addSqlCell(page, 'select 1 as x');

  // The editor takes the place of the field, with its text, its caret and the focus.
  await cell.locator('textarea').click();
  const editor = cell.getByRole('textbox', { name: w.label });
  await cell.locator('.cm-content').waitFor();
  expect(await editor.getAttribute('aria-multiline')).toBe('true');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(
    "select month, amont\nfrom (select date_trunc('month', order_date) as month, * from sal",
  );
  const list = cell.locator('.cm-tooltip-autocomplete');
  await list.getByText('sales', { exact: true }).waitFor();
  await page.screenshot({ path: `test/.out/sql-complete-${lang}.png` });
  await take(page);
  await page.keyboard.type(' s where s.am');
  await list.locator('[aria-selected]', { hasText: 'amount' }).waitFor();
  await take(page);
  await page.keyboard.type(' > 0)');
  expect(await written(cell)).toBe(
    "select month, amont\nfrom (select date_trunc('month', order_date) as month, * from sales s where s.amount > 0)",
  );

  // An error is said where it is, in the reader's language; the engine's own words are behind the details.
  await page.keyboard.press('Escape');
  await editor.focus();
  await page.keyboard.press('Control+Enter');
  const note = cell.getByRole('alert');
  await note.waitFor();
  await cellsSettled(page);
  expect(await plain(note.locator('p').textContent())).toMatch(w.error);
  expect(await cell.locator('.cm-lintRange-error').innerText()).toBe('amont');
  await note.getByText(w.details).click();
  expect(await note.locator('pre').innerText()).toContain('Candidate bindings');
  await cell.screenshot({ path: `test/.out/sql-error-${lang}.png` });
  expect(await seriousFaults(page)).toEqual([]);

  // Mended at the place that is marked.
  await cell.locator('.cm-lintRange-error').dblclick();
  await page.keyboard.type('sum(amount) as total');
  await page.keyboard.press('Escape');
  await editor.focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\ngroup by month');
  await page.keyboard.press('Control+Enter');
  await cellsSettled(page);
  expect(await note.count()).toBe(0);
  expect(await cell.locator('.cm-lintRange-error').count()).toBe(0);

  // The result as a chart, in the page and in the exported one.
  await cell.getByLabel(w.show, { exact: true }).selectOption(w.line);
  await cell.locator('svg[data-chart] path').first().waitFor();
  await cellsSettled(page);
  expect(await plain(cell.locator('.figure').textContent())).toMatch(w.sentence);
  await cell.screenshot({ path: `test/.out/sql-line-${lang}.png` });
  const html = await page.evaluate(() => window.clientele.exportHtml());
  const exported = await people.browser.newPage({ viewport: { width: 1024, height: 768 } });
  await exported.setContent(html);
  const section = exported.locator('section[data-cell]', { hasText: w.sentence });
  await section.locator('svg[data-chart] path').first().waitFor({ timeout: 5_000 });
  await section.screenshot({ path: `test/.out/sql-page-${lang}.png` });
  expect(await plain(section.textContent())).toMatch(w.sentence);
  expect(html).not.toMatch(/cm-editor|codemirror/i);
  await exported.close();
  expect(await seriousFaults(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('what is written is never lost: undo of the editor, of the notebook, leaving by Tab, other settings, another view', async () => {
  const { page, errors } = await people.open({ lang: 'en' });
  await openSample(page);
  const cell = await addSqlCell(page, 'select 1 as x');
  // Keys that are pressed while the editor is on its way arrive all the same.
  await cell.locator('textarea').focus();
  await page.keyboard.press('End');
  await page.keyboard.type(', 2 as y', { delay: 15 });
  await cell.locator('.cm-content').waitFor();
  expect(await written(cell)).toBe('select 1 as x, 2 as y');

  // A pause keeps what can run, as one step of the notebook.
  await expect.poll(() => savedSql(page), { timeout: 5_000 }).toBe('select 1 as x, 2 as y');
  // What comes within 0.8 s of it would belong to the same step.
  await page.waitForTimeout(1_000);
  await page.keyboard.type(' from');
  await page.keyboard.press('Control+Z');
  expect(await written(cell)).toBe('select 1 as x, 2 as y');

  // Another setting changes under an open draft, which stays.
  await page.keyboard.type(', 3 as z');
  await page.evaluate(() => window.clientele.setParams('question', { show: 'bar' }));
  expect(await written(cell)).toBe('select 1 as x, 2 as y, 3 as z');

  // Tab leaves the editor and keeps the text.
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('Run');
  expect(await savedSql(page)).toBe('select 1 as x, 2 as y, 3 as z');
  await cellsSettled(page);
  expect((await resultTables(page, 'question'))['result']?.rows).toEqual([[1, 2, 3]]);

  // The notebook's undo goes back step by step, and the editor shows it.
  await page.getByRole('button', { name: /Undo/ }).click();
  await expect.poll(() => written(cell)).toBe('select 1 as x, 2 as y');
  // The chart is a step of its own, unless the text followed it at once.
  for (let steps = 0; steps < 2 && (await savedSql(page)) !== 'select 1 as x'; steps += 1)
    await page.getByRole('button', { name: /Undo/ }).click();
  await expect.poll(() => written(cell)).toBe('select 1 as x');

  // An unfinished text is kept when the notebook is shown in another way.
  await cell.locator('.cm-content').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(', (');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  expect(await savedSql(page)).toBe('select 1 as x, (');
  expect(errors).toEqual([]);
});

test.each(['fr', 'en'] as const)(
  'RFM as a SQL cell gives the same numbers, and undo takes it away (%s)',
  async (lang) => {
    const w = words[lang];
    const { page, context, errors } = await people.open({ lang, width: 1024, height: 768 });
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await openSample(page);
    const rfm = page.locator('[data-cell][data-name="rfm"]');
    await rfm.getByRole('button', { name: w.more }).click();
    await page.getByRole('menuitem', { name: w.as }).click();
    const made = page.locator('[data-cell][data-name="rfm_sql"]');
    await made.waitFor();
    await cellsSettled(page);
    await page.evaluate(() =>
      window.clientele.addCell({
        kind: 'sql',
        name: 'counted',
        params: {
          sql: 'select segment, count(*) as customers from rfm_sql group by segment order by segment',
        },
      }),
    );
    await cellsSettled(page);
    const counted = records((await resultTables(page, 'counted'))['result']);
    const segments = records((await resultTables(page, 'rfm'))['segments']);
    const shown = segments.filter((row) => Number(row['customers']) > 0);
    expect(shown.length).toBeGreaterThan(3);
    for (const row of shown)
      expect(counted).toContainEqual({ segment: row['segment'], customers: row['customers'] });

    // The statements themselves can be copied, and each made a cell.
    await rfm.getByRole('button', { name: w.sql }).click();
    await rfm.getByRole('button', { name: w.copy }).click();
    await rfm.getByText(w.copied).waitFor();
    const clipboard = await page.evaluate(() => navigator.clipboard.readText());
    expect(clipboard).toBe(await rfm.locator('[data-statement="table"] pre').innerText());
    await rfm.locator('[data-statement="table"]').scrollIntoViewIfNeeded();
    await page.screenshot({ path: `test/.out/sql-statements-${lang}.png` });
    expect(await seriousFaults(page)).toEqual([]);
    await page.getByRole('button', { name: new RegExp(w.undo) }).click();
    await page.getByRole('button', { name: new RegExp(w.undo) }).click();
    await made.waitFor({ state: 'detached' });
    expect(errors).toEqual([]);
  },
);

test('without its code the plain field does, and runs', async () => {
  const { page } = await people.open({ lang: 'en' });
  await openSample(page);
  await page.route(/SqlEditor-.*\.js/, (route) => route.abort());
  const cell = await addSqlCell(page, 'select 1 as x');
  const field = cell.locator('textarea');
  await field.fill('select 41 + 1 as answer');
  await field.press('Control+Enter');
  await cellsSettled(page);
  expect((await resultTables(page, 'question'))['result']?.rows).toEqual([[42]]);
  expect(await cell.locator('.cm-content').count()).toBe(0);
});

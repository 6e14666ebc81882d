import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { dropFiles } from '../support/drop.js';
import { openSample } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';

const people = useBrowser();
const hotline = join(import.meta.dirname, '../../sample-data/hotline.log');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const rate = (page: Page): Promise<string> =>
  page
    .locator('[data-role="match-rate"]')
    .textContent()
    .then((text) => (text ?? '').replace(/\s/g, ' ').trim());

async function openWizard(page: Page): Promise<void> {
  await dropFiles(page, [hotline]);
  await page.locator('[data-role="log-wizard"]').waitFor();
}

/** Drags the mouse over a word of a line in the list. */
async function selectWithMouse(page: Page, line: number, word: string): Promise<void> {
  const row = page.locator(`[data-line="${line}"] .text`);
  await row.scrollIntoViewIfNeeded();
  const box = await row.evaluate((element, wanted) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const from = node.textContent?.indexOf(wanted) ?? -1;
      if (from < 0) continue;
      const range = document.createRange();
      range.setStart(node, from);
      range.setEnd(node, from + wanted.length);
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, middle: (top + bottom) / 2 };
    }
    return null;
  }, word);
  if (!box) throw new Error(`no ${word} in line ${line}`);
  await page.mouse.move(box.left + 1, box.middle);
  await page.mouse.down();
  await page.mouse.move((box.left + box.right) / 2, box.middle);
  await page.mouse.move(box.right - 1, box.middle);
  await page.mouse.up();
  expect(await page.locator('[data-role="log-selection"]').textContent()).toBe(word);
}

async function markWithMouse(page: Page, line: number, word: string, name: string): Promise<void> {
  await selectWithMouse(page, line, word);
  await page.locator('[data-role="log-name"]').fill(name);
  await page.locator('[data-role="log-mark"]').click();
}

test('a log is proposed as a table at once; accepting it leads to the review, and no line is lost', async () => {
  const { page, errors } = await people.open({ lang: 'fr' });
  await openWizard(page);
  await expect.poll(() => rate(page)).toBe('300 lignes sur 300 correspondent à un modèle');
  expect(await page.locator('[data-layout]').count()).toBe(6);
  await page.locator('[data-role="accept-log"]').click();
  const review = page.locator('[data-role="import-review"]');
  await review.waitFor();
  expect(await review.textContent()).toContain('hotline.log');
  expect((await review.textContent())?.replace(/\s/g, ' ')).toContain('300 lignes lues = 300 chargées');
  const names = await review.locator('tbody th').allTextContents();
  expect(names.sort()).toEqual(
    ['agent', 'client', 'date', 'durée', 'heure', 'motif', 'téléphone', 'verbatim'].sort(),
  );
  await page.locator('[data-role="accept-import"]').click();
  await cellsSettled(page);
  const answer = await page.evaluate(() =>
    window.clientele.query(
      'select count(*), count("client"), count("téléphone"), count("verbatim") from hotline',
    ),
  );
  const [all, customers, phones, texts] = answer.rows[0] ?? [];
  expect([all, texts]).toEqual([300, 300]);
  expect(Number(customers) + Number(phones)).toBe(300);
  expect(errors).toEqual([]);
});

test('two fields are marked in two lines with the mouse, and the match rate follows', async () => {
  const { page } = await people.open({ lang: 'en' });
  await openWizard(page);
  await expect.poll(() => rate(page)).toBe('300 of 300 lines match a layout');
  await page.locator('[data-role="log-clear"]').click();
  await expect.poll(() => rate(page)).toBe('0 of 300 lines match a layout');
  expect(await page.locator('[data-role="accept-log"]').isDisabled()).toBe(true);
  const lines = readFileSync(hotline, 'utf8').split('\n');
  // A line of each of two layouts: `[01/01/2025 17:05] C01536 (…` and `date=2025-01-01 heure=15:36 tel=0708682904 …`.
  const first = lines.findIndex((line) => line.startsWith('[')) + 1;
  const second = lines.findIndex((line) => line.startsWith('date=')) + 1;
  const like = (start: string): number => lines.filter((line) => line.startsWith(start)).length;
  const [moment = ''] = /\d.{15}/.exec(lines[first - 1] ?? '') ?? [];
  const [customer = ''] = /C\d{5}/.exec(lines[first - 1] ?? '') ?? [];
  await markWithMouse(page, first, moment, 'date');
  await markWithMouse(page, first, customer, 'customer');
  await expect.poll(() => rate(page)).toBe(`${like('[')} of 300 lines match a layout`);
  const [day = ''] = /\d{4}-\d\d-\d\d/.exec(lines[second - 1] ?? '') ?? [];
  const [phone = ''] = /0\d{9}/.exec(lines[second - 1] ?? '') ?? [];
  await markWithMouse(page, second, day, 'date');
  await selectWithMouse(page, second, phone);
  await page.getByRole('group', { name: 'Suggested names' }).getByRole('button', { name: 'phone' }).click();
  await expect.poll(() => rate(page)).toBe(`${like('[') + like('date=')} of 300 lines match a layout`);
  await page.locator('[data-role="unmatched"]').click();
  const unmatched = await page.locator('[data-line] .text').allTextContents();
  expect(unmatched.some((line) => line.startsWith('[') || line.startsWith('date='))).toBe(false);
  await page.locator('[data-role="accept-log"]').click();
  const review = page.locator('[data-role="import-review"]');
  await review.waitFor();
  expect(await review.textContent()).toContain('300 rows read = 300 loaded');
  expect(await review.locator('tbody th').allTextContents()).toEqual([
    'date',
    'customer',
    'phone',
    'verbatim',
  ]);
});

test('two fields are marked with the keyboard alone', async () => {
  const { page } = await people.open({ lang: 'fr' });
  await openWizard(page);
  const focusOn = async (selector: string): Promise<void> => {
    for (let presses = 0; presses < 60; presses += 1) {
      if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reached ${selector}`);
  };
  await focusOn('[data-role="log-clear"]');
  await page.keyboard.press('Enter');
  await expect.poll(() => rate(page)).toBe('0 ligne sur 300 correspond à un modèle');
  const lines = readFileSync(hotline, 'utf8').split('\n');
  const target = lines.findIndex((line) => line.startsWith('['));
  await page.keyboard.press('Shift+Tab');
  for (let presses = 0; presses < 80; presses += 1) {
    if (await page.evaluate(() => document.activeElement?.getAttribute('role') === 'listbox')) break;
    await page.keyboard.press('Shift+Tab');
  }
  for (let step = 0; step < target; step += 1) await page.keyboard.press('ArrowDown');
  await focusOn('[data-role="log-line"]');
  const line = lines[target] ?? '';
  expect(await page.locator('[data-role="log-line"]').inputValue()).toBe(line);
  const mark = async (word: string, name: string): Promise<void> => {
    await page.keyboard.press('Home');
    for (let step = 0; step < line.indexOf(word); step += 1) await page.keyboard.press('ArrowRight');
    for (let step = 0; step < word.length; step += 1) await page.keyboard.press('Shift+ArrowRight');
    expect(await page.locator('[data-role="log-selection"]').textContent()).toBe(word);
    await page.keyboard.press('Enter');
    await page.keyboard.type(name);
    await page.keyboard.press('Enter');
  };
  await mark(/C\d{5}/.exec(line)?.[0] ?? '', 'client');
  // The line cannot be changed by typing.
  await page.keyboard.type('x');
  expect(await page.locator('[data-role="log-line"]').inputValue()).toBe(line);
  await mark(/\((\S+),/.exec(line)?.[1] ?? '', 'agent');
  const like = lines.filter((each) => each.startsWith('[')).length;
  await expect.poll(() => rate(page)).toBe(`${like} lignes sur 300 correspondent à un modèle`);
  expect(await page.locator('[data-layout] summary .chip').allTextContents()).toEqual(['client', 'agent']);
  await focusOn('[data-role="accept-log"]').catch(async () =>
    page.locator('[data-role="accept-log"]').focus(),
  );
  await page.keyboard.press('Enter');
  await page.locator('[data-role="import-review"]').waitFor();
});

test('an expression written by hand is used when it is safe, and refused with the reason when not', async () => {
  const { page } = await people.open();
  await openWizard(page);
  await page.locator('[data-role="log-clear"]').click();
  await page.getByRole('button', { name: 'Write a layout' }).click();
  const field = page.getByRole('textbox', { name: 'Regular expression' });
  await field.fill('(?<a>(\\w+\\s?)+)$');
  await page.getByRole('button', { name: 'Apply' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('repetition within a repetition');
  await field.fill('\\[(?<moment>[^\\]]+)\\] (?<who>\\S+)');
  await page.getByRole('button', { name: 'Apply' }).click();
  const like = readFileSync(hotline, 'utf8').match(/^\[/gm)?.length ?? 0;
  await expect.poll(() => rate(page)).toBe(`${like} of 300 lines match a layout`);
  expect(await page.locator('[data-role="log-wizard"] th').allTextContents()).toEqual([
    'moment',
    'who',
    'verbatim',
  ]);
});

test('cancelling leaves the open notebook as it was', async () => {
  const { page } = await people.open();
  await openSample(page);
  const before = await page.evaluate(() => window.clientele.notebook());
  await openWizard(page);
  await page.getByRole('button', { name: 'Cancel' }).click();
  await cellsSettled(page);
  expect(await page.evaluate(() => window.clientele.notebook())).toEqual(before);
  expect(await page.getByRole('alert').count()).toBe(0);
  await dropFiles(page, [{ name: 'more.csv', content: 'customer_id,order_date,amount\na,2024-01-02,10\n' }]);
  await page.locator('[data-role="import-review"]').waitFor();
});

test('programs get the proposed table without being asked', async () => {
  const { page } = await people.open();
  const text = readFileSync(hotline, 'utf8');
  const summary = await page.evaluate(
    (content) => window.clientele.open(new File([content], 'hotline.log'), { accept: true }),
    text,
  );
  expect(summary.sources[0]).toMatchObject({ format: 'log', rowsRead: 300, rowsLoaded: 300, rejectCount: 0 });
});

test.each(['fr', 'en'] as const)(
  'axe finds nothing serious in the wizard, and it fits the screen (%s)',
  async (lang) => {
    const { page } = await people.open({ lang, width: 1024, height: 768 });
    await openWizard(page);
    await page.locator('[data-layout]').first().waitFor();
    for (const closed of await page.locator('[data-role="log-wizard"] details:not([open]) > summary').all())
      if (await closed.isVisible()) await closed.click();
    const session = await page.context().newCDPSession(page);
    await session.send('Runtime.evaluate', { expression: axe });
    const { result } = await session.send('Runtime.evaluate', {
      expression: `axe.run(document, { resultTypes: ['violations'] }).then((found) => JSON.stringify(found.violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .flatMap((one) => one.nodes.map((node) => one.id + ': ' + node.html.slice(0, 160)))))`,
      awaitPromise: true,
    });
    expect(JSON.parse(String(result.value))).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  },
);

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { seriousFaults } from '../support/axe.js';
import { openSample } from '../support/journey.js';
import { cellsSettled, focusOn, useBrowser } from '../support/page.js';

const people = useBrowser();
const role = (name: string): string => `[data-role="${name}"]`;

async function present(page: Page): Promise<void> {
  await page.locator('[data-view-of="present"]').click();
  await page.locator(role('title-screen')).waitFor();
}

/** The screen and the part that are shown, once the cell has been drawn and cut. */
async function place(page: Page): Promise<string> {
  // Two frames: one to draw, one for what watches sizes.
  await page.evaluate(
    () =>
      new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 30)))),
  );
  return (await page.locator(`${role('presentation')} > [role="status"]`).textContent()) ?? '';
}

/** What is too small to be read from the last row: texts and lines of the whole cell, in pixels on the screen. */
async function tooSmall(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const presentation = document.querySelector('[data-role="presentation"]');
    const found: string[] = [];
    let texts = 0;
    const walker = document.createTreeWalker(presentation!, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement!;
      const text = walker.currentNode.textContent!.trim();
      if (text === '' || element.closest('.visually-hidden, title, desc, option, style')) continue;
      texts += 1;
      const svg = element.closest('svg');
      const scale = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
      const size = parseFloat(getComputedStyle(element).fontSize) * scale;
      // Matrices with a text in every cell: the heat map, the map of segments, tables.
      const isDense =
        element.closest('table') ??
        (svg && svg.querySelectorAll('rect').length > 15 && svg.querySelectorAll('text').length > 20);
      if (size < (isDense ? 24 : 28) - 0.01) found.push(`${size} ${text}`);
    }
    for (const line of presentation!.querySelectorAll('svg :is(line, path, rect, circle)')) {
      const style = getComputedStyle(line);
      if (style.stroke === 'none' || line.closest('pattern')) continue;
      const svg = line.closest('svg')!;
      const width =
        (parseFloat(style.strokeWidth) * svg.getBoundingClientRect().width) / svg.viewBox.baseVal.width;
      if (width < 2.99) found.push(`${line.tagName} ${width}`);
    }
    return texts < 5 ? [...found, 'nothing was measured'] : found;
  });
}

/** Texts of the shown part that are cut off by the edge of the screen, tables that can be moved left out. */
async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const room = document.querySelector('[data-role="room"]');
    for (const svg of room?.querySelectorAll('svg') ?? []) {
      const edge = svg.getBoundingClientRect();
      for (const text of svg.querySelectorAll('text')) {
        const box = text.getBoundingClientRect();
        if (box.right > edge.right + 6 || box.left < edge.left - 6 || box.bottom > edge.bottom + 6)
          found.push(text.textContent!);
      }
      if (edge.right > window.innerWidth || edge.height > room!.clientHeight) found.push('svg');
    }
    return found;
  });
}

test.each([
  ['fr', 1024, 768],
  ['en', 1024, 768],
  ['fr', 1920, 1080],
  ['en', 1920, 1080],
] as const)(
  'every screen of the sample can be read from the last row (%s, %i × %i)',
  async (lang, width, height) => {
    const { page, errors } = await people.open({ lang, width, height });
    await openSample(page);
    await page.evaluate(() =>
      window.clientele.addCell({ kind: 'sql', name: 'lines', params: { sql: 'select * from orders' } }),
    );
    await cellsSettled(page);
    await present(page);
    const title = (await page.locator(role('title-screen')).textContent()) ?? '';
    expect(title).toContain(lang === 'fr' ? 'Mon carnet client' : 'My customer notebook');
    expect(title).toMatch(lang === 'fr' ? /31 décembre 2025.*9 écrans/ : /31 December 2025.*9 screens/);
    const seen = new Set<string>();
    for (let steps = 0; steps < 60; steps += 1) {
      const shown = await place(page);
      if (seen.has(shown)) break;
      seen.add(shown);
      expect(await tooSmall(page), shown).toEqual([]);
      expect(await cutOff(page), shown).toEqual([]);
      await page.keyboard.press('PageDown');
    }
    const kinds = new Set([...seen].map((text) => /\d+/.exec(text)?.[0]));
    expect(kinds.size).toBe(9);
    expect(await page.locator('[data-command="next"]').getAttribute('aria-disabled')).toBe('true');
    for (let back = 1; back < seen.size; back += 1) {
      await page.keyboard.press('PageUp');
      await place(page);
    }
    expect(await page.locator(role('present-progress')).textContent()).toBe('1 / 9');
    expect(errors).toEqual([]);
  },
);

test('charts are laid out again for the shape of the screen', async () => {
  const { page } = await people.open({ width: 1024, height: 768 });
  await openSample(page);
  await present(page);
  for (let steps = 0; steps < 40; steps += 1) {
    if (/Pareto/.test(await place(page))) break;
    await page.keyboard.press('PageDown');
  }
  const chart = page.locator(`${role('room')} svg[data-chart]`);
  const shape = async (): Promise<number> => {
    const [, , width = 0, height = 1] = ((await chart.getAttribute('viewBox')) ?? '').split(' ').map(Number);
    return width / height;
  };
  const narrow = await shape();
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(shape).not.toBe(narrow);
  expect(await tooSmall(page)).toEqual([]);
  await expect.poll(() => cutOff(page)).toEqual([]);
});

test('a presentation is led by the keyboard, and gives the focus back to the cell that was shown', async () => {
  const { page } = await people.open();
  await openSample(page);
  await page.locator('.brand').focus();
  await focusOn(page, '[data-view-of="present"]');
  await page.keyboard.press('Enter');
  await page.locator(role('title-screen')).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-role'))).toBe('presentation');
  expect(await page.locator(role('share')).evaluate((button) => button.closest('[inert]') !== null)).toBe(
    true,
  );

  await page.keyboard.press('?');
  expect(await page.locator(role('present-keys')).textContent()).toContain('PageDown');
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('?');
  await expect.poll(() => page.locator(role('present-keys')).count()).toBe(0);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-role'))).toBe('presentation');

  await page.keyboard.press('b');
  expect(await page.locator(role('present-blank')).count()).toBe(1);
  await page.keyboard.press('.');
  expect(await page.locator(role('present-blank')).count()).toBe(0);
  expect(await page.locator(role('present-timer')).textContent()).toMatch(/^0:\d\d$/);
  await page.keyboard.press('t');
  expect(await page.locator(role('present-timer')).count()).toBe(0);

  await page.keyboard.press('End');
  expect(await page.locator(role('present-progress')).textContent()).toBe('8 / 8');
  await page.keyboard.press('Home');
  for (const key of ['ArrowRight', ' ', 'PageDown', 'PageDown', 'PageDown']) {
    await place(page);
    if (/^Screen 3/.test(await place(page))) break;
    await page.keyboard.press(key);
  }
  expect(await place(page)).toMatch(/^Screen 3 of 8: Overview/);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator(role('presentation')).count()).toBe(0);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-kind')))
    .toBe('overview');
  expect(await page.locator(role('share')).evaluate((button) => button.closest('[inert]'))).toBeNull();

  await page.keyboard.press('Control+Shift+Enter');
  await page.locator(role('title-screen')).waitFor();
  await page.locator('[data-command="next"]').click();
  expect(await page.locator(role('present-progress')).textContent()).toBe('2 / 8');
  await page.locator('[data-command="leave"]').click();
  await expect.poll(() => page.locator(role('presentation')).count()).toBe(0);
});

test('settings stay live while presenting, and their keys write into them', async () => {
  const { page } = await people.open();
  await openSample(page);
  await present(page);
  for (let steps = 0; steps < 40; steps += 1) {
    if (/Pareto/.test(await place(page))) break;
    await page.keyboard.press('PageDown');
  }
  const before = await page.locator(`${role('content')} .headline`).textContent();
  await page.keyboard.press('s');
  const settings = page.locator(role('present-settings'));
  expect(await tooSmall(page)).toEqual([]);
  expect(await seriousFaults(page)).toEqual([]);
  await settings.getByLabel('Rank', { exact: true }).selectOption('product');
  await expect.poll(() => page.locator(`${role('content')} .headline`).textContent()).not.toBe(before);
  await settings.locator('input').first().focus();
  await page.keyboard.press('b');
  expect(await page.locator(role('present-blank')).count()).toBe(0);
  await page.keyboard.press('Escape');
  const pareto = page.locator('[data-name="pareto"]');
  await expect.poll(() => pareto.getByLabel('Rank', { exact: true }).inputValue()).toBe('product');
  await page.keyboard.press('Control+z');
  await expect.poll(() => pareto.getByLabel('Rank', { exact: true }).inputValue()).not.toBe('product');
});

test('notes are written in the cell, shown by N, undone, and left out of the page', async () => {
  const { page } = await people.open();
  await openSample(page);
  await page.locator('[data-kind="text"] [aria-haspopup="menu"]').first().click();
  await page.getByRole('menuitem', { name: 'Notes for the speaker' }).click();
  await page.getByLabel('Notes for the speaker').fill('Ask who buys the most.');
  await page.getByLabel('Notes for the speaker').blur();
  await present(page);
  await page.keyboard.press('n');
  expect(await page.locator(role('present-notes')).textContent()).toContain('No notes for this cell.');
  await page.keyboard.press('PageDown');
  await expect
    .poll(() => page.locator(role('present-notes')).textContent())
    .toContain('Ask who buys the most.');
  expect(await tooSmall(page)).toEqual([]);
  expect(await seriousFaults(page)).toEqual([]);
  await page.keyboard.press('n');
  expect(await page.locator(role('present-notes')).count()).toBe(0);
  await page.keyboard.press('Escape');
  const spec = JSON.stringify(await page.evaluate(() => window.clientele.notebook()));
  expect(spec).toContain('Ask who buys the most.');
  expect(await page.evaluate(() => window.clientele.exportHtml())).not.toContain('Ask who buys the most.');
  await page.keyboard.press('Control+z');
  await expect
    .poll(async () => JSON.stringify(await page.evaluate(() => window.clientele.notebook())))
    .not.toContain('Ask who buys the most.');
});

test('a hidden answer is revealed by R on the screen, and stays behind its button on the page', async () => {
  const { page } = await people.open({ lang: 'fr' });
  await openSample(page);
  await page.evaluate(() =>
    window.clientele.addCell({
      kind: 'text',
      name: 'quiz',
      params: { markdown: 'Qui achète ?\n\n:::réponse\nLes **champions**.\n:::' },
    }),
  );
  await cellsSettled(page);
  await present(page);
  for (let steps = 0; steps < 40; steps += 1) {
    await place(page);
    if ((await page.locator(`${role('content')} details`).count()) > 0) break;
    await page.keyboard.press('PageDown');
  }
  const answer = page.locator(`${role('content')} details`);
  expect(await answer.locator('summary').textContent()).toBe('Afficher la réponse');
  expect(await answer.locator('strong').isVisible()).toBe(false);
  await page.keyboard.press('r');
  expect(await answer.locator('strong').isVisible()).toBe(true);
  expect(await tooSmall(page)).toEqual([]);
  await page.keyboard.press('r');
  expect(await answer.locator('strong').isVisible()).toBe(false);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => window.clientele.exportHtml())).toMatch(
    /<details class="answer[^"]*"><summary[^>]*>Afficher la réponse/,
  );
});

test('the reading view shows the document without tools, and is kept', async () => {
  const { page } = await people.open({ lang: 'fr', width: 1024, height: 768 });
  await openSample(page);
  await page.keyboard.press('Control+.');
  await page.locator(role('read-view')).waitFor();
  expect(await page.locator('[data-view-of="read"]').getAttribute('aria-pressed')).toBe('true');
  const reading = page.locator(role('read-view'));
  expect(await reading.locator('[data-cell]').count()).toBe(7);
  expect(await reading.locator('[role="toolbar"], [aria-haspopup], form, textarea').count()).toBe(0);
  expect(await reading.locator('svg[data-chart]').count()).toBe(6);
  expect(await seriousFaults(page)).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ).toBe(0);
  await present(page);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.locator(role('presentation')).count()).toBe(0);
  expect(await reading.count()).toBe(1);
  await page.locator('[data-role="data-screen"]').click();
  await expect.poll(() => reading.isVisible()).toBe(false);
  await page.locator('[data-view-of="read"]').click();
  await expect.poll(() => reading.isVisible()).toBe(true);
  await page.keyboard.press('Control+.');
  await expect.poll(() => reading.count()).toBe(0);
  expect(await page.locator('[data-cell] [role="toolbar"]').count()).toBe(7);
});

import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../support/chromium.js';
import { serveFolder } from '../support/static-server.js';

/** Makes the pictures of the first screen again: real ones, of the built app on the sample shop, in both languages. */
const root = join(import.meta.dirname, '../..');
const server = await serveFolder(join(root, 'dist'));
const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
try {
  for (const lang of ['fr', 'en']) {
    const page = await browser.newPage({ viewport: { width: 1120, height: 1080 } });
    await page.goto(`${server.url}?lang=${lang}`);
    await page.click('[data-role="sample"]');
    await page.waitForSelector('[data-kind="cohorts"][data-status="ready"]', { timeout: 60_000 });
    await page.evaluate(async () => {
      await window.clientele.setParams('text', { markdown: '' });
      document.querySelector('[data-name="overview"]')?.scrollIntoView();
      window.scrollBy(0, -70);
    });
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(root, `src/app/picture-${lang}.jpg`), type: 'jpeg', quality: 82 });
    await page.close();
  }
} finally {
  await browser.close();
  await server.close();
}

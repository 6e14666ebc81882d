import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../support/chromium.js';
import { serveFolder, type Served } from '../support/static-server.js';

/** The built app in a headless browser, for measuring. */
export interface Bench {
  readonly url: string;
  readonly browser: Browser;
  close(): Promise<void>;
}

export async function startBench(): Promise<Bench> {
  const server: Served = await serveFolder(join(import.meta.dirname, '../../dist'), '/');
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  return {
    url: server.url,
    browser,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

export async function visit(
  bench: Bench,
  context?: BrowserContext,
): Promise<{ context: BrowserContext; page: Page; started: number }> {
  const own = context ?? (await bench.browser.newContext({ viewport: { width: 1440, height: 900 } }));
  const page = await own.newPage();
  const started = performance.now();
  await page.goto(`${bench.url}?lang=en`, { waitUntil: 'commit' });
  return { context: own, page, started };
}

export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 120_000 });
}

/** Waits until these cells have a current result. */
export async function cellsReady(page: Page, kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) {
    await page.waitForSelector(`[data-kind="${kind}"][data-status="ready"]`, { timeout: 180_000 });
  }
}

/** Memory of the tab with its workers, in MB: the resident set of the renderer process. */
export async function tabMemory(bench: Bench): Promise<number> {
  const session: CDPSession = await bench.browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const { readFileSync } = await import('node:fs');
  const sizes = processInfo
    .filter((info) => info.type === 'renderer')
    .map((info) => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${info.id}/status`, 'utf8'))?.[1] ?? '0');
  return Math.max(...sizes.map(Number)) / 1024;
}

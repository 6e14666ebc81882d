import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../support/chromium.js';
import { serveFolder, type Served } from '../support/static-server.js';

/** The built app in a headless browser with a profile of its own, as a person has one: what it keeps is there next time. */
export interface Bench {
  readonly url: string;
  readonly context: BrowserContext;
  close(): Promise<void>;
}

/** The built app as a host serves it that follows `public/_headers`; one address for all visits, as a site has. */
export function serveApp(): Promise<Served> {
  return serveFolder(join(import.meta.dirname, '../../dist'), '/', true);
}

export async function startBench(url: string, profile: string): Promise<Bench> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    args: chromiumFlags,
    viewport: { width: 1440, height: 900 },
  });
  // The browser's own first page would take its share of the machine.
  await context.pages()[0]?.goto('about:blank');
  await new Promise((resolve) => setTimeout(resolve, 3000));
  return {
    url,
    context,
    close: () => context.close(),
  };
}

export async function visit(bench: Bench): Promise<{ page: Page; started: number }> {
  const page = await bench.context.newPage();
  const started = performance.now();
  await page.goto(`${bench.url}?lang=en`, { waitUntil: 'commit' });
  return { page, started };
}

/**
 * Waits until something that matches is painted. The page itself looks out for it: playwright's own waiting looks every
 * half second only.
 */
export async function shown(page: Page, selector: string): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        new MutationObserver((_, observer) => {
          if (!document.querySelector(wanted)) return;
          observer.disconnect();
          requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
        }).observe(document, { subtree: true, childList: true, attributes: true });
        // A change of our own, for what is there already.
        document.documentElement.toggleAttribute('data-watched');
      }),
    selector,
  );
}

export async function ready(page: Page): Promise<void> {
  await shown(page, 'html[data-ready="true"]');
}

/** Waits until these cells have a current result. */
export async function cellsReady(page: Page, kinds: readonly string[]): Promise<void> {
  for (const kind of kinds) await shown(page, `[data-kind="${kind}"][data-status="ready"]`);
}

/** Memory of the tab with its workers, in MB: the resident set of the renderer process. */
export async function tabMemory(bench: Bench): Promise<number> {
  const browser = bench.context.browser();
  if (!browser) throw new Error('no browser behind the context');
  const session: CDPSession = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const { readFileSync } = await import('node:fs');
  const sizes = processInfo
    .filter((info) => info.type === 'renderer')
    .map((info) => /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${info.id}/status`, 'utf8'))?.[1] ?? '0');
  return Math.max(...sizes.map(Number)) / 1024;
}

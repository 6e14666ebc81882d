import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { chromiumFlags } from './chromium.js';

export interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Every address asked for outside the app's own origin, and every error the page logged. */
  readonly foreign: string[];
  readonly errors: string[];
}

/** One browser for a test file; each `open` is a new person with empty storage. Foreign requests fail the test. */
export function useBrowser(): { open(options?: OpenOptions): Promise<Opened>; readonly browser: Browser } {
  let browser: Browser;
  let opened: Opened[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium'), args: chromiumFlags });
  });
  afterEach(async () => {
    const foreign = opened.flatMap((one) => one.foreign);
    await Promise.all(opened.map((one) => one.context.close()));
    opened = [];
    expect(foreign).toEqual([]);
  });
  afterAll(async () => browser.close());
  return {
    get browser() {
      return browser;
    },
    async open({
      lang = 'en',
      width = 1440,
      height = 900,
      ready = true,
      home = inject('app'),
      ...context
    }: OpenOptions = {}) {
      const made = await browser.newContext({
        viewport: { width, height },
        acceptDownloads: true,
        // Forty megabytes would be kept for each person of each test.
        serviceWorkers: 'block',
        ...context,
      });
      const one = watch(made, await made.newPage(), home);
      opened.push(one);
      await one.page.goto(`${home}?lang=${lang}`);
      if (ready) await engineReady(one.page);
      return one;
    },
  };
}

export interface OpenOptions {
  readonly lang?: 'fr' | 'en';
  readonly width?: number;
  readonly height?: number;
  readonly javaScriptEnabled?: boolean;
  /** Whether the app may keep its files for working offline. */
  readonly serviceWorkers?: 'allow' | 'block';
  /** Where the app is served, when not where all tests find it. */
  readonly home?: string;
  /** Wait until the engine answers. */
  readonly ready?: boolean;
}

export async function engineReady(page: Page): Promise<void> {
  await page.waitForSelector('html[data-ready="true"]', { state: 'attached', timeout: 60_000 });
}

/** Waits until every cell has come to rest. */
export async function cellsSettled(page: Page): Promise<void> {
  await page.waitForSelector('[data-cell]', { timeout: 60_000 });
  await expect
    .poll(() => page.locator('[data-cell]:not([data-status="ready"]):not([data-status="failed"])').count(), {
      timeout: 90_000,
    })
    .toBe(0);
}

function watch(context: BrowserContext, page: Page, address: string): Opened {
  const foreign: string[] = [];
  const errors: string[] = [];
  const home = new URL(address).origin;
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (['http:', 'https:'].includes(url.protocol) && url.origin !== home) foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
  return { context, page, foreign, errors };
}

/** Goes on with a key, as somebody without a mouse does, until the focus is on what is wanted. */
export async function focusOn(page: Page, selector: string, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press(key);
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`${key} never reached ${selector}`);
}

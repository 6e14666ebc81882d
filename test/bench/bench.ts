import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { flatCsv } from '../../sample-data/csv.js';
import { makeShop } from '../../sample-data/shop.js';
import { cellsReady, ready, startBench, tabMemory, visit, type Bench } from './browser.js';
import { nativeTimes } from './native.js';

/**
 * `npm run bench`: how long a person waits, in headless Chromium on the built app, and the same SQL on native DuckDB with
 * one thread in the same run. Times in milliseconds, best of the repetitions; machines are noisy, so trust the ratios.
 */
const kinds = ['overview', 'pareto', 'rfm', 'cohorts', 'pivot'] as const;
const folder = mkdtempSync(join(tmpdir(), 'clientele-bench-'));

interface Row {
  readonly what: string;
  readonly measured: number;
  readonly target?: number;
}
const rows: Row[] = [];
const note = (what: string, measured: number, target?: number): void => {
  rows.push(target === undefined ? { what, measured } : { what, measured, target });
};

async function coldStart(bench: Bench): Promise<void> {
  const first = await visit(bench);
  await first.page.waitForSelector('h1');
  note('cold: readable page', performance.now() - first.started, 1000);
  await ready(first.page);
  note('cold: engine answers', performance.now() - first.started);
  await first.context.close();

  const cold = await visit(bench);
  await cold.page.click('[data-role="sample"]');
  await cellsReady(cold.page, kinds);
  note('cold: sample notebook, all cells', performance.now() - cold.started, 5000);
  await cold.page.close();
  const context = cold.context;
  await (await context.newPage()).goto(`${bench.url}?lang=en`);
  for (const page of context.pages()) {
    await ready(page);
    await page.evaluate(() => window.clientele.reset());
    await page.close();
  }
  const warm = await visit(bench, context);
  await warm.page.click('[data-role="sample"]');
  await cellsReady(warm.page, kinds);
  note('warm: sample notebook, all cells', performance.now() - warm.started, 2500);
  await context.close();
}

/** One flat file of about that many order lines; answers its path. */
async function writeLines(lines: number): Promise<string> {
  const path = join(folder, `lines_${lines}.csv`);
  const file = createWriteStream(path);
  // The sample shop has about 9.5 lines per customer.
  for (const text of flatCsv(makeShop('bench', Math.round(lines / 9.5)))) {
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return path;
}

async function dropLines(bench: Bench, lines: number): Promise<void> {
  const path = await writeLines(lines);
  const label = `${lines / 1000} k lines (${Math.round(statSync(path).size / 1e6)} MB)`;
  const isLarge = lines >= 1_000_000;
  const { page, context } = await visit(bench);
  await ready(page);
  const empty = await tabMemory(bench);
  let peak = 0;
  const watch = setInterval(() => void tabMemory(bench).then((size) => (peak = Math.max(peak, size))), 100);
  const dropped = performance.now();
  await page.setInputFiles('[data-role="open"]', path);
  await page.waitForSelector('[data-role="accept-import"]', { timeout: 180_000 });
  note(`${label}: dropped → review`, performance.now() - dropped, isLarge ? 3000 : undefined);
  const accepted = performance.now();
  await page.click('[data-role="accept-import"]');
  await cellsReady(page, kinds);
  note(`${label}: accepted → five cells`, performance.now() - accepted, isLarge ? 5000 : undefined);
  const sql: Record<string, Record<string, string>> = {};
  const times: Record<string, number> = {};
  for (const kind of kinds) {
    const { ms, sql: statements } = await page.evaluate((name) => window.clientele.result(name), kind);
    times[kind] = ms;
    sql[kind] = statements;
  }
  for (const kind of kinds) note(`${label}: ${kind}`, times[kind] ?? 0);
  // The tables are stored behind the person's back; only then has the tab settled.
  await waitForStore(page);
  clearInterval(watch);
  await page.waitForTimeout(12_000);
  note(`${label}: memory of an empty tab, MB`, empty);
  note(`${label}: memory peak, MB`, peak, isLarge ? 600 : undefined);
  note(`${label}: memory settled, MB`, await tabMemory(bench), isLarge ? 450 : undefined);

  const again = performance.now();
  await page.reload();
  await page.waitForSelector('[data-kind="pareto"] svg[data-chart]');
  note(`${label}: reopened, last results`, performance.now() - again, isLarge ? 1000 : undefined);
  await cellsReady(page, kinds);
  note(`${label}: reopened, engine with its tables`, performance.now() - again, isLarge ? 4000 : undefined);
  await engineRatios(page, path, sql, label);
  await context.close();
}

/** Polled: the page's policy forbids the strings that `waitForFunction` evaluates. */
async function waitForStore(page: Page): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const stored = await page.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      try {
        for await (const folder of (await root.getDirectoryHandle('data')).values()) {
          if (folder.kind === 'directory')
            await (folder as FileSystemDirectoryHandle).getFileHandle('manifest.json');
        }
        return true;
      } catch {
        return false;
      }
    });
    if (stored) return;
    await page.waitForTimeout(100);
  }
  throw new Error('the data was not stored');
}

/** The statements of each cell, run again through the contract, beside the same text on native DuckDB. */
async function engineRatios(
  page: Page,
  path: string,
  sql: Record<string, Record<string, string>>,
  label: string,
): Promise<void> {
  const native = await nativeTimes(path, sql);
  for (const [kind, statements] of Object.entries(sql)) {
    let here = 0;
    for (const text of Object.values(statements)) {
      let best = Infinity;
      for (let round = 0; round < 3; round += 1) {
        const took = await page.evaluate(async (statement) => {
          const started = performance.now();
          await window.clientele.query(statement);
          return performance.now() - started;
        }, text);
        best = Math.min(best, took);
      }
      here += best;
    }
    const there = native[kind] ?? NaN;
    note(`${label}: SQL of ${kind}, here`, here);
    note(`${label}: SQL of ${kind}, native one thread`, there);
    note(`${label}: SQL of ${kind}, ratio`, here / there, 1.6);
  }
}

function print(): void {
  const wide = Math.max(...rows.map((row) => row.what.length));
  for (const { what, measured, target } of rows) {
    const value = measured < 10 ? measured.toFixed(2) : measured.toFixed(0);
    const verdict = target === undefined ? '' : `  target ${target}${measured <= target ? '' : '  MISSED'}`;
    console.log(`${what.padEnd(wide)}  ${value.padStart(8)}${verdict}`);
  }
}

const bench = await startBench();
try {
  await coldStart(bench);
  await dropLines(bench, 100_000);
  await dropLines(bench, 1_000_000);
} finally {
  print();
  await bench.close();
  rmSync(folder, { recursive: true });
}

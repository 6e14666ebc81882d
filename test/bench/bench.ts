import {
  createWriteStream,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median } from 'd3-array';
import type { Page } from 'playwright-core';
import { flatCsv } from '../../sample-data/csv.js';
import { makeShop } from '../../sample-data/shop.js';
import { cellsReady, ready, serveApp, shown, startBench, tabMemory, visit, type Bench } from './browser.js';
import { nativeTimes } from './native.js';

/**
 * `npm run bench`: how long a person waits, in headless Chromium on the built app, and the same SQL on native DuckDB with
 * one thread in the same run. Everything is done three times; each line tells the median of the times in milliseconds, or the worst
 * of the megabytes, and then every value. Machines are noisy: trust the ratios.
 */
const kinds = ['overview', 'pareto', 'rfm', 'cohorts', 'pivot'] as const;
const folder = mkdtempSync(join(tmpdir(), 'clientele-bench-'));

const rounds = 3;

interface Row {
  readonly measured: number[];
  readonly target: number | undefined;
}
const rows = new Map<string, Row>();
const note = (what: string, measured: number, target?: number): void => {
  const row = rows.get(what) ?? { measured: [], target };
  row.measured.push(measured);
  rows.set(what, row);
};

/** A browser starts with the profile of its round and leaves it behind, so that the second visit is a second visit. */
let profile = join(folder, 'profile');
const server = await serveApp();

async function withBench<T>(work: (bench: Bench) => Promise<T>): Promise<T> {
  const bench = await startBench(server.url, profile);
  try {
    return await work(bench);
  } finally {
    await bench.close();
  }
}

/** First visit, and a second one in a browser that was closed in between. */
async function starts(): Promise<void> {
  for (const visitor of ['cold', 'warm'] as const) {
    await withBench(async (bench) => {
      const { page, started } = await visit(bench);
      await shown(page, 'h1');
      note(`${visitor}: readable page`, performance.now() - started, 1000);
      await shown(page, '[data-role="sample"]');
      await page.click('[data-role="sample"]');
      await cellsReady(page, kinds);
      note(
        `${visitor}: sample notebook, all cells`,
        performance.now() - started,
        visitor === 'cold' ? 5000 : 2500,
      );
      // Time in which the browser keeps the compiled code for the next visit.
      await page.waitForTimeout(10_000);
      await page.evaluate(() => window.clientele.reset());
    });
  }
  await withBench(async (bench) => {
    const { page, started } = await visit(bench);
    await ready(page);
    note('warm: engine answers', performance.now() - started);
  });
}

/** Size of all scripts without which the engine does not start, DuckDB's own code for the page and Arrow included. */
function scriptsBeforeEngine(): number {
  const dist = join(import.meta.dirname, '../../dist');
  const assets = join(dist, 'assets');
  const entry = /assets\/(index-[^"]+\.js)/.exec(readFileSync(join(dist, 'index.html'), 'utf8'))?.[1] ?? '';
  const found = new Set([entry, ...readdirSync(assets).filter((name) => /^start-.*\.js$/.test(name))]);
  for (const name of found) {
    const imports = readFileSync(join(assets, name), 'utf8').matchAll(
      /(?:from|import)\s*["']\.\/([^"']+\.js)["']/g,
    );
    for (const match of imports) found.add(match[1] ?? '');
  }
  const sizes = [...found].map((name) => gzipSync(readFileSync(join(assets, name)), { level: 9 }).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** One flat file of about that many order lines; answers its path. */
async function writeLines(lines: number): Promise<string> {
  const path = join(folder, `lines_${lines}.csv`);
  if (existsSync(path)) return path;
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
  const { page } = await visit(bench);
  await ready(page);
  // The first screen is being read.
  await page.waitForTimeout(3000);
  const empty = await tabMemory(bench);
  let peak = 0;
  const watch = setInterval(() => void tabMemory(bench).then((size) => (peak = Math.max(peak, size))), 100);
  const dropped = performance.now();
  await page.setInputFiles('[data-role="open"]', path);
  await shown(page, '[data-role="accept-import"]');
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
  await page.waitForTimeout(25_000);
  note(`${label}: memory of an empty tab, MB`, empty);
  note(`${label}: memory peak, MB`, peak, isLarge ? 600 : undefined);
  note(`${label}: memory settled, MB`, await tabMemory(bench), isLarge ? 450 : undefined);

  const again = performance.now();
  await page.reload({ waitUntil: 'commit' });
  await shown(page, '[data-kind="pareto"] svg[data-chart]');
  note(`${label}: reopened, last results`, performance.now() - again, isLarge ? 1000 : undefined);
  await cellsReady(page, kinds);
  note(`${label}: reopened, engine with its tables`, performance.now() - again, isLarge ? 4000 : undefined);
  await engineRatios(page, path, sql, label, isLarge);
  await page.evaluate(() => window.clientele.reset());
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
  isLarge: boolean,
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
    note(`${label}: SQL of ${kind}, ratio`, here / there, isLarge ? 1.6 : undefined);
  }
}

function print(): void {
  const wide = Math.max(...[...rows.keys()].map((what) => what.length));
  const text = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));
  for (const [what, { measured, target }] of rows) {
    const told =
      what.includes('MB') && what.includes('memory') ? Math.max(...measured) : (median(measured) ?? NaN);
    const verdict = target === undefined ? '' : `target ${target}${told <= target ? '' : ' MISSED'}`;
    const all = measured.length > 1 ? `(${measured.map(text).join(', ')})` : '';
    console.log(`${what.padEnd(wide)}  ${text(told).padStart(6)}  ${all.padEnd(22)}  ${verdict}`.trimEnd());
  }
}

try {
  note('JavaScript before the engine, kB gzip', scriptsBeforeEngine(), 150);
  for (let round = 0; round < rounds; round += 1) {
    profile = join(folder, `profile-${round}`);
    await starts();
    for (const lines of [100_000, 1_000_000]) await withBench((bench) => dropLines(bench, lines));
  }
} finally {
  print();
  await server.close();
  rmSync(folder, { recursive: true });
}

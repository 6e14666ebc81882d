import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, describe, expect, test } from 'vitest';
import { dropFiles } from '../support/drop.js';
import { metrics, records, resultTables } from '../support/journey.js';
import { cellsSettled, useBrowser } from '../support/page.js';
import { hasReference, referenceJson, referencePath, referenceText } from '../support/shared.js';

interface Pareto {
  n: number;
  total: number;
  top_share: Record<string, { share_ceil: number }>;
  gini_population: number;
}
interface Cohorts {
  cohort_size: Record<string, number>;
  customers: Record<string, (number | null)[]>;
}

const folder = mkdtempSync(join(tmpdir(), 'clientele-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasReference)('published data sets, dropped as a person does', () => {
  const people = useBrowser();

  /** `asksDates`: the file leaves day and month open, so that the review must ask, and the person answers day first. */
  async function dropAndAccept(page: Page, path: string, { asksDates = false } = {}): Promise<string> {
    await dropFiles(page, [path]);
    await page.locator('[data-role="import-review"]').waitFor({ timeout: 60_000 });
    const questions = page.locator('[data-role="date-question"]');
    expect((await questions.count()) > 0).toBe(asksDates);
    if (asksDates) await questions.locator('input').first().check();
    await page.locator('[data-role="accept-import"]:enabled').waitFor();
    const sentence = (await page.locator('[data-role="import-sentence"]').textContent()) ?? '';
    await page.keyboard.press('Enter');
    await cellsSettled(page);
    return sentence;
  }

  /** Customers, revenue, top-20 % share and Gini, computed by pandas (results/pareto.json). */
  async function expectPareto(page: Page, dataset: string): Promise<void> {
    const expected = referenceJson<Record<string, Pareto>>('results/pareto.json')[dataset];
    if (!expected) throw new Error(`no reference for ${dataset}`);
    const summary = metrics((await resultTables(page, 'pareto'))['summary']);
    expect(summary['items']).toBe(expected.n);
    expect(summary['total']).toBeCloseTo(expected.total, 2);
    expect(summary['top_share']).toBeCloseTo(expected.top_share['0.20']?.share_ceil ?? NaN, 6);
    expect(summary['gini']).toBeCloseTo(expected.gini_population, 6);
  }

  /** Every cell of the monthly cohort matrix, computed by pandas. */
  async function expectCohorts(page: Page): Promise<void> {
    const expected = referenceJson<Cohorts>('results/cohorts_online_retail_2010_2011.json');
    const matrix = records((await resultTables(page, 'cohorts'))['matrix']);
    for (const [month, counts] of Object.entries(expected.customers)) {
      const row = matrix.filter((cell) => String(cell['cohort']).startsWith(month));
      expect(row[0]?.['size']).toBe(expected.cohort_size[month]);
      counts.forEach((count, period) => {
        const cell = row.find((candidate) => candidate['period'] === period);
        if (count === null) expect(cell?.['observed'] ?? false, `${month}+${period}`).toBe(false);
        else expect(cell?.['value'], `${month}+${period}`).toBe(count);
      });
    }
  }

  /** Segment counts from the per-customer value scores and the published R × F map. */
  async function expectSegments(page: Page): Promise<void> {
    const [header = '', ...lines] = referenceText('results/rfm_rank_online_retail_2010_2011.csv')
      .trim()
      .split('\n');
    const names = header.trim().split(',');
    const at = (name: string): number => names.findIndex((column) => column.toLowerCase() === name);
    const { grid_R_F: grid } = referenceJson<{ grid_R_F: Record<string, string> }>(
      'results/rfm_segment_map.json',
    );
    const counts: Record<string, number> = {};
    for (const line of lines) {
      const values = line.trim().split(',');
      const segment = grid[`${values[at('r_val')]}${values[at('f_val')]}`] ?? 'none';
      counts[segment] = (counts[segment] ?? 0) + 1;
    }
    const segments = records((await resultTables(page, 'rfm'))['segments']);
    for (const [segment, count] of Object.entries(counts)) {
      expect(segments.find((row) => row['segment'] === segment)?.['customers'], segment).toBe(count);
    }
  }

  test('CDNOW sample: 2,357 customers', async () => {
    const { page } = await people.open();
    const sentence = await dropAndAccept(page, referencePath('data/cdnow/cdnow_sample_transactions.csv'));
    expect(sentence).toContain('2,357 customers');
    expect(sentence).toContain('from 1 January 1997 to 30 June 1998');
    const total = new Map<string, number>();
    for (const line of referenceText('data/cdnow/cdnow_sample_transactions.csv')
      .trim()
      .split('\n')
      .slice(1)) {
      const [customer = '', , , , amount] = line.trim().split(',');
      total.set(customer, (total.get(customer) ?? 0) + Math.round(Number(amount) * 100));
    }
    const cents = [...total.values()].filter((value) => value > 0).sort((a, b) => b - a);
    const all = cents.reduce((sum, value) => sum + value, 0);
    const top = cents.slice(0, Math.ceil(cents.length / 5)).reduce((sum, value) => sum + value, 0);
    const summary = metrics((await resultTables(page, 'pareto'))['summary']);
    expect(summary['items']).toBe(cents.length);
    expect(summary['total']).toBeCloseTo(all / 100, 2);
    expect(summary['top_share']).toBeCloseTo(top / all, 9);
    expect(metrics((await resultTables(page, 'overview'))['kpis'])['lines']).toBe(6919);
  });

  test('Online Retail, all 541,909 lines: customers, cohorts and segments equal the published ones', async () => {
    const path = join(folder, 'online_retail_2010_2011.csv');
    writeFileSync(path, referenceText('data/online_retail/online_retail_2010_2011.csv.gz'));
    const { page } = await people.open();
    const sentence = await dropAndAccept(page, path);
    expect(sentence).toContain('1 row = 1 article of an order');
    expect(sentence).toContain('from 1 December 2010 to 9 December 2011');
    expect(metrics((await resultTables(page, 'overview'))['kpis'])).toMatchObject({
      customers: 4338,
      lines: 541_909,
    });
    await expectCohorts(page);
    await expectSegments(page);
  });

  test('Online Retail, clean orders: revenue, Pareto, cohorts and segments equal the published ones', async () => {
    const { page } = await people.open({ lang: 'fr' });
    const sentence = await dropAndAccept(
      page,
      referencePath('data/online_retail/online_retail_2010_2011_orders_clean.csv'),
    );
    expect(sentence.replace(/\s/g, ' ')).toContain('4 338 clients');
    expect(sentence.replace(/\s/g, ' ')).toContain('8 911 407,90');
    await expectPareto(page, 'online_retail_2010_2011');
    await expectCohorts(page);
    await expectSegments(page);
  });

  test('the R package’s orders: Pareto equals the reference', async () => {
    const { page } = await people.open();
    await dropAndAccept(page, referencePath('data/rfm_pkg/rfm_data_orders.csv'));
    await expectPareto(page, 'rfm_data_orders');
  });

  test('December 2010 in French business form reads the same in UTF-8 and in Windows-1252', async () => {
    const { page } = await people.open({ lang: 'fr' });
    const summaries = [];
    // The first 20,000 lines end before the 13th: nothing in them tells the day from the month.
    const files = [
      ['ventes_dec2010_fr_utf8', false],
      ['ventes_dec2010_fr_cp1252', true],
    ] as const;
    for (const [name, asksDates] of files) {
      await dropAndAccept(page, referencePath(`data/fr/${name}.csv`), { asksDates });
      summaries.push(metrics((await resultTables(page, 'overview'))['kpis']));
      await page.evaluate(() => window.clientele.reset());
    }
    expect(summaries.map((kpis) => kpis['lines'])).toEqual([42_481, 20_000]);
    expect(summaries.map((kpis) => kpis['first_date'])).toEqual(['2010-12-01', '2010-12-01']);
  });
});

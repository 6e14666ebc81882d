import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { joinReports } from '../../src/data/warehouse/joins.js';
import { WarehouseBench, type Built } from '../data/warehouse-bench.js';

const folder = join(import.meta.dirname, '../../../shared/reference/data/synthetic_crm_fr');

describe.skipIf(!existsSync(folder) && !process.env['CI'])('the French shop', () => {
  let bench: WarehouseBench;
  let built: Built;
  const texts = new Map<string, string[]>();
  beforeAll(async () => {
    bench = await WarehouseBench.start();
    const names = ['clients', 'commandes', 'contacts', 'enquete_nps', 'reclamations'];
    const files = names.map(
      (name) => [`${name}.csv`, readFileSync(join(folder, `${name}.csv`), 'utf8')] as const,
    );
    for (const [name, text] of files) texts.set(name, text.trim().split(/\r?\n/).slice(1));
    built = await bench.build(Object.fromEntries(files));
  }, 120_000);

  const lines = (name: string): string[] => texts.get(name) ?? [];

  test('each file is a table with as many rows as it has lines', () => {
    expect(built.warehouse.rows).toMatchObject({
      sales: lines('commandes.csv').length,
      customers: lines('clients.csv').length,
      interactions: lines('contacts.csv').length,
      survey_answers: lines('enquete_nps.csv').length,
      tickets: lines('reclamations.csv').length,
    });
    expect(lines('commandes.csv').length).toBe(51_609);
  });

  test('what the tables hold is what the files say, added up by other means', async () => {
    const answers = lines('enquete_nps.csv').map((line) => Number(line.split(';')[2]));
    const calls = lines('contacts.csv').filter((line) => line.endsWith(';entrant'));
    const late = lines('reclamations.csv').filter((line) => line.includes(';Retard de livraison;'));
    const delays = lines('reclamations.csv').map((line) => Number(line.split(';')[3]));
    const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
    expect(
      await bench.rows(
        'select sum(nps) as n, count(distinct customer_id) as c, min(date) as first from survey_answers',
      ),
    ).toEqual([
      {
        n: sum(answers),
        c: new Set(lines('enquete_nps.csv').map((line) => line.split(';')[0])).size,
        first: firstDay(lines('enquete_nps.csv')),
      },
    ]);
    expect(await bench.rows("select count(*) as n from interactions where direction = 'entrant'")).toEqual([
      { n: calls.length },
    ]);
    expect(
      await bench.rows(
        "select count(*) as n, (select sum(resolution_time) from tickets) as d from tickets where reason = 'Retard de livraison'",
      ),
    ).toEqual([{ n: late.length, d: sum(delays) }]);
  });

  test('every join says how much of it matches', async () => {
    const { engine, schema } = bench.bench;
    const reports = await joinReports(engine, schema, built.sources);
    const known = new Set(lines('clients.csv').map((line) => line.split(';')[0]));
    const told = Object.fromEntries(
      reports.map(({ many, matchedRows, one }) => [`${many.kind} → ${one.kind}`, matchedRows]),
    );
    const expected = (name: string, column: number): number =>
      lines(name).filter((line) => known.has(line.split(';')[column])).length;
    expect(told).toEqual({
      'orders → customers': expected('commandes.csv', 1),
      'interactions → customers': expected('contacts.csv', 0),
      'survey_answers → customers': expected('enquete_nps.csv', 0),
      'tickets → customers': expected('reclamations.csv', 0),
    });
  });

  test('the calendar spans the orders', () => {
    const days = lines('commandes.csv').map((line) => isoDay(line.split(';')[2] ?? ''));
    const [first, last] = [days.toSorted()[0] ?? '', days.toSorted().at(-1) ?? ''];
    expect(built.warehouse.rows.calendar).toBe((Date.parse(last) - Date.parse(first)) / 86_400_000 + 1);
    expect(built.warehouse.asOf).toBe(last);
  });
});

/** 31/12/2024 → 2024-12-31. */
function isoDay(text: string): string {
  return text.split('/').toReversed().join('-');
}

function firstDay(rows: readonly string[]): string | undefined {
  return rows.map((line) => isoDay(line.split(';')[1] ?? '')).toSorted()[0];
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { importFacts } from '../../src/data/warehouse/facts.js';
import { planSales } from '../../src/data/warehouse/sales-plan.js';
import { loadFile, tableTitled } from '../../src/data/load.js';
import { asText, baseName } from '../../src/data/open.js';
import { createSchema } from '../../src/data/typed-table.js';
import { buildWarehouse } from '../../src/data/warehouse/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { Sql, ident, sql } from '../../src/engine/sql.js';
import type { Source } from '../../src/data/source.js';

const shared = join(import.meta.dirname, '../../../shared/reference/data');

describe.skipIf(!existsSync(shared) && !process.env['CI'])('reference files', () => {
  let engine: NodeEngine;
  let schema = '';
  let count = 0;
  beforeAll(async () => {
    engine = await NodeEngine.start();
  });

  async function load(...files: string[]): Promise<Source[]> {
    schema = `s${(count += 1)}`;
    await createSchema(engine, schema);
    await engine.useSchema(schema);
    const sources: Source[] = [];
    for (const file of files) {
      const bytes = readFileSync(join(shared, file));
      const blob = new Blob([file.endsWith('.gz') ? gunzipSync(bytes) : bytes]);
      const name = file.split('/').at(-1) ?? '';
      const table = tableTitled(
        baseName(name),
        sources.map((source) => source.table),
      );
      sources.push(await loadFile(engine, { schema, table }, asText({ name, blob })));
    }
    return sources;
  }

  const one = async (text: string): Promise<object | undefined> => (await engine.query(new Sql(text)))[0];

  test('CDNOW: 6,919 transactions of 2,357 customers', async () => {
    const sources = await load('cdnow/cdnow_sample_transactions.csv');
    expect(sources[0]).toMatchObject({ rowsRead: 6919, rowsLoaded: 6919, rejectCount: 0 });
    expect(
      await importFacts(engine, schema, sources, await planSales(engine, schema, sources)),
    ).toMatchObject({
      rows: 6919,
      customers: 2357,
      firstDate: '1997-01-01',
      lastDate: '1998-06-30',
    });
  });

  test('UCI Online Retail: all lines, concluded customers, anonymous lines and net revenue', async () => {
    const sources = await load('online_retail/online_retail_2010_2011.csv.gz');
    expect(sources[0]).toMatchObject({ rowsRead: 541_909, rowsLoaded: 541_909, rejectCount: 0 });
    const facts = await importFacts(engine, schema, sources, await planSales(engine, schema, sources));
    expect(facts).toMatchObject({
      grain: 'order_line',
      rows: 541_909,
      customers: 4338,
      anonymousRows: 135_080,
      lastDate: '2011-12-09',
    });
    expect(facts.revenue).toBeCloseTo(9_747_747.934, 3);
    await buildWarehouse(engine, schema, sources, await planSales(engine, schema, sources));
    const concluded = 'is_concluded and customer_id is not null';
    expect(
      await one(`select count(*) as n, count(distinct customer_id) as c from orders where ${concluded}`),
    ).toEqual({ n: 18_532, c: 4338 });
    expect(await one('select count(*) as n from customers where orders > 0')).toEqual({ n: 4338 });
    expect(await one(`select sum(amount) as a from orders where ${concluded}`)).toEqual({
      a: expect.closeTo(8_911_407.904, 3),
    });
  }, 120_000);

  test('UCI clean orders: revenue 8,911,407.90', async () => {
    const sources = await load('online_retail/online_retail_2010_2011_orders_clean.csv');
    const facts = await importFacts(engine, schema, sources, await planSales(engine, schema, sources));
    expect(facts).toMatchObject({ grain: 'order', rows: 18_532, orders: 18_532, customers: 4338 });
    expect(facts.revenue).toBeCloseTo(8_911_407.9, 1);
  });

  test('French December 2010 in UTF-8: the lines of Online Retail of that month, to the cent', async () => {
    const [french] = await load('fr/ventes_dec2010_fr_utf8.csv');
    expect(french).toMatchObject({
      encoding: 'utf-8',
      delimiter: ';',
      rowsLoaded: 42_481,
      rejectCount: 0,
      currency: 'EUR',
      ambiguousDates: [],
    });
    const found = french ? [french] : [];
    const facts = await importFacts(engine, schema, found, await planSales(engine, schema, found));
    const all = await load('online_retail/online_retail_2010_2011.csv.gz');
    const [december] = await engine.query<{ n: number; a: number; q: number }>(
      sql`select count(*) as n, sum(cast(quantity * unit_price as decimal(18, 4))) as a, sum(quantity) as q
          from ${ident(all[0]?.table ?? '')} where invoice_date < timestamp '2011-01-01'`,
    );
    expect({ n: facts.rows, a: facts.revenue }).toEqual({
      n: december?.n,
      a: expect.closeTo(december?.a ?? 0, 4),
    });
  }, 120_000);

  test('French December 2010 in Windows-1252: the same first 20,000 lines', async () => {
    const [utf8] = await load('fr/ventes_dec2010_fr_utf8.csv');
    const name = (table: string): Sql => sql`${ident(schema)}.${ident(table)}`;
    const first = await engine.table(sql`select * from ${name(utf8?.table ?? '')} limit 20000`);
    const [windows] = await load('fr/ventes_dec2010_fr_cp1252.csv');
    expect(windows).toMatchObject({
      encoding: 'windows-1252',
      rowsLoaded: 20_000,
      rejectCount: 0,
      currency: 'EUR',
    });
    const same = await engine.table(sql`select * from ${name(windows?.table ?? '')}`);
    expect(same.columns).toEqual(first.columns);
    expect(same.rows.length).toBe(20_000);
    expect(
      same.rows.findIndex((row, index) => JSON.stringify(row) !== JSON.stringify(first.rows[index])),
    ).toBe(-1);
  });

  test('the French shop: five files, of which contacts, answers and complaints are no sales', async () => {
    const folder = 'synthetic_crm_fr';
    const sources = await load(
      ...['clients', 'commandes', 'contacts', 'enquete_nps', 'reclamations'].map(
        (name) => `${folder}/${name}.csv`,
      ),
    );
    expect(sources.map(({ rowsLoaded }) => rowsLoaded)).toEqual([3000, 51_609, 6928, 1039, 297]);
    const facts = await importFacts(engine, schema, sources, await planSales(engine, schema, sources));
    // Eight of the 3,000 customers have nothing but credit notes.
    expect(facts).toMatchObject({ grain: 'order', rows: 51_609, customers: 2992 });
  });
});

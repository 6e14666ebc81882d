import { beforeAll, describe, expect, test } from 'vitest';
import { isoDay } from '../../sample-data/calendar.js';
import { makeTwins } from '../../sample-data/twins/files.js';
import { largeTwin } from '../../sample-data/twins/large.js';
import type { Twin } from '../../sample-data/twins/twin.js';
import { importFacts } from '../../src/data/warehouse/facts.js';
import { planSales } from '../../src/data/warehouse/sales-plan.js';
import type { ImportFacts, ReadingChoices, Source } from '../../src/data/source.js';
import { warehouseRepairs } from '../../src/data/warehouse/warehouse-repairs.js';
import { buildWarehouse } from '../../src/data/warehouse/warehouse.js';
import { ident, list, sql, Sql } from '../../src/engine/sql.js';
import type { Value } from '../../src/core/tables.js';
import { Bench } from './support.js';

const twins = makeTwins();
let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});

function twinOf(name: string): Twin {
  const twin = twins.find((each) => each.name === name);
  if (!twin) throw new Error(`no twin ${name}`);
  return twin;
}

function load({ name, bytes }: Twin, choices?: ReadingChoices): Promise<Source> {
  return bench.load(Uint8Array.from(bytes), { name, ...(choices ? { choices } : {}) });
}

/** Sums of columns, in cents, so that they can be compared exactly. */
async function cents({ table }: Source, columns: readonly string[]): Promise<number[]> {
  const sums = columns.map((column) => sql`cast(round(sum(${ident(column)}) * 100) as bigint)`);
  const { rows } = await bench.engine.table(sql`select ${list(sums)} from ${ident(table)}`);
  return (rows[0] ?? []).map(Number);
}

async function factsOf(source: Source): Promise<ImportFacts> {
  const plan = await planSales(bench.engine, bench.schema, [source]);
  return importFacts(bench.engine, bench.schema, [source], plan);
}

/** A warehouse of this file alone, asked one question. */
async function ask(source: Source, question: string): Promise<readonly (readonly Value[])[]> {
  const plan = await planSales(bench.engine, bench.schema, [source]);
  await buildWarehouse(bench.engine, bench.schema, [source], plan);
  return (await bench.engine.table(new Sql(question))).rows;
}

describe.each(twins)('$name', (twin) => {
  const { truth } = twin;
  let source: Source;
  beforeAll(async () => {
    source = await load(twin);
  });

  test('encoding, delimiter and rows are those that were written', () => {
    expect(source).toMatchObject({
      encoding: truth.encoding,
      delimiter: truth.delimiter,
      rowsRead: truth.rows.read,
      rowsLoaded: truth.rows.loaded,
      rowsRemoved: truth.rows.read - truth.rows.loaded - truth.rows.rejected,
    });
    expect(source.ambiguousDates.map(({ column }) => column)).toEqual(truth.ambiguous_dates);
  });

  test('every value that cannot be read is listed with line and column, and no other', () => {
    expect(source.rejects).toEqual(truth.rejects);
    expect(source.rejectCount).toBe(truth.rejects.length);
  });

  test('the planted defects are repaired, and counted', () => {
    const counts: Record<string, number> = {};
    for (const { code, count } of source.repairs) counts[code] = (counts[code] ?? 0) + count;
    expect(counts).toEqual(truth.repairs);
  });

  test('columns of amounts sum up to the cent', async () => {
    const columns = Object.keys(truth.totals);
    const wanted = Object.values(truth.totals).map((total) => Math.round(total * 100));
    expect(await cents(source, columns)).toEqual(wanted);
  });

  if (truth.sales)
    test('revenue, orders, customers and dates are those that were written', async () => {
      const { revenue, orders, customers, anonymousRows, firstDate, lastDate } = await factsOf(source);
      expect({
        revenue: Math.round((revenue ?? NaN) * 100) / 100,
        orders,
        customers,
        anonymous_rows: anonymousRows,
        first_date: firstDate,
        last_date: lastDate,
      }).toEqual(truth.sales);
    });

  test('what is put right between the tables is said, and counted', async () => {
    const plan = await planSales(bench.engine, bench.schema, [source]);
    const repairs = await warehouseRepairs(bench.engine, bench.schema, [source], plan);
    const counts = Object.fromEntries(
      (repairs.get(source.id) ?? []).map(({ code, count }) => [code, count] as const),
    );
    const wanted = Object.entries(truth.warehouse_repairs).filter(([, count]) => count > 0);
    expect(counts).toEqual(Object.fromEntries(wanted));
  });

  if (truth.sales)
    test('every line that takes something back is a return', async () => {
      const [[returns] = []] = await ask(source, 'select count(*) from sales where is_return');
      expect(returns).toBe(truth.warehouse_repairs['returns-marked'] ?? 0);
    });
});

test('the till in Windows-1252 and the one in UTF-8 keep accents, and customers keep their zeros', async () => {
  for (const name of ['caisse_cp1252.csv', 'caisse_utf8.csv']) {
    const { table } = await load(twinOf(name));
    const [[products, codes] = []] = (
      await bench.engine.table(
        sql`select count(distinct "Libellé") filter ("Libellé" like '%é%'), count_if("Code client" like 'C000__') from ${ident(table)}`,
      )
    ).rows;
    expect(Number(products)).toBeGreaterThan(3);
    expect(Number(codes)).toBeGreaterThan(100);
  }
});

test('Shopify: an order has one row for its total, whatever the number of its items', async () => {
  const twin = twinOf('shopify_like.csv');
  const orders = await ask(await load(twin), 'select count(*), count(distinct order_id) from orders');
  expect(orders).toEqual([[twin.truth.extra?.['orders'], twin.truth.extra?.['orders']]]);
});

test('Online Retail: customer numbers are whole, credit notes begin with C', async () => {
  const source = await load(twinOf('uci_like.csv'));
  const rows = await ask(
    source,
    `select count_if(not regexp_full_match(customer_id, '17[0-9]{3}')), count_if(is_return <> starts_with(order_id, 'C')) from sales`,
  );
  expect(rows).toEqual([[0, 0]]);
});

test('ambiguous days read month first when the person says so', async () => {
  const twin = twinOf('dates_ambigues.csv');
  const source = await load(twin, { roles: {}, readAs: { 'Date commande': 'month-first' } });
  const { firstDate, lastDate, revenue } = await factsOf(source);
  expect(source.ambiguousDates).toEqual([]);
  expect(twin.truth.extra?.['sales_with_month_first']).toMatchObject({
    first_date: firstDate,
    last_date: lastDate,
    revenue: Math.round((revenue ?? NaN) * 100) / 100,
  });
});

test.each(['entetes_dupliques.csv', 'une_colonne_vide.csv'])(
  '%s has the columns that it should',
  async (name) => {
    const twin = twinOf(name);
    const { columns } = await load(twin);
    expect(columns.map((column) => column.name)).toEqual(twin.truth.extra?.['columns']);
  },
);

test('remarks keep every letter, their line ends too', async () => {
  const { truth, ...twin } = twinOf('guillemets_multilignes.csv');
  const { table } = await load({ ...twin, truth });
  const { rows } = await bench.engine.table(
    sql`select count("Remarque"), max(length("Remarque")) from ${ident(table)}`,
  );
  expect(rows).toEqual([[truth.extra?.['remarks'], truth.extra?.['longest_remark']]]);
});

test('sums per region are right once the spellings are brought together', async () => {
  const { truth, ...twin } = twinOf('regions_sales.csv');
  const rows = await ask(
    await load({ ...twin, truth }),
    'select region, cast(round(sum(amount) * 100) as bigint) from sales group by 1 order by 1',
  );
  const sums = Object.fromEntries(rows.map(([region, sum]) => [String(region), Number(sum) / 100]));
  expect(sums).toEqual(truth.extra?.['revenue_by_region']);
});

test('one row per customer is known as such, with the last day of each', async () => {
  const { truth, ...twin } = twinOf('agrege.csv');
  const source = await load({ ...twin, truth });
  const facts = await factsOf(source);
  expect(facts).toMatchObject({ grain: 'customer', customers: truth.extra?.['customers'] });
  const { rows } = await bench.engine.table(
    sql`select min("Dernière commande"), max("Dernière commande") from ${ident(source.table)}`,
  );
  expect(rows).toEqual([[truth.extra?.['first_last_order'], truth.extra?.['last_last_order']]]);
});

test('200,000 lines of the large till come to the cent, with their two unreadable amounts', async () => {
  const { blocks, truth } = largeTwin(200_000);
  const source = await bench.load(Uint8Array.from(Buffer.concat([...blocks()])), { name: 'large.csv' });
  expect(source).toMatchObject({ encoding: 'windows-1252', rowsRead: 200_000, rowsLoaded: 200_000 });
  expect(source.rejects.map(({ line, value }) => [line, value])).toEqual([
    [54_323, 'offert'],
    [154_323, 'offert'],
  ]);
  expect(await cents(source, ['Montant TTC'])).toEqual([truth.amountCents]);
  const { firstDate, lastDate } = await factsOf(source);
  expect([firstDate, lastDate]).toEqual([isoDay(truth.firstDay), isoDay(truth.lastDay)]);
});

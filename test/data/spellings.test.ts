import { beforeAll, describe, expect, test } from 'vitest';
import { frenchRegion } from '../../src/data/warehouse/french-regions.js';
import { groupSpellings } from '../../src/data/warehouse/spellings.js';
import { csv, WarehouseBench } from './warehouse-bench.js';

let bench: WarehouseBench;
beforeAll(async () => {
  bench = await WarehouseBench.start();
});

test('a French region is known by its name, its abbreviation and its former names', () => {
  for (const text of ['HDF', 'Hauts de France', 'hauts-de-france ', 'NORD PAS DE CALAIS', 'Picardie'])
    expect(frenchRegion(text)).toBe('Hauts-de-France');
  expect(frenchRegion('provence alpes côte d’azur')).toBe("Provence-Alpes-Côte d'Azur");
  expect(frenchRegion('ile de france')).toBe('Île-de-France');
  expect(frenchRegion('Bavière')).toBeNull();
});

describe('grouping', () => {
  const count = (...values: readonly [string, number][]): { value: string; rows: number }[] =>
    values.map(([value, rows]) => ({ value, rows }));

  test('the spelling of most rows stands for those that differ in case, accents, blanks and hyphens', () => {
    expect(
      groupSpellings(
        count(['Saint-Étienne', 5], ['SAINT ETIENNE', 3], ['saint etienne ', 1], ['Lyon', 9]),
        false,
      ),
    ).toEqual([{ from: ['SAINT ETIENNE', 'saint etienne '], to: 'Saint-Étienne' }]);
  });

  test('the official name stands for a region, however often it is written', () => {
    expect(groupSpellings(count(['HDF', 9], ['Hauts de France', 2]), true)).toEqual([
      { from: ['HDF', 'Hauts de France'], to: 'Hauts-de-France' },
    ]);
  });

  test('one spelling stays as it is, and so do signs that mean something', () => {
    expect(groupSpellings(count(['HDF', 9], ['IDF', 2]), true)).toEqual([]);
    expect(
      groupSpellings(
        count(['A', 1], ['A+', 2], ['A-', 2], ['C', 1], ['C#', 1], ['1.5', 1], ['15', 1]),
        false,
      ),
    ).toEqual([]);
    expect(groupSpellings(count(['HDF', 1], ['Hauts-de-France', 1]), false)).toEqual([]);
  });
});

describe('in the warehouse', () => {
  const file = csv(
    'order_id;client_id;date;region;categorie;montant',
    'F1;A;2024-01-01;HDF;Maison;1',
    'F2;B;2024-01-02;Hauts de France;maison;2',
    'F3;C;2024-01-03;hauts-de-france ;Maison;4',
    'F4;D;2024-01-04;Bretagne;Jardin;8',
  );

  test('regions and categories are brought together in sales and customers, not in the file', async () => {
    const { repairs, sources } = await bench.build({ 'v.csv': file });
    expect(
      await bench.rows('select region, category, sum(amount) as a from sales group by all order by 1'),
    ).toEqual([
      { region: 'Bretagne', category: 'Jardin', a: 8 },
      { region: 'Hauts-de-France', category: 'Maison', a: 7 },
    ]);
    expect(await bench.rows('select region, count(*) as n from customers group by 1 order by 1')).toEqual([
      { region: 'Bretagne', n: 1 },
      { region: 'Hauts-de-France', n: 3 },
    ]);
    expect(await bench.rows(`select count(distinct region) as n from ${sources[0]?.table}`)).toEqual([
      { n: 4 },
    ]);
    expect(repairs).toEqual([
      {
        code: 'regions-merged',
        // Three regions and one category were written otherwise.
        count: 4,
        detail: 'maison → Maison ; HDF, Hauts de France, hauts-de-france → Hauts-de-France',
      },
    ]);
  });

  test('undone, each spelling is a value of its own', async () => {
    const { repairs } = await bench.build({ 'v.csv': file }, { undone: ['regions-merged'] });
    expect(repairs).toEqual([]);
    expect(await bench.rows('select count(distinct region) as n from sales')).toEqual([{ n: 4 }]);
  });

  test('a customer file without sales has its regions brought together too', async () => {
    const { repairs } = await bench.build({
      'clients.csv': csv('code_client;region', 'C1;HDF', 'C2;Hauts-de-France', 'C3;IDF'),
    });
    expect(await bench.rows('select customer_id, region from customers order by 1')).toEqual([
      { customer_id: 'C1', region: 'Hauts-de-France' },
      { customer_id: 'C2', region: 'Hauts-de-France' },
      { customer_id: 'C3', region: 'IDF' },
    ]);
    expect(repairs).toEqual([{ code: 'regions-merged', count: 1, detail: 'HDF → Hauts-de-France' }]);
  });
});

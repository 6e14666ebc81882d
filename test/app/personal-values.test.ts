import { afterAll, beforeAll, expect, test } from 'vitest';
import { holdsPeople } from '../../src/app/personal-values.js';
import { tableOf } from '../../src/core/tables.js';
import type { Source } from '../../src/data/source.js';
import { Bench } from '../data/support.js';

let bench: Bench;
let source: Source;
beforeAll(async () => {
  bench = await Bench.start();
  source = await bench.load(
    'code_client,nom,telephone,portable,adresse,ville\n' +
      'C1,Anne Petit,0320112233,0611223344,1 rue des Lilas,Lille\n' +
      'C2,Luc Grand,0320445566,0655667788,2 rue du Port,Lyon\n',
    { name: 'clients.csv' },
  );
});
afterAll(() => bench.engine.close());

const shows = (value: string): Promise<boolean> =>
  holdsPeople(bench.engine, [source], [tableOf('t', [{ name: 'x', type: 'text' }], [{ x: value }])], null);

test('names, numbers and telephones tell who somebody is, whatever the result calls them', async () => {
  expect(await shows('Anne Petit')).toBe(true);
  expect(await shows('0320445566')).toBe(true);
});

test('so do a second telephone and an address, for which no role is left', async () => {
  expect(source.columns.filter(({ role }) => role === 'phone').length).toBe(1);
  expect(await shows('0611223344')).toBe(true);
  expect(await shows('0320112233')).toBe(true);
  expect(await shows('2 rue du Port')).toBe(true);
});

test('a town names nobody', async () => {
  expect(await shows('Lille')).toBe(false);
});

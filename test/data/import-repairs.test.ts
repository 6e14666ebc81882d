import { afterAll, beforeAll, expect, test } from 'vitest';
import { Bench } from './support.js';

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.start();
});
afterAll(() => bench.engine.close());

test('a line of totals is left out, counted, and comes back when the repair is undone', async () => {
  const text = 'client;date;montant\nA;01/02/2024;10,50\nB;15/02/2024;20,00\nTOTAL;;30,50\n';
  const source = await bench.load(text);
  expect(source).toMatchObject({ rowsRead: 3, rowsLoaded: 2, rowsRemoved: 1, rejectCount: 0 });
  expect(source.repairs).toContainEqual({ code: 'total-lines-left-out', detail: '', count: 1 });
  const again = await bench.load(text, { choices: { roles: {}, undone: ['total-lines-left-out'] } });
  expect(again).toMatchObject({ rowsRead: 3, rowsLoaded: 3, rowsRemoved: 0 });
});

test('subtotals within the file and a total without a word for it are left out', async () => {
  const text = [
    'rayon,produit,quantite,montant',
    'Cuisine,P1,1,10.00',
    'Cuisine,P2,2,5.00',
    'Sous-total Cuisine,,3,15.00',
    'Jardin,P3,4,40.00',
    'Sous-total Jardin,,4,40.00',
    ',,7,55.00',
  ].join('\n');
  const source = await bench.load(text);
  expect(source).toMatchObject({ rowsRead: 6, rowsLoaded: 3, rowsRemoved: 3 });
  expect((await bench.rows(source)).map((row) => row[1])).toEqual(['P1', 'P2', 'P3']);
});

test('a customer called Total keeps its line, whatever it bought', async () => {
  const source = await bench.load('client,montant\nTotal Energies,10\nCarrefour,20\nTotal,5\n');
  expect(source).toMatchObject({ rowsLoaded: 3, rowsRemoved: 0 });
  expect(source.repairs).toEqual([]);
});

test('a company whose name begins with Total stays, however little is known of it', async () => {
  const text = [
    'client;ville;contact;email;montant',
    'Carrefour;Lille;;;10,00',
    'Total Energies;Lyon;;;',
    'TOTAL;;Mme Petit;;',
    'Auchan;Nice;;;20,00',
    'Total général;;;;30,00',
  ].join('\n');
  const source = await bench.load(text);
  expect((await bench.rows(source)).map((row) => row[0])).toEqual([
    'Carrefour',
    'Total Energies',
    'TOTAL',
    'Auchan',
  ]);
  expect(source).toMatchObject({ rowsRead: 5, rowsLoaded: 4, rowsRemoved: 1 });
});

test('lines taken for totals that are none come back, those that are stay out', async () => {
  const text = 'client,montant\nA,1\nTotal Un,5\nTotal Deux,9\nB,2\nTotal,17\n';
  const source = await bench.load(text);
  expect((await bench.rows(source)).map((row) => row[0])).toEqual(['A', 'Total Un', 'Total Deux', 'B']);
});

test('a two-column total is recognised by its sum', async () => {
  const source = await bench.load('client;montant\nA;10,50\nB;20,25\nTotal général;30,75\n');
  expect(await bench.rows(source)).toEqual([
    ['A', 10.5],
    ['B', 20.25],
  ]);
});

test('a header that stands again below is left out', async () => {
  const source = await bench.load('id,date,montant\n1,2024-01-02,3.5\nid,date,montant\n2,2024-01-03,4.5\n');
  expect(source).toMatchObject({ rowsRead: 3, rowsLoaded: 2, rowsRemoved: 1, rejectCount: 0 });
  expect(source.repairs).toEqual([{ code: 'repeated-headers-left-out', detail: '', count: 1 }]);
});

test('day numbers of Excel under a date header become dates, and numbers again when told so', async () => {
  const text = 'client;date commande;montant\nA;45352;10\nB;45353,5;20\n';
  const source = await bench.load(text);
  expect((await bench.rows(source)).map((row) => row[1])).toEqual([
    '2024-03-01T00:00:00',
    '2024-03-02T12:00:00',
  ]);
  expect(source.repairs).toContainEqual({ code: 'excel-dates', detail: 'date commande', count: 2 });
  const told = await bench.load(text, {
    choices: { roles: { 'date commande': null }, readAs: { 'date commande': 'number-comma' } },
  });
  expect((await bench.rows(told)).map((row) => row[1])).toEqual([45352, 45353.5]);
});

test('five-digit numbers under any other header stay numbers', async () => {
  const source = await bench.load('code_postal_livraison;valeur\n59000;45352\n75001;45353\n');
  expect((await bench.rows(source)).map((row) => row[1])).toEqual([45352, 45353]);
});

test('several forms of date in one column are brought together', async () => {
  const dates = [
    '31/01/2024',
    '2024-02-01',
    '15 mars 2024',
    '1er avril 2024',
    'Apr 3, 2024',
    '45416',
    '7-mai-24',
  ];
  const source = await bench.load(`client;date\n${dates.map((date) => `A;${date}`).join('\n')}\n`);
  expect((await bench.rows(source)).map((row) => row[1])).toEqual([
    '2024-01-31',
    '2024-02-01',
    '2024-03-15',
    '2024-04-01',
    '2024-04-03',
    '2024-05-04',
    '2024-05-07',
  ]);
  expect(source.repairs.map(({ code }) => code)).toEqual(['excel-dates', 'two-digit-years', 'mixed-dates']);
});

test('the person decides about day and month, and the question is settled', async () => {
  const text = 'client,date,montant\nA,03/02/2024,1\nB,04/02/2024,2\n';
  const source = await bench.load(text, { choices: { roles: {}, readAs: { date: 'month-first' } } });
  expect((await bench.rows(source)).map((row) => row[1])).toEqual(['2024-03-02', '2024-04-02']);
  expect(source.ambiguousDates).toEqual([]);
});

test('dates in the order of time under one reading only are proposed in that reading', async () => {
  const days = Array.from(
    { length: 40 },
    (_, index) => [1 + Math.floor(index / 10), 1 + (index % 10)] as const,
  );
  const text = `date,montant\n${days.map(([month, day]) => `${month}/${day}/2024,1`).join('\n')}\n`;
  const source = await bench.load(text);
  expect(source.ambiguousDates).toMatchObject([{ column: 'date', values: 40, proposal: 'month-first' }]);
  expect((await bench.rows(source))[12]?.[0]).toBe('2024-02-03');
});

test('a column told to be text keeps every character', async () => {
  const source = await bench.load('ref;montant\n17850.0;1 234,50 €\n17851.0;2\n', {
    choices: { roles: {}, readAs: { montant: 'text', ref: 'text' } },
  });
  expect(await bench.rows(source)).toEqual([
    ['17850.0', '1 234,50 €'],
    ['17851.0', '2'],
  ]);
});

test('a minus in parentheses or behind the number is counted', async () => {
  const source = await bench.load('client;montant\nA;(12,50)\nB;3,00-\nC;4,00\n');
  expect((await bench.rows(source)).map((row) => row[1])).toEqual([-12.5, -3, 4]);
  expect(source.repairs.map(({ code }) => code)).toContain('negative-form');
});

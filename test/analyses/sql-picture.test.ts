import * as v from 'valibot';
import { expect, test } from 'vitest';
import analysis from '../../src/analyses/sql/index.js';
import { most, pictureOf } from '../../src/analyses/sql/picture.js';
import type { Column, ResultTable, Value } from '../../src/core/tables.js';
import { locales } from '../../src/i18n/locale.js';
import { firstSvg, renderView } from '../support/render.js';

type Settings = v.InferOutput<typeof analysis.params>;
const settings = (change: Partial<Settings>): Settings => v.parse(analysis.params, { sql: '', ...change });

const text = (name: string): Column => ({ name, type: 'text' });
const number = (name: string): Column => ({ name, type: 'number' });
const date = (name: string): Column => ({ name, type: 'date' });
const table = (columns: readonly Column[], rows: readonly (readonly Value[])[]): ResultTable => ({
  columns,
  rows,
});
const words = (markup: string): string => markup.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

const revenue = table(
  [date('mois'), text('canal'), number('ca'), number('commandes')],
  ['Web', 'Boutique', 'Téléphone'].flatMap((channel, place) =>
    Array.from({ length: 8 }, (_, month): Value[] => [
      `2024-0${month + 1}-01`,
      channel,
      channel === 'Téléphone' && month === 3 ? null : 1000 * (place + 1) + 137.5 * month * (place - 1),
      10 + month * (place + 1),
    ]),
  ),
);
const view = (params: Partial<Settings>, shown: ResultTable, locale: 'fr' | 'en' = 'fr'): string =>
  renderView(analysis.View, { result: { table: shown, isCut: false }, params: settings(params) }, locale);

test.each(locales)('bars, lines and points are drawn as before (%s)', async (locale) => {
  const bars = table(
    [text('segment'), number('clients')],
    [
      ['Fidèles', 120],
      ['Nouveaux', 310],
      ['Perdus', -45.5],
    ],
  );
  const cases = [
    ['sql-bars', { show: 'bar' }, bars],
    ['sql-lines', { show: 'line', y: ['ca'], color: 'canal' }, revenue],
    ['sql-points', { show: 'scatter', x: 'commandes', y: ['ca'], color: 'canal' }, revenue],
  ] as const;
  for (const [name, params, shown] of cases) {
    const svg = firstSvg(view({ ...params, y: 'y' in params ? [...params.y] : [] }, shown, locale));
    expect(svg).not.toMatch(/style=|NaN|undefined/);
    await expect(svg).toMatchFileSnapshot(`../golden/${name}.${locale}.svg`);
  }
});

test('left to itself a picture takes the columns that it is usually drawn of', () => {
  const bars = pictureOf(revenue, settings({ show: 'bar' }));
  expect(bars.kind === 'bars' && [bars.x.name, bars.measures.map(({ y }) => y.name)]).toEqual([
    'mois',
    ['ca'],
  ]);
  const line = pictureOf(revenue, settings({ show: 'line' }));
  expect(line.kind === 'xy' && [line.axis, line.x.name, line.y.map(({ name }) => name)]).toEqual([
    'time',
    'mois',
    ['ca'],
  ]);
  const points = pictureOf(
    table([text('a'), number('b'), number('c')], [['x', 1, 2]]),
    settings({ show: 'scatter' }),
  );
  expect(points.kind === 'xy' && [points.x.name, points.y[0]?.name]).toEqual(['b', 'c']);
});

test('lines go along their axis, and break where a value is missing', () => {
  const shown = table(
    [number('x'), number('y')],
    [
      [3, 30],
      [1, 10],
      [2, null],
    ],
  );
  const picture = pictureOf(shown, settings({ show: 'line', x: 'x', y: ['y'] }));
  expect(picture.kind === 'xy' && picture.series[0]?.points).toEqual([
    { x: 1, y: 10 },
    { x: 2, y: null },
    { x: 3, y: 30 },
  ]);
  expect(picture.notes).toEqual([{ key: 'note.noValue', values: { rows: 1, column: 'y' } }]);
});

test('series are told apart by a value, by a column, or by both', () => {
  const named = (params: Partial<Settings>): string[] =>
    [...view({ show: 'line', ...params }, revenue).matchAll(/dy="0.35em" font-size="13"[^>]*>([^<]*)</g)].map(
      ([, name = '']) => name,
    );
  expect(named({ y: ['ca'], color: 'canal' })).toEqual(['Web', 'Boutique', 'Téléphone']);
  expect(named({ y: ['ca', 'commandes'] })).toEqual(['ca', 'commandes']);
  expect(named({ y: ['ca', 'commandes'], color: 'canal' })).toContain('ca · Web');
  expect(named({ y: ['ca'] })).toEqual([]);
});

test('what has no value, no place or no number is counted and said', () => {
  const shown = table(
    [number('x'), text('note'), number('y')],
    [
      [1, 'a', 1],
      [null, 'b', 2],
      [3, 'c', null],
    ],
  );
  const seen = words(view({ show: 'scatter', x: 'x', y: ['y', 'note'] }, shown));
  expect(seen).toContain('«\u00a0note\u00a0» contient autre chose que des nombres'.replaceAll('\u00a0', ' '));
  expect(seen).toContain('Une ligne sans valeur dans « x » : pas de place sur l’axe, donc pas de point.');
  expect(seen).toContain('Une ligne sans valeur dans « y » : rien n’y est dessiné.');
});

test('a column that the result has lost is said, and another takes its place', () => {
  const seen = words(view({ show: 'bar', x: 'pays', y: ['panier'] }, revenue, 'en'));
  expect(seen).toContain('The column “pays” is no longer in the result');
  expect(seen).toContain('The column “panier” is no longer in the result');
  expect(seen).toContain('ca by mois');
});

test('too many bars, points, series or columns are cut, and that is said', () => {
  const many = (rows: number): ResultTable =>
    table(
      [text('k'), number('n'), number('m')],
      Array.from({ length: rows }, (_, row) => [`k${row}`, row, -row]),
    );
  const bars = pictureOf(many(61), settings({ show: 'bar' }));
  expect(bars.kind === 'bars' && bars.measures[0]?.bars.length).toBe(most.bars);
  expect(bars.notes).toEqual([{ key: 'note.moreBars', values: { shown: 60, total: 61 } }]);
  const points = pictureOf(many(2001), settings({ show: 'scatter', x: 'n', y: ['m'] }));
  expect(points.kind === 'xy' && points.series[0]?.points.length).toBe(2000);
  expect(points.notes).toEqual([{ key: 'note.morePoints', values: { shown: 2000, total: 2001 } }]);
  const series = pictureOf(many(8), settings({ show: 'line', x: 'n', y: ['m'], color: 'k' }));
  expect(series.kind === 'xy' && series.series.length).toBe(7);
  expect(series.notes).toEqual([{ key: 'note.moreSeries', values: { shown: 7, total: 8 } }]);
});

test('without rows, numbers or an axis a sentence says why there is no picture', () => {
  expect(words(view({ show: 'bar' }, table([text('a'), number('b')], [])))).toContain('ne rend aucune ligne');
  expect(words(view({ show: 'bar' }, table([text('a')], [['x']])))).toContain(
    'Un graphique montre des nombres',
  );
  const noAxis = view(
    { show: 'scatter', x: 'a', y: ['b'] },
    table([text('a'), number('b')], [['x', 1]]),
    'en',
  );
  expect(words(noAxis)).toContain('Points stand on numbers or dates');
  expect(noAxis).not.toContain('<svg');
});

test('bars of the same name stay two, and one without a name has a dash', () => {
  const shown = table(
    [text('k'), number('n')],
    [
      ['a', 1],
      ['a', 2],
      [null, 3],
    ],
  );
  const svg = firstSvg(view({ show: 'bar' }, shown));
  expect(svg.match(/<rect/g)).toHaveLength(3);
  expect(svg).toContain('>–</text>');
});

test('one value, equal values and a name that is markup draw too', () => {
  const shown = table(
    [number('x'), number('y'), text('k')],
    [
      [5, 7, '<b>&"'],
      [5, 7, 'z'],
    ],
  );
  const svg = firstSvg(view({ show: 'scatter', x: 'x', y: ['y'], color: 'k' }, shown));
  expect(svg).not.toMatch(/NaN|<b>/);
  expect(svg.match(/r="4.5"/g)).toHaveLength(2);
});

import { expect, test } from 'vitest';
import { axisScale } from '../../src/charts/axis-scale.js';
import { layOutXy, type XySeries } from '../../src/charts/xy-layout.js';

const area = { left: 0, right: 400, top: 0, bottom: 100 };
const format = { x: String, y: String };
const series = (name: string, ...points: [number, number | null][]): XySeries => ({
  name,
  points: points.map(([x, y]) => ({ x, y })),
});

test('a line stands on an axis that holds zero, and breaks where a value is missing', () => {
  const one = series('a', [0, 10], [1, null], [2, 5], [3, 10]);
  const layout = layOutXy([one], { marks: 'line', axis: 'number' }, area, format);
  expect(layout.yTicks[0]).toEqual({ at: 100, label: '0' });
  expect(layout.series[0]?.points.map(({ y }) => y)).toEqual([0, 50, 0]);
  expect(layout.series[0]?.path.match(/M/g)).toHaveLength(2);
  expect(layout.series[0]?.label).toBeNull();
});

test('points use the height for what they have, without a line', () => {
  const layout = layOutXy(
    [series('a', [0, 90], [1, 100])],
    { marks: 'points', axis: 'number' },
    area,
    format,
  );
  expect(layout.yTicks[0]?.label).toBe('90');
  expect(layout.series[0]?.path).toBe('');
});

test('each series has a colour and its name at its end; names do not touch and stay inside', () => {
  const many = Array.from({ length: 5 }, (_, index) => series(`s${index}`, [0, 1], [1, 1]));
  const layout = layOutXy(many, { marks: 'line', axis: 'number' }, area, format);
  expect(new Set(layout.series.map(({ colour }) => colour)).size).toBe(5);
  const heights = layout.series.map(({ label }) => label?.y ?? NaN).toSorted((a, b) => a - b);
  heights.slice(1).forEach((y, index) => expect(y - heights[index]!).toBeGreaterThanOrEqual(17));
  expect(heights.at(-1)).toBeLessThanOrEqual(area.bottom + 9);
  expect(layout.right).toBeLessThan(area.right - 20);
});

test('a long name is shortened', () => {
  const layout = layOutXy(
    [series('a'.repeat(40), [0, 1]), series('b', [0, 2])],
    { marks: 'line', axis: 'number' },
    area,
    format,
  );
  expect(layout.series[0]?.label?.text).toBe(`${'a'.repeat(21)}…`);
});

test('moments stand where they are in time, days without a zone are UTC', () => {
  const axis = axisScale('time', ['2024-01-01', '2024-01-11', '2024-01-06 00:00:00'], [0, 100], String);
  expect(['2024-01-01', '2024-01-06', '2024-01-11'].map(axis.place)).toEqual([0, 50, 100]);
  expect(axis.place('2024-01-06T00:00:00Z')).toBe(50);
});

test('names keep their order, and their labels do not touch', () => {
  const names = Array.from({ length: 30 }, (_, index) => `a long name ${index}`);
  const axis = axisScale('category', names, [0, 600], String);
  expect(axis.place('a long name 0')).toBeLessThan(axis.place('a long name 1'));
  expect(axis.ticks[1]!.at - axis.ticks[0]!.at).toBeGreaterThan(13 * 12 * 0.5);
});

test('an axis of one value, or of none, has marks all the same', () => {
  for (const values of [[5], []] as const) {
    expect(axisScale('number', values, [0, 100], String).ticks.length).toBeGreaterThan(0);
    expect(
      axisScale(
        'time',
        values.map(() => '2024-05-01'),
        [0, 100],
        String,
      ).ticks.length,
    ).toBeGreaterThan(0);
  }
});

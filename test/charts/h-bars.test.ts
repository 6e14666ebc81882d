import { expect, test } from 'vitest';
import { layOutHBars } from '../../src/charts/h-bars.js';

const series = [
  { label: 'Customers', color: '#c9cfdb' },
  { label: 'Revenue', color: '#0072b2' },
];
const format = (value: number | null): string => (value === null ? '–' : `${value}`);

test('all bars share one scale from zero', () => {
  const rows = [
    { id: 'a', label: 'A', values: [0.1, 0.4] },
    { id: 'b', label: 'B', values: [0.2, 0] },
  ];
  const widths = layOutHBars(rows, series, 400, format).rows.map((row) => row.bars.map((bar) => bar.width));
  const full = widths[0]?.[1] ?? 0;
  expect(full).toBeGreaterThan(200);
  expect(widths).toEqual([
    [full / 4, full],
    [full / 2, 0],
  ]);
});

test('a negative or unknown value has no bar but keeps its number', () => {
  const [row] = layOutHBars([{ id: 'a', label: 'A', values: [-0.1, null] }], series, 400, format).rows;
  expect(row?.bars.map((bar) => [bar.width, bar.text])).toEqual([
    [0, '-0.1'],
    [0, '–'],
  ]);
});

import { expect, test } from 'vitest';
import { layOutHeatmap, type HeatmapCell } from '../../src/charts/heatmap.js';
import { sequential } from '../../src/charts/theme.js';

const texts = { row: 'Cohort', size: 'Customers', high: '50% and more', unobserved: 'not observed yet' };
const cell = (value: number | null, observed = true): HeatmapCell => ({
  value,
  label: value === null ? '' : `${value * 100}%`,
  observed,
  partial: false,
});
const row = (...cells: HeatmapCell[]) => ({ id: 'a', label: 'Jan 2024', size: '12', cells });

test('zero is the lightest step, the high value and everything above it the darkest', () => {
  const { cells } = layOutHeatmap(['0', '1', '2'], [row(cell(0), cell(0.5), cell(2))], texts, 0.5, 860);
  expect(cells.map((placed) => placed.fill)).toEqual([sequential[0], sequential[6], sequential[6]]);
  expect(cells.map((placed) => placed.textColor)).toEqual(['#1d2433', '#ffffff', '#ffffff']);
});

test('a cell that is not observed is told from one with nothing to show and from zero', () => {
  const { cells } = layOutHeatmap(
    ['0', '1', '2'],
    [row(cell(0), cell(null), cell(null, false))],
    texts,
    1,
    860,
  );
  expect(cells.map((placed) => placed.kind)).toEqual(['value', 'empty', 'unobserved']);
});

test('many columns fit the width, without cell labels and with thinned heads', () => {
  const heads = Array.from({ length: 61 }, (_, index) => String(index));
  const layout = layOutHeatmap(heads, [row(...heads.map(() => cell(0.25)))], texts, 1, 860);
  const last = layout.cells.at(-1);
  expect((last?.x ?? 0) + layout.cellWidth).toBeLessThanOrEqual(860);
  expect(layout.cells.every((placed) => placed.label === '')).toBe(true);
  expect(layout.columns.length).toBeLessThan(61);
});

test('without any value above zero the scale still has a length', () => {
  const { cells } = layOutHeatmap(['0'], [row(cell(0))], texts, 0, 860);
  expect(cells[0]?.fill).toBe(sequential[0]);
});

import { expect, test } from 'vitest';
import { frameSize, lineWidth } from '../../src/charts/frame-size.js';
import { matrixThatFits } from '../../src/charts/heatmap.js';
import { layOutPareto } from '../../src/charts/pareto-layout.js';
import { rowGroups } from '../../src/charts/h-bars.js';
import { layOutSegmentGrid } from '../../src/charts/segment-grid.js';
import { rowsThatFit, type Stage } from '../../src/charts/stage.js';
import { fontSize } from '../../src/charts/theme.js';

const wide: Stage = { width: 1856, height: 840, shared: 700, type: 29, denseType: 25 };
const narrow: Stage = { width: 960, height: 530, shared: 440, type: 28, denseType: 24 };
const wishes = { width: 860, height: 300, least: 170 };

test('without a screen a chart has the size it wishes for', () => {
  expect(frameSize(undefined, wishes)).toEqual({ width: 860, height: 300, scale: 1 });
  expect(lineWidth(1)).toBeUndefined();
});

test.each([wide, narrow])(
  'on a screen it is laid out for its shape with letters and lines large enough',
  (stage) => {
    const frame = frameSize(stage, wishes);
    expect(fontSize.tick * frame.scale).toBeGreaterThanOrEqual(28);
    expect((lineWidth(frame.scale) ?? 0) * frame.scale).toBeGreaterThanOrEqual(3);
    const pixels = { width: frame.width * frame.scale, height: frame.height * frame.scale };
    expect(pixels.width).toBeLessThanOrEqual(stage.width);
    expect(pixels.width).toBeGreaterThan(stage.width - frame.scale);
    expect(pixels.height).toBeLessThanOrEqual(stage.shared);
  },
);

test('a chart that would be too low under its sentence takes a screen for itself', () => {
  const frame = frameSize({ ...narrow, shared: 100 }, wishes);
  expect(frame.height).toBe(Math.floor(530 / (28 / 12)));
});

test('a matrix has slightly smaller letters, and as many numbers as can be read', () => {
  const frame = frameSize(narrow, { ...wishes, isDense: true });
  expect(fontSize.tick * frame.scale).toBe(24);
  const months = Array.from({ length: 30 }, (_, month) => String(month));
  const rows = months.map((month) => ({
    id: month,
    label: 'janv. 2024',
    size: '120',
    cells: months.map(() => ({ value: 1, label: '100 %', observed: true, partial: false })),
  }));
  const fitting = matrixThatFits(months, rows, { row: 'Cohorte', size: 'Clients' }, frame);
  // 480 units wide: 30 characters of labels take 145, a number 41; 220 high: heads 50, legend 68, rows 18.
  expect(fitting).toEqual({ columns: 8, rows: 5 });
});

test('rows without room go to further pictures of about the same size', () => {
  expect(rowGroups([1, 2, 3, 4, 5, 6, 7], 30, 160)).toEqual([
    [1, 2, 3, 4],
    [5, 6, 7],
  ]);
  expect(rowGroups([1, 2], 30, 160)).toEqual([[1, 2]]);
});

test('a table shows as many rows as fit, three at least', () => {
  expect(rowsThatFit(narrow)).toBe(9);
  expect(rowsThatFit(wide)).toBeGreaterThan(rowsThatFit(narrow));
  expect(rowsThatFit({ ...narrow, height: 60 })).toBe(3);
});

test('a guide that is longer than a narrow curve is broken into lines', () => {
  const guide = { x: 0.2, y: 0.78, label: '20 % des meilleurs clients font 78,1 % du chiffre d’affaires' };
  const area = { left: 62, right: 387, top: 66, bottom: 180 };
  const [placed] = layOutPareto([guide], [guide], [], area, String).guides;
  expect(placed?.lines.length).toBeGreaterThan(1);
  expect(placed?.lines.join(' ')).toBe(guide.label);
});

test('a segment map keeps to the height of the screen', () => {
  const layout = layOutSegmentGrid([], 5, 480, 260);
  expect(layout.height).toBeLessThanOrEqual(260);
  expect(layout.cell).toBeGreaterThan(layout.cellHeight);
});

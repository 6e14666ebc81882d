import { expect, test } from 'vitest';
import { layOutSegmentGrid, wrap } from '../../src/charts/segment-grid.js';

const area = { id: 'a', label: 'Prometteurs', note: '4 %', color: '#009e73' };

test('scores grow to the right and upwards', () => {
  const layout = layOutSegmentGrid([{ ...area, columns: [4, 5], rows: [1, 2] }], 5, 490);
  expect(layout.cell).toBe(86);
  const [placed] = layout.areas;
  expect(placed).toMatchObject({ x: 54 + 3 * 86, y: 34 + 3 * 86, width: 172, height: 172 });
  expect((placed?.x ?? 0) + (placed?.width ?? 0)).toBe(layout.left + layout.size);
  expect((placed?.y ?? 0) + (placed?.height ?? 0)).toBe(layout.bottom);
});

test('a long word is pressed into a narrow area only', () => {
  const narrow = layOutSegmentGrid([{ ...area, columns: [4, 4], rows: [1, 1] }], 5, 490);
  const wide = layOutSegmentGrid([{ ...area, columns: [4, 5], rows: [1, 1] }], 5, 490);
  expect(narrow.areas[0]?.lines).toEqual([{ text: 'Prometteurs', squeezeTo: 74 }]);
  expect(wide.areas[0]?.lines).toEqual([{ text: 'Prometteurs', squeezeTo: undefined }]);
});

test('labels break between words', () => {
  expect(wrap('Sur le point de partir', 70)).toEqual(['Sur le', 'point de', 'partir']);
  expect(wrap('Champions', 10)).toEqual(['Champions']);
});

test('many small cells have no numbers', () => {
  expect(layOutSegmentGrid([], 10, 490).hasCellLabels).toBe(false);
  expect(layOutSegmentGrid([], 5, 490).hasCellLabels).toBe(true);
});

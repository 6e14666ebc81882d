import { expect, test } from 'vitest';
import { layOutPareto } from '../../src/charts/pareto-layout.js';

const area = { left: 0, right: 1000, top: 0, bottom: 1000 };
const share = (value: number): string => `${Math.round(value * 100)}%`;
const points = [
  { x: 0.5, y: 0.9 },
  { x: 1, y: 1 },
];

test('the curve starts at the origin and ends at everything', () => {
  const layout = layOutPareto(points, [], [], area, share);
  expect(layout.path).toBe('M0,1000L500,100L1000,0');
  expect(layout.fill).toBe('M0,1000L500,100L1000,0L1000,1000Z');
  expect(layout.diagonal).toMatchObject({ x1: 0, y1: 1000, x2: 1000, y2: 0 });
  expect(layout.xTicks.map((tick) => tick.label)).toEqual(['0%', '20%', '40%', '60%', '80%', '100%']);
});

test('labels of neighbouring guides keep a line of text between them', () => {
  const guides = [
    { x: 0.2, y: 0.795, label: 'lower' },
    { x: 0.21, y: 0.8, label: 'upper' },
  ];
  const placed = layOutPareto(points, guides, [], area, share).guides;
  expect(placed.map((guide) => guide.label)).toEqual(['upper', 'lower']);
  expect(placed[1]!.textY - placed[0]!.textY).toBeGreaterThanOrEqual(22);
  expect(placed.map((guide) => guide.anchor)).toEqual(['start', 'start']);
});

test('a label without room on the right stands on the left', () => {
  const guides = [{ x: 0.95, y: 0.99, label: 'a label that is rather long' }];
  expect(layOutPareto(points, guides, [], area, share).guides[0]).toMatchObject({
    anchor: 'end',
    textX: 938,
  });
});

test('a band too narrow for its name is drawn without it', () => {
  const bands = [
    { name: 'A', from: 0, to: 0.01 },
    { name: 'B', from: 0.01, to: 1 },
  ];
  expect(layOutPareto(points, [], bands, area, share).bands).toEqual([
    { name: 'A', x: 0, width: 10, hasName: false },
    { name: 'B', x: 10, width: 990, hasName: true },
  ]);
});

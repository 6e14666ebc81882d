import { expect, test } from 'vitest';
import { layOutBars } from '../../src/charts/bars-layout.js';

const area = { left: 0, right: 100, top: 0, bottom: 100 };
const format = { key: (key: string) => key, value: String };

test('bars stand on zero, are as high as their value, and keep their order', () => {
  const layout = layOutBars(
    [
      { key: 'a', value: 10 },
      { key: 'b', value: 5 },
    ],
    area,
    format,
  );
  expect(layout.zero).toBe(100);
  expect(layout.bars.map((bar) => [bar.key, bar.y, bar.height])).toEqual([
    ['a', 0, 100],
    ['b', 50, 50],
  ]);
  expect(layout.bars[1]!.x).toBeGreaterThan(layout.bars[0]!.x + layout.bars[0]!.width);
});

test('a negative value hangs below zero', () => {
  const layout = layOutBars(
    [
      { key: 'a', value: 10 },
      { key: 'b', value: -10 },
    ],
    area,
    format,
  );
  expect(layout.zero).toBe(50);
  expect(layout.bars.map((bar) => [bar.y, bar.height])).toEqual([
    [0, 50],
    [50, 50],
  ]);
});

test('bars that are all zero have no height and an axis all the same', () => {
  const layout = layOutBars([{ key: 'a', value: 0 }], area, format);
  expect(layout.bars[0]!.height).toBe(0);
  expect(layout.yTicks.length).toBeGreaterThan(1);
});

test('labels are thinned until neighbours do not touch', () => {
  const bars = Array.from({ length: 40 }, (_, index) => ({ key: `month ${index}`, value: index }));
  const ticks = layOutBars(bars, { ...area, right: 800 }, format).xTicks;
  const gap = ticks[1]!.at - ticks[0]!.at;
  expect(gap).toBeGreaterThan('month 39'.length * 12 * 0.5);
  expect(ticks.length).toBeGreaterThan(4);
});

test('the value axis moves right for long labels', () => {
  const bars = [{ key: 'a', value: 1 }];
  const wide = layOutBars(bars, area, { ...format, value: () => 'twelve chars' });
  expect(wide.left).toBe(Math.ceil(12 * 12 * 0.56) + 16);
  expect(wide.bars[0]!.x).toBeGreaterThan(wide.left);
  expect(layOutBars(bars, { ...area, left: 50 }, { ...format, value: () => '1' }).left).toBe(50);
});

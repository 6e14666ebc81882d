import { expect, test } from 'vitest';
import { curveArea, layOutRetentionCurve } from '../../src/charts/retention-curve.js';

const format = { axis: String, label: (rate: number): string => `${rate * 100}%` };

test('the scale runs from zero to one, and further where rates exceed one', () => {
  const usual = layOutRetentionCurve(
    [
      { period: 0, rate: 1 },
      { period: 1, rate: 0.2 },
    ],
    860,
    format,
  );
  expect(usual.yTicks.at(0)).toEqual({ at: curveArea.bottom, label: '0' });
  expect(usual.yTicks.at(-1)).toEqual({ at: curveArea.top, label: '1' });
  const growing = layOutRetentionCurve(
    [
      { period: 0, rate: 1 },
      { period: 1, rate: 1.9 },
    ],
    860,
    format,
  );
  expect(growing.yTicks.at(-1)?.label).toBe('2');
});

test('a point without a rate is left out', () => {
  const { points } = layOutRetentionCurve(
    [
      { period: 0, rate: 1 },
      { period: 1, rate: null },
    ],
    860,
    format,
  );
  expect(points).toHaveLength(1);
});

test('a label stands under its point where the line falls into it', () => {
  const { points } = layOutRetentionCurve(
    [
      { period: 0, rate: 1 },
      { period: 1, rate: 0.2 },
      { period: 2, rate: 0.3 },
    ],
    860,
    format,
  );
  expect(points.map((point) => point.labelY > point.y)).toEqual([false, true, false]);
});

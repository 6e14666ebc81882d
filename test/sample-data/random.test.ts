import { expect, test } from 'vitest';
import { Random } from '../../sample-data/random.js';

test('the same seed and stream give the same numbers, another stream gives others', () => {
  const draw = (seed: string, stream: string): number[] => {
    const random = new Random(seed, stream);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(draw('s', 'clients')).toEqual(draw('s', 'clients'));
  expect(draw('s', 'clients')).not.toEqual(draw('s', 'lignes'));
  expect(draw('s', 'clients')).not.toEqual(draw('t', 'clients'));
});

test('means and spreads are those of the distributions', () => {
  const random = new Random('moments', 'test');
  const mean = (draw: () => number): number => {
    let total = 0;
    for (let i = 0; i < 50_000; i++) total += draw();
    return total / 50_000;
  };
  expect(mean(() => random.next())).toBeCloseTo(0.5, 2);
  expect(mean(() => random.poisson(1.5))).toBeCloseTo(1.5, 1);
  expect(mean(() => random.normal() ** 2)).toBeCloseTo(1, 1);
  // The mean of a log-normal number is exp(σ²/2).
  expect(mean(() => random.logNormal(0.65))).toBeCloseTo(1.235, 1);
  expect(mean(() => Number(random.chance(0.3)))).toBeCloseTo(0.3, 2);
});

test('weights decide how often an item is chosen, and a position chooses it directly', () => {
  const random = new Random('weights', 'test');
  const items = [
    { name: 'rare', weight: 1 },
    { name: 'usual', weight: 3 },
  ];
  const rare = Array.from({ length: 20_000 }, () => random.weighted(items)).filter(
    ({ name }) => name === 'rare',
  );
  expect(rare.length / 20_000).toBeCloseTo(0.25, 1);
  expect(random.weighted(items, 0.24).name).toBe('rare');
  expect(random.weighted(items, 0.25).name).toBe('usual');
});

test('a shuffle keeps every item once', () => {
  const shuffled = new Random('cards', 'test').shuffled([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(shuffled).not.toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(shuffled.toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

import { expect, test } from 'vitest';
import SmallBars from '../../src/charts/SmallBars.svelte';
import { renderView } from '../support/render.js';

const bars = [
  { count: 50, label: 'janvier : 50', isFar: false },
  { count: 100, label: 'février : 100', isFar: false },
  { count: 0, label: 'mars : 0', isFar: false },
  { count: 1, label: '<script> : 1', isFar: true },
];
const draw = (): string =>
  renderView(
    SmallBars,
    { title: 'Répartition', description: 'Par mois.', bars, width: 100, height: 41 },
    'fr',
  );

test('bars stand on one scale, one row among many still shows, and an empty bar has no height', () => {
  const heights = [...draw().matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) => Number(height));
  // 40 units for the highest: 50 of 100 is 20; 1 of 100 would be 0.4
  expect(heights).toEqual([20, 40, 0, 1.5]);
});

test('the picture says what it shows, each bar its number, and a far bar is paler', () => {
  const markup = draw();
  expect(markup).toContain('role="img" aria-label="Répartition. Par mois."');
  expect(markup).toContain('<title>janvier : 50</title>');
  expect(markup).toContain('<title>&lt;script> : 1</title>');
  const fills = [...markup.matchAll(/fill="([^"]+)"/g)].map(([, fill]) => fill);
  expect(fills.slice(0, 3)).toEqual([fills[0], fills[0], fills[0]]);
  expect(fills[3]).not.toBe(fills[0]);
});

import { expect, test } from 'vitest';
import { buildGraph } from '../../src/notebook/graph.js';
import { cell, sqlCell } from './fixtures.js';

test('a cell stands behind the cells it reads, otherwise in the notebook order', () => {
  const graph = buildGraph([sqlCell('c', 'from b'), sqlCell('b', 'from A, elsewhere'), cell('a'), cell('d')]);
  expect(graph.order).toEqual(['a', 'd', 'b', 'c']);
  expect(graph.reads.get('b')).toEqual(['a']);
  expect(graph.cycles.size).toBe(0);
});

test('cells in a circle are named with the way round; one that only reads from it is not in it', () => {
  const graph = buildGraph([
    sqlCell('a', 'from b'),
    sqlCell('b', 'from a'),
    sqlCell('out', 'from a'),
    cell('x'),
  ]);
  expect([...graph.cycles.keys()]).toEqual(['a', 'b']);
  expect(graph.cycles.get('a')).toMatchObject({
    code: 'cell/cycle',
    data: { names: 'a → b → a', name: 'b' },
  });
  expect(graph.order).toEqual(['x', 'a', 'b', 'out']);
});

test('a cell that reads itself is a circle of one', () => {
  const graph = buildGraph([sqlCell('a', 'select * from a')]);
  expect(graph.cycles.get('a')?.data).toEqual({ names: 'a → a' });
});

test('a column that is called like a cell makes no dependency', () => {
  const graph = buildGraph([
    sqlCell('segment', 'select segment, count(*) from rfm group by segment'),
    cell('rfm'),
  ]);
  expect(graph.reads.get('segment')).toEqual(['rfm']);
  expect(graph.cycles.size).toBe(0);
});

import { expect, test } from 'vitest';
import { buildGraph, type Graph } from '../../src/notebook/graph.js';
import type { Cell, NotebookFilter } from '../../src/notebook/document.js';
import { cell, notebookOf, sqlCell } from './fixtures.js';

function graphOf(cells: readonly Cell[], filter: Partial<NotebookFilter> = {}): Graph {
  return buildGraph({ ...notebookOf(cells), filter: { filters: [], segment: null, ...filter } });
}

test('a cell stands behind the cells it reads, otherwise in the notebook order', () => {
  const graph = graphOf([sqlCell('c', 'from b'), sqlCell('b', 'from A, elsewhere'), cell('a'), cell('d')]);
  expect(graph.order).toEqual(['a', 'd', 'b', 'c']);
  expect(graph.reads.get('b')).toEqual(['a']);
  expect(graph.cycles.size).toBe(0);
});

test('cells in a circle are named with the way round; one that only reads from it is not in it', () => {
  const graph = graphOf([
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
  const graph = graphOf([sqlCell('a', 'select * from a')]);
  expect(graph.cycles.get('a')?.data).toEqual({ names: 'a → a' });
});

test('a column that is called like a cell makes no dependency', () => {
  const graph = graphOf([
    sqlCell('segment', 'select segment, count(*) from rfm group by segment'),
    cell('rfm'),
  ]);
  expect(graph.reads.get('segment')).toEqual(['rfm']);
  expect(graph.cycles.size).toBe(0);
});

test('a cell reads its population and the terms of a segment', () => {
  const graph = graphOf([
    cell('pareto', { source: 'Good' }),
    cell('good', { kind: 'segment', params: { terms: [{ table: 'rfm' }], compare: ['other', 7] } }),
    cell('rfm'),
    cell('other', { kind: 'segment', params: { terms: 'nonsense' } }),
  ]);
  expect(graph.reads.get('pareto')).toEqual(['good']);
  expect(graph.reads.get('good')).toEqual(['rfm', 'other']);
  expect(graph.order).toEqual(['rfm', 'other', 'good', 'pareto']);
});

test("the notebook's segment limits every cell but those it is made from, and texts", () => {
  const graph = graphOf(
    [
      cell('rfm'),
      cell('good', { kind: 'segment', params: { terms: [{ table: 'rfm' }] } }),
      cell('pareto'),
      cell('text', { kind: 'text' }),
    ],
    { segment: 'good' },
  );
  expect(Object.fromEntries(graph.reads)).toEqual({ rfm: [], good: ['rfm'], pareto: ['good'], text: [] });
  expect(graph.cycles.size).toBe(0);
});

test('a population made from the cell itself is a circle', () => {
  const graph = graphOf([
    cell('rfm', { source: 'good' }),
    cell('good', { kind: 'segment', params: { terms: [{ table: 'rfm' }] } }),
  ]);
  expect(graph.cycles.get('rfm')?.code).toBe('cell/cycle');
});

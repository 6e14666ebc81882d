import { expect, test } from 'vitest';
import {
  drawingWidth,
  layOutWarehouse,
  type Box,
  type WarehouseLayout,
} from '../../src/app/data/warehouse-layout.js';
import type { MapTable, WarehouseMap } from '../../src/app/data/warehouse-map.js';

const table = (canonical: string | null, id: string = canonical ?? 'x'): MapTable => ({
  id,
  canonical,
  files: [`${id}.csv`],
  rows: 1,
  keys: [],
});
const star = (...names: readonly string[]): MapTable[] => names.map((name) => table(name));
const links = (...pairs: readonly [string, string][]): WarehouseMap['links'] =>
  pairs.map(([from, to]) => ({ from, to, report: null }));

const twelve: WarehouseMap = {
  tables: star(
    ...['order_lines', 'orders', 'customers', 'products', 'tickets', 'survey_answers', 'interactions'],
    ...['campaigns', 'campaign_contacts', 'costs', 'prospects', 'calendar'],
  ),
  links: links(
    ['order_lines', 'orders'],
    ['order_lines', 'products'],
    ['orders', 'customers'],
    ['tickets', 'customers'],
    ['tickets', 'products'],
    ['tickets', 'orders'],
    ['survey_answers', 'customers'],
    ['interactions', 'customers'],
    ['campaign_contacts', 'customers'],
    ['campaign_contacts', 'campaigns'],
    ['prospects', 'customers'],
  ),
};

const overlaps = (a: Box, b: Box): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
const labelBox = ({ label }: WarehouseLayout['links'][number]): Box => ({
  x: label.x - 35,
  y: label.y - 14,
  width: 70,
  height: 28,
});

test('twelve tables stand apart, inside the drawing, with every label clear of every box', () => {
  const { tables, links: placed, height } = layOutWarehouse(twelve);
  expect(tables).toHaveLength(12);
  expect(placed).toHaveLength(11);
  for (const box of tables) {
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(drawingWidth);
    expect(box.y + box.height).toBeLessThanOrEqual(height);
    expect(tables.filter((other) => overlaps(box, other))).toEqual([box]);
    expect(placed.filter((link) => overlaps(labelBox(link), box)).map(({ link }) => link)).toEqual([]);
  }
  const labels = placed.map(labelBox);
  for (const label of labels) expect(labels.filter((other) => overlaps(label, other))).toEqual([label]);
});

test('no line runs through a table that it does not join', () => {
  const { tables, links: placed } = layOutWarehouse(twelve);
  for (const { link, points } of placed) {
    for (const [index, end] of points.slice(1).entries()) {
      const start = points[index]!;
      for (let step = 1; step < 50; step += 1) {
        const at = (from: number, to: number): number => from + ((to - from) * step) / 50;
        const point = { x: at(start.x, end.x), y: at(start.y, end.y), width: 0, height: 0 };
        const hit = tables.filter((box) => overlaps(point, box)).map((box) => box.table.id);
        expect(hit.filter((id) => id !== link.from && id !== link.to)).toEqual([]);
      }
    }
  }
});

test('the lines of orders stand in the middle, what they lead to around them', () => {
  const { tables, height } = layOutWarehouse({
    tables: star('customers', 'products', 'orders', 'order_lines'),
    links: [],
  });
  const at = (id: string): [number, number] => {
    const box = tables.find(({ table: { id: name } }) => name === id)!;
    return [box.x + box.width / 2, box.y];
  };
  expect(at('order_lines')[0]).toBe(drawingWidth / 2);
  expect(at('orders')).toEqual([drawingWidth / 2, 0]);
  expect(at('customers')[0]).toBeLessThan(drawingWidth / 2);
  expect(at('products')[0]).toBeGreaterThan(drawingWidth / 2);
  // two rows of boxes of 92 and a gap of 68
  expect(height).toBe(252);
});

test('two tables of one kind and tables of no kind find free places', () => {
  const { tables } = layOutWarehouse({
    tables: [
      table('tickets', 'a'),
      table('tickets', 'b'),
      table(null, 'c'),
      ...star('order_lines', 'customers'),
    ],
    links: [],
  });
  expect(new Set(tables.map(({ x, y }) => `${x},${y}`)).size).toBe(5);
});

test('one table alone stands in the middle, and none makes no drawing', () => {
  const [only] = layOutWarehouse({ tables: star('customers'), links: [] }).tables;
  expect(only!.x + only!.width / 2).toBe(drawingWidth / 2);
  expect(layOutWarehouse({ tables: [], links: [] })).toEqual({ height: 0, tables: [], links: [] });
});

import { expect, test } from 'vitest';
import { renameInSql, tablesIn } from '../../src/notebook/sql-names.js';

test.each([
  ['select rfm from segments', ['segments']],
  [
    'select * from a, b as c join "Two Words" using (id) where x in (select id from d)',
    ['a', 'b', 'Two Words', 'd'],
  ],
  ['from a select b, c', ['a']],
  ['with best as (select * from rfm) select * from best', ['rfm']],
  ["select 'from x' -- from y\n/* from z */ from w", ['w']],
  ['select extract(year from order_date), trim(both from label) from orders', ['orders']],
  ['select a is not distinct from b from c', ['c']],
  ['select * from range(3) r, (a join b on a.id = b.id)', ['a', 'b']],
  ['select * from main.rfm', []],
  ['pivot rfm on segment using count(*)', ['rfm']],
  ['select * from a union all select * from b order by c, d', ['a', 'b']],
  ['from', []],
  ["select '", []],
])('%s reads %j', (text, tables) => {
  expect(tablesIn(text)).toEqual(tables);
});

test('a renamed table is renamed where it is read and where it qualifies a column, not where a column has its name', () => {
  const text = "select rfm, rfm.segment, t.rfm, 'rfm' from RFM join t using (id) -- rfm";
  expect(renameInSql(text, 'rfm', 'segments')).toBe(
    "select rfm, segments.segment, t.rfm, 'rfm' from segments join t using (id) -- rfm",
  );
});

test('an alias keeps its name', () => {
  expect(renameInSql('select rfm.x from rfm as rfm', 'rfm', 'a')).toBe('select rfm.x from a as rfm');
  expect(renameInSql('select r.x from rfm r', 'rfm', 'a')).toBe('select r.x from a r');
});

test('a text that does not read the table stays as it is', () => {
  const text = 'with rfm as (select 1) select rfm.x from rfm';
  expect(renameInSql(text, 'rfm', 'a')).toBe(text);
});

test('names that SQL would not take without quotes get them', () => {
  expect(renameInSql('from "rfm"', 'rfm', 'pivot')).toBe('from "pivot"');
  expect(renameInSql('from rfm', 'rfm', 'été')).toBe('from été');
});

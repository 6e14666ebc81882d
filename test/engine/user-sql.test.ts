import { afterAll, beforeAll, expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { sql } from '../../src/engine/sql.js';
import { identifiersOf, parseSelect } from '../../src/engine/user-sql.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
  await engine.run(sql`create table sales as
    select * from (values ('North', 'Web', 10), ('South', 'Web', 20)) as t(region, channel, amount)`);
});
afterAll(() => engine.close());

/** The place a text is refused for, or null when it is accepted. */
function refusedAt(text: string): string | null {
  try {
    parseSelect(text);
    return null;
  } catch (cause) {
    if (!(cause instanceof AppError)) throw cause;
    expect(cause.code).toBe('sql/not-one-select');
    return String(cause.data['detail']);
  }
}

test.each([
  ['select count(*) as n from sales', [[2]]],
  [
    'from sales order by amount',
    [
      ['North', 'Web', 10],
      ['South', 'Web', 20],
    ],
  ],
  ['values (1), (2)', [[1], [2]]],
  ['with a as (select 1 as x), b(y) as (select 2) select x + y as z from a, b', [[3]]],
  [
    'with recursive n(i) as (select 1 union all select i + 1 from n where i < 3) select max(i) as i from n',
    [[3]],
  ],
  ['(select 1 as x) union all (select 2) order by x', [[1], [2]]],
  ['pivot sales on region using sum(amount)', [['Web', 10, 20]]],
  [
    'unpivot (select 1 as a, 2 as b) on a, b into name n value v',
    [
      ['a', 1],
      ['b', 2],
    ],
  ],
  [
    "select ';' as a, '--' as b, 'it''s' as c, $$;)$$ as d, E'\\';' as e -- ; end",
    [[';', '--', "it's", ';)', "';"]],
  ],
  ['select /* a ; /* nested ) */ ; */ 2*/* c */3 as "a;"";("', [[6]]],
  ['select 1\u00a0as\u202fx;;  ; -- done', [[1]]],
])('%s is read alone and inside a limit', async (text, rows) => {
  const statement = parseSelect(text);
  expect((await engine.table(statement)).rows).toEqual(rows);
  expect((await engine.table(sql`select * from (\n${statement}\n) limit 10`)).rows).toEqual(rows);
});

test.each(['describe sales', 'summarize sales', 'show tables', 'show sales', 'describe select 1 as a'])(
  '%s can be wrapped in a limit too',
  async (text) => {
    const wrapped = await engine.table(sql`select * from (\n${parseSelect(text)}\n) limit 10`);
    expect(wrapped.rows.length).toBeGreaterThan(0);
    expect(wrapped.rows).toEqual((await engine.table(parseSelect(text))).rows);
  },
);

test.each([
  ['', ''],
  [' -- only a comment', ''],
  [';', ''],
  ['drop table sales', 'drop'],
  ['delete from sales', 'delete'],
  ["copy sales to 'x.csv'", 'copy'],
  ["attach 'x.db'", 'attach'],
  ['set memory_limit = 1', 'set'],
  ['explain analyze delete from sales', 'explain'],
  ['"select" 1', '"select"'],
  ['select 1; drop table sales', ';'],
  ['select 1); drop table sales; (select 2', ';'],
  ['select 1) as a, (select 2', ')'],
  ['select (1', '('],
  ["select 'open", "'open"],
  ['select "open', '"open'],
  ['select 1 /* open', '/* open'],
  ['select $a$ open $b$', '$a$ open $b$'],
  ['with a as (select 1) delete from sales', 'delete'],
  ['with a as (select 1), b(x) as (select 2) insert into sales select * from b', 'insert'],
  ['with a as materialized (select 1) update sales set amount = 0', 'update'],
  ['select 1\0', '\0'],
])('%s is refused', (text, place) => {
  expect(refusedAt(text)).toBe(place);
});

test.each([
  // The number ends before the dollar quote, so that the quote sign inside it hides nothing.
  "select 1$$'$$ ; drop table sales; --'",
  // A dollar behind a name belongs to the name.
  'select a$x$ ; drop table sales; --$x$',
  // An E string goes on in the next line with its own escapes.
  "select E'a'\n'\\''; drop table sales; --'",
  "select e'\\'' ; drop table sales; --'",
  // A carriage return ends a comment.
  "select 1 -- '\r; drop table sales --'",
  "select 'a\\' ; drop table sales; --'",
  'select 1 as \u2028$x$ ; drop table sales; --$x$'.replace('\u2028$', 'a\u2060a$'),
])('a second statement cannot hide: %j', async (text) => {
  expect(refusedAt(text)).not.toBeNull();
  expect((await engine.table(sql`select count(*) from sales`)).rows).toEqual([[2]]);
});

test('unusual spaces part words and never reach the engine as part of a name', () => {
  expect(parseSelect("select\u2003a\u2028,\ufeff'\u2003' -- \u2003").text).toBe("select a , '\u2003'");
});

test('a long text is read in a moment', () => {
  const long = `select ${"'it''s', ".repeat(50_000)}1`;
  const start = performance.now();
  expect(parseSelect(long).text).toBe(long);
  expect(performance.now() - start).toBeLessThan(2_000);
});

test('names are found outside strings and comments', () => {
  const text = `select "Mon ""nom""", r.x$1 from rfm_2 as r -- clusters
    where city = 'cohorts' /* pareto */ and note <> $t$ overview $t$ and é = 1`;
  expect(identifiersOf(text)).toEqual([
    'select',
    'Mon "nom"',
    'r',
    'x$1',
    'from',
    'rfm_2',
    'as',
    'where',
    'city',
    'and',
    'note',
    'é',
  ]);
});

test('names are found in text that is not one statement', () => {
  expect(identifiersOf("drop table rfm; 'open")).toEqual(['drop', 'table', 'rfm']);
});

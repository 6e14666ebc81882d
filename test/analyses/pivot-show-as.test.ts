import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import analysis from '../../src/analyses/pivot/index.js';
import { showAsModes, modesWithBase, modesWithItem, type ShowAs } from '../../src/analyses/pivot/params.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

let engine: NodeEngine;
beforeAll(async () => {
  engine = await NodeEngine.start();
});
afterAll(() => engine.close());

type Member = string | null;
type Path = readonly Member[];
type Number_ = number | null;
/** What plain code computes of lines; the same as the values of the pivot below. */
const measures: readonly ((lines: readonly SalesRow[]) => Number_)[] = [
  (lines) => lines.reduce((sum, line) => sum + line.amount, 0),
  (lines) => new Set(lines.flatMap((line) => line.customer_id ?? [])).size,
  (lines) => {
    const customers = new Set(lines.flatMap((line) => line.customer_id ?? [])).size;
    return customers === 0 ? null : lines.reduce((sum, line) => sum + line.amount, 0) / customers;
  },
];
const values = [
  { field: 'amount', agg: 'sum' },
  { field: 'customer_id', agg: 'distinct' },
  { formula: 'sum(amount) / distinct(customer_id)' },
] as const;
const fields = { rows: ['region', 'channel'], columns: ['category', 'city'] } as const;

/** Amounts are small whole numbers, so that ties and totals of zero are common. */
function table(seed: number): SalesRow[] {
  let state = seed;
  const random = (below: number): number => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const pick = (members: Path): Member => members[random(members.length)] ?? null;
  return Array.from({ length: 70 }, (_, index) => ({
    order_id: `o${index}`,
    order_date: null,
    customer_id: pick(['a', 'b', 'c', 'd', null]),
    amount: random(7) - 2,
    region: pick(['n', 's', '', null]),
    channel: pick(['web', 'shop', null]),
    category: pick(['x', 'y', '']),
    city: pick(['p', null]),
  }));
}

/** Members by name, no value last. */
const inOrder = (a: Member, b: Member): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;
const divided = (a: Number_, b: Number_): Number_ => (a === null || b === null || b === 0 ? null : a / b);
const isStart = (path: Path, of: Path): boolean => path.every((member, index) => member === of[index]);

interface Choice {
  readonly mode: ShowAs;
  readonly axis: 'rows' | 'columns';
  readonly place: number;
  readonly item: Member;
}

/** What a cell shows, from the lines alone. */
function shown(lines: readonly SalesRow[], row: Path, column: Path, of: number, choice: Choice): Number_ {
  const pathsOf = (line: SalesRow): { rows: Path; columns: Path } => ({
    rows: fields.rows.map((name) => (line[name] ?? null) as Member),
    columns: fields.columns.map((name) => (line[name] ?? null) as Member),
  });
  const select = (keep: (rows: Path, columns: Path) => boolean): SalesRow[] =>
    lines.filter((line) => keep(pathsOf(line).rows, pathsOf(line).columns));
  const computed = (found: readonly SalesRow[]): Number_ =>
    found.length === 0 ? null : (measures[of]?.(found) ?? null);
  const at = (r: Path, c: Path): Number_ =>
    computed(select((rows, columns) => isStart(r, rows) && isStart(c, columns)));
  const value = at(row, column);
  switch (choice.mode) {
    case 'total_share':
      return divided(value, at([], []));
    case 'column_share':
      return divided(value, at([], column));
    case 'row_share':
      return divided(value, at(row, []));
    case 'parent_row_share':
      return divided(value, at(row.slice(0, -1), column));
    case 'parent_column_share':
      return divided(value, at(row, column.slice(0, -1)));
    case 'index': {
      const [row_, column_, all] = [at(row, []), at([], column), at([], [])];
      if (value === null || row_ === null || column_ === null || all === null) return null;
      return divided(value * all, row_ * column_);
    }
    default:
      break;
  }
  const own = choice.axis === 'rows' ? row : column;
  const { place } = choice;
  if (own.length <= place) return null;
  const member = own[place] ?? null;
  const swapped = (other: Member): Number_ => {
    const path = own.map((kept, index) => (index === place ? other : kept));
    return choice.axis === 'rows' ? at(path, column) : at(row, path);
  };
  const siblings = [
    ...new Set(
      lines
        .map((line) => pathsOf(line)[choice.axis])
        .filter((path) => isStart(own.slice(0, place), path))
        .map((path) => path[place] ?? null),
    ),
  ].sort(inOrder);
  const upTo = (last: number): Number_ =>
    computed(
      select((rows, columns) => {
        const path = choice.axis === 'rows' ? rows : columns;
        const other = choice.axis === 'rows' ? isStart(column, columns) : isStart(row, rows);
        const rest = own.every((kept, index) => index === place || kept === path[index]);
        return other && rest && siblings.indexOf(path[place] ?? null) <= last;
      }),
    );
  const neighbour = (step: number): Number_ => {
    const index = siblings.indexOf(member) + step;
    return index < 0 || index >= siblings.length ? null : swapped(siblings[index] ?? null);
  };
  const item =
    choice.item === '(previous)'
      ? neighbour(-1)
      : choice.item === '(next)'
        ? neighbour(1)
        : swapped(choice.item);
  const rank = (isBefore: (other: number) => boolean): Number_ =>
    value === null
      ? null
      : 1 + new Set(siblings.map(swapped).filter((other) => other !== null && isBefore(other))).size;
  switch (choice.mode) {
    case 'parent_share': {
      const path = own.slice(0, place + 1);
      return divided(value, choice.axis === 'rows' ? at(path, column) : at(row, path));
    }
    case 'item_share':
      return divided(value, item);
    case 'difference':
      return value === null || item === null ? null : value - item;
    case 'difference_share':
      return value === null || item === null ? null : divided(value - item, Math.abs(item));
    case 'running_total':
      return upTo(siblings.indexOf(member));
    case 'running_share':
      return divided(upTo(siblings.indexOf(member)), upTo(siblings.length));
    case 'rank_ascending':
      return rank((other) => other < (value ?? 0));
    case 'rank_descending':
      return rank((other) => other > (value ?? 0));
    default:
      throw new Error(choice.mode);
  }
}

const choices = showAsModes.flatMap((mode): Choice[] => {
  if (!modesWithBase.has(mode)) return [{ mode, axis: 'rows', place: 0, item: '(previous)' }];
  const bases = [
    { mode, axis: 'rows', place: 0 },
    { mode, axis: 'rows', place: 1 },
    { mode, axis: 'columns', place: 0 },
    { mode, axis: 'columns', place: 1 },
  ] as const;
  return bases.flatMap((base) =>
    modesWithItem.has(mode)
      ? [
          '(previous)',
          '(next)',
          base.axis === 'rows' ? ['n', 'web'][base.place] : ['x', 'p'][base.place],
          null,
        ].map((item) => ({ ...base, item: item ?? null }))
      : [{ ...base, item: '(previous)' }],
  );
});

test.each(showAsModes)(
  '%s: every cell and total of random tables equals plain code',
  async (mode) => {
    let compared = 0;
    for (const [round, choice] of choices.filter((one) => one.mode === mode).entries()) {
      const lines = table(17 + round);
      const warehouse = await makeWarehouse(engine, lines);
      const params = v.parse(analysis.params, {
        ...{ rows: [...fields.rows], columns: [...fields.columns] },
        values: values.map((value) => ({
          ...value,
          showAs: mode,
          baseField: fields[choice.axis][choice.place],
          baseItem: choice.item,
        })),
      });
      const context = { dialect: engine.dialect, warehouse };
      const { cells } = await analysis.run(engine, params, context, new AbortController().signal);
      expect(cells.rows.length).toBeGreaterThan(50);
      for (const cell of cells.rows) {
        const [rowDepth, columnDepth] = cell.slice(-2).map(Number);
        const row = cell.slice(0, rowDepth) as Member[];
        const column = cell.slice(2, 2 + (columnDepth ?? 0)) as Member[];
        for (const of of measures.keys()) {
          const found = cell[5 + of] as Number_;
          const expected = shown(lines, row, column, of, choice);
          const where = JSON.stringify({ choice, row, column, of, found, expected });
          if (expected === null) expect(found, where).toBeNull();
          else expect(Math.abs(Number(found ?? Number.NaN) - expected), where).toBeLessThan(1e-9);
          compared += 1;
        }
      }
    }
    expect(compared).toBeGreaterThan(150);
  },
  60_000,
);

test('a base field that is neither in the rows nor the columns is a setting to mend', async () => {
  const warehouse = await makeWarehouse(engine, table(3));
  const params = v.parse(analysis.params, {
    rows: ['region'],
    values: [{ field: 'amount', agg: 'sum', showAs: 'difference', baseField: 'city' }],
  });
  const context = { dialect: engine.dialect, warehouse };
  await expect(analysis.run(engine, params, context, new AbortController().signal)).rejects.toMatchObject({
    code: 'params/invalid',
    data: { name: 'values.baseField', value: 'city' },
  });
});

test('running totals follow the order of the screen, and without fields there is nothing to follow', async () => {
  const line = (order: string, region: string, amount: number): SalesRow => ({
    ...{ order_id: order, order_date: null, customer_id: 'a', region, amount },
  });
  const warehouse = await makeWarehouse(engine, [line('1', 'a', 1), line('2', 'b', 5), line('3', 'c', 3)]);
  const run = (given: v.InferInput<typeof analysis.params>) =>
    analysis.run(
      engine,
      v.parse(analysis.params, given),
      { dialect: engine.dialect, warehouse },
      new AbortController().signal,
    );
  const sums = [{ field: 'amount', agg: 'sum', showAs: 'running_total' } as const];
  const sorted = await run({
    rows: ['region'],
    values: [...sums, { field: 'customer_id', agg: 'distinct', showAs: 'running_total' }],
    sort: { by: 'sum_amount', direction: 'desc' },
  });
  expect(sorted.cells.rows.map((row) => [row[0], row[2], row[3]])).toEqual([
    [null, null, null],
    ['b', 5, 1],
    ['c', 8, 1],
    ['a', 9, 1],
  ]);
  expect((await run({ values: sums })).cells.rows).toEqual([['grand_total', null, 0, 0]]);
});

import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import analysis from '../../src/analyses/pivot/index.js';
import { parseFormula } from '../../src/analyses/pivot/formula.js';
import { AppError } from '../../src/core/errors.js';
import type { Value } from '../../src/core/tables.js';
import type { Warehouse } from '../../src/core/warehouse.js';
import { NodeEngine } from '../../src/engine/node-engine.js';
import { errorMessage } from '../../src/i18n/errors.js';
import { makeWarehouse, type SalesRow } from '../support/warehouse.js';

type Given = v.InferInput<typeof analysis.params>;
let engine: NodeEngine;
let warehouse: Warehouse;
const line = (order: string, region: string | null, amount: number, cost: number, quantity: number) =>
  ({
    order_id: order,
    order_date: null,
    customer_id: order,
    region,
    amount,
    cost,
    quantity,
  }) satisfies SalesRow;
beforeAll(async () => {
  engine = await NodeEngine.start();
  warehouse = await makeWarehouse(engine, [
    line('o1', 'Nord', 100, 40, 2),
    line('o1', 'Nord', 20, 20, 1),
    line('o2', 'Nord', 30, 15, 3),
    line('o2', 'Sud', 50, 50, 5),
    line('o3', null, 0, 10, 0),
  ]);
});
afterAll(() => engine.close());

const run = (given: Given) =>
  analysis.run(
    engine,
    v.parse(analysis.params, given),
    { dialect: engine.dialect, warehouse },
    new AbortController().signal,
  );
/** The rows of the pivot by region, without depths: grand total, Nord, Sud, none. */
async function byRegion(values: Given['values']): Promise<Value[][]> {
  const { cells } = await run({ rows: ['region'], ...(values && { values }) });
  return cells.rows.map((row) => row.slice(2, -2));
}

describe('a calculated measure', () => {
  test('is computed anew at every level from the totals of its parts', async () => {
    const found = await byRegion([
      { field: 'amount', agg: 'sum', name: 'amount' },
      { field: 'order_id', agg: 'distinct', name: 'orders' },
      { formula: 'amount / orders', name: 'basket' },
      { formula: 'basket * orders - Amount', name: 'nothing' },
    ]);
    expect(found).toEqual([
      // o2 is in both regions: 3 orders in all, though the rows hold 2 + 1 + 1.
      [200, 3, 200 / 3, 0],
      [150, 2, 75, 0],
      [50, 1, 50, 0],
      [0, 1, 0, 0],
    ]);
  });

  test('takes aggregates of fields, in the words of either language', async () => {
    const found = await byRegion([
      { formula: '(sum(amount) - somme(Coût)) ÷ sum("amount")', name: 'rate' },
      { formula: 'distinct([Commande]) × 1,5 − -0.5' },
      { formula: 'quantité' },
      { formula: 'p25(amount) + p75(amount)' },
    ]);
    expect(found).toEqual([
      // Amounts 0, 20, 30, 50, 100 in all; 20, 30, 100 in the North: quartiles of type 7.
      [65 / 200, 5, 11, 20 + 50],
      [75 / 150, 3.5, 6, 25 + 65],
      [0, 2, 5, 100],
      // Nothing is divided by zero.
      [null, 2, 0, 0],
    ]);
  });

  test('gives money, a share or a number as its parts say', async () => {
    const { cells } = await run({
      values: [
        'amount / distinct(order_id)',
        'cost / amount',
        '100 * cost / amount',
        'quantity / count(amount)',
      ].map((formula) => ({ formula })),
    });
    expect(cells.columns.slice(1, 5)).toEqual([
      { name: 'formula', type: 'number', unit: 'money' },
      { name: 'formula_2', type: 'number', unit: 'share' },
      { name: 'formula_3', type: 'number' },
      { name: 'formula_4', type: 'number' },
    ]);
  });

  test('can come before what it uses, and be shown as a share of the same calculation over all', async () => {
    const found = await byRegion([
      { formula: 'b / 2', name: 'a', showAs: 'total_share' },
      { formula: 'amount / orders', name: 'b' },
      { field: 'amount', agg: 'sum', name: 'amount' },
      { field: 'order_id', agg: 'distinct', name: 'orders' },
    ]);
    expect(found[1]?.[0]).toBeCloseTo(75 / (200 / 3), 12);
  });

  test('what is larger than a number can hold has no value', async () => {
    const big = '9'.repeat(300);
    expect((await byRegion([{ formula: `amount * ${big} * ${big}` }]))[0]).toEqual([null]);
  });
});

test('a ratio divides sums, not the mean of ratios', async () => {
  expect(await byRegion([{ field: 'amount', agg: 'ratio', per: 'quantity' }])).toEqual([
    [200 / 11],
    [25],
    [10],
    [null],
  ]);
  await expect(byRegion([{ field: 'amount', agg: 'ratio' }])).rejects.toMatchObject({
    code: 'params/invalid',
  });
});

test('deciles and quartiles are of type 7', async () => {
  const aggs = ['p10', 'p25', 'p75', 'p90'] as const;
  const [total] = await byRegion(aggs.map((agg) => ({ field: 'amount', agg })));
  expect(total).toEqual([8, 20, 50, 80]);
});

describe('mistakes are said with what and where, in both languages', () => {
  test.each([
    ['', 'empty', undefined],
    ['1 +', 'unfinished', 4],
    ['(1 + 2', 'bracket', 7],
    ['1 + 2)', 'bracket', 6],
    ['1 2', 'sign', 3],
    ['a ; b', 'sign', 3],
    ['* 2', 'sign', 1],
    ['total(amount)', 'function', 1],
    ['constructor(amount)', 'function', 1],
    ['1 + sum()', 'argument', 5],
    ['amont * 2', 'unknown', 1],
    ['sum(nowhere)', 'unknown', 5],
    ['region + 1', 'text', 1],
    ['sum(region)', 'text', 5],
    ['max(order_date)', 'text', 5],
    ['formula + 1', 'cycle', undefined],
    [`${'('.repeat(40)}1`, 'deep', 32],
  ])('%j', async (formula, what, character) => {
    const error: unknown = await byRegion([{ formula }]).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(AppError);
    if (!(error instanceof AppError)) return;
    expect(error).toMatchObject({ code: 'formula/invalid', data: { what } });
    expect(error.data['character']).toBe(character);
    for (const locale of ['fr', 'en'] as const) {
      const said = errorMessage(locale, error);
      expect(said).not.toMatch(/[{}]|undefined/);
      if (character !== undefined)
        expect(said).toContain(locale === 'fr' ? `caractère ${character}` : `character ${character}`);
    }
  });

  test('a circle of measures is named', async () => {
    const circle = byRegion([
      { formula: 'b + 1', name: 'a' },
      { formula: 'c * 2', name: 'b' },
      { formula: 'a', name: 'c' },
    ]);
    await expect(circle).rejects.toMatchObject({ data: { what: 'cycle', near: 'a → b → c → a' } });
  });

  test('a slip of the hand is put right', async () => {
    const error: unknown = await byRegion([{ formula: 'amuont / 2' }]).catch((cause: unknown) => cause);
    expect(errorMessage('en', error as AppError)).toBe(
      'The formula of “formula” cannot be computed (character 1): “amuont” is neither a value of this table nor a field of the data. Did you mean “amount”?',
    );
  });
});

test('random formulas are worth what the language itself makes of them', () => {
  let state = 11;
  const random = (below: number): number => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const write = (depth: number): string => {
    if (depth === 0 || random(4) === 0) return String(1 + random(9));
    const inner = `${write(depth - 1)} ${'+-*/'[random(4)] ?? '+'} ${write(depth - 1)}`;
    return random(2) === 0 ? `(${inner})` : random(5) === 0 ? `- ${inner}` : inner;
  };
  const worth = (node: ReturnType<typeof parseFormula>): number => {
    if (node.is === 'number') return node.value;
    if (node.is === 'negative') return -worth(node.of);
    if (node.is !== 'operation') throw new Error(node.is);
    const [left, right] = [worth(node.left), worth(node.right)];
    return { '+': left + right, '-': left - right, '*': left * right, '/': left / right }[node.operator];
  };
  for (let round = 0; round < 300; round += 1) {
    const text = write(4);
    const expected: unknown = new Function(`return ${text}`)();
    expect(worth(parseFormula(text, 'f')), text).toBe(expected);
  }
});

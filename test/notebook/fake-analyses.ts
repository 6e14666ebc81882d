import * as v from 'valibot';
import { AppError } from '../../src/core/errors.js';
import type { NamedTable } from '../../src/core/tables.js';
import type { CanonicalColumn } from '../../src/core/warehouse.js';
import { sql, type Sql } from '../../src/engine/sql.js';
import { parseSelect } from '../../src/engine/user-sql.js';
import { defineAnalysis, type Analysis } from '../../src/analyses/analysis.js';
import type { AnyAnalysis, LoadAnalysis } from '../../src/notebook/plan.js';

const common = {
  step: 'identify',
  texts: { fr: { title: '', summary: '' }, en: { title: '', summary: '' } },
  concept: { fr: '', en: '' },
  tables: (result: unknown): NamedTable[] => [
    { name: 'result', columns: [{ name: 'n', type: 'number' }], rows: [[Number(result)]] },
  ],
  View: (() => ({})) as unknown as Analysis['View'],
} as const;

/** Runs the statement, and first waits where a test holds it back. */
async function ask(
  engine: Parameters<AnyAnalysis['run']>[0],
  statement: Sql,
  signal: AbortSignal,
): Promise<number> {
  await gate.open;
  const [row] = await engine.query<{ n: number }>(sql`select count(*) as n from (${statement})`, signal);
  return row?.n ?? 0;
}

/** Holds every run back until it is opened, so that a test can look at a running cell. */
export const gate = {
  open: Promise.resolve(),
  /** Closes the gate and answers with what opens it. */
  close(): () => void {
    let release = (): void => undefined;
    gate.open = new Promise((resolve) => (release = resolve));
    return release;
  },
};

/** Orders above an amount; its own table holds them. */
const big = defineAnalysis({
  ...common,
  needs: ['amount'] as readonly CanonicalColumn[],
  params: v.object({ above: v.optional(v.pipe(v.number(), v.minValue(0)), 0) }),
  sql: ({ above }) => ({ table: sql`select * from sales where amount > ${above}` }),
  run: (engine, { above }, _context, signal) =>
    ask(engine, sql`select * from sales where amount > ${above}`, signal),
});

/** The number of rows of any statement; its own table is the statement. */
const select = defineAnalysis({
  ...common,
  needs: [],
  params: v.object({ sql: v.string() }),
  sql: (params) => ({ table: parseSelect(params.sql) }),
  run: (engine, params, _context, signal) => ask(engine, parseSelect(params.sql), signal),
});

/** Fails in its own words, without an own table. */
const failing = defineAnalysis({
  ...common,
  needs: [],
  params: v.object({ rows: v.optional(v.number(), 3) }),
  sql: () => ({}),
  run: (_engine, { rows }) => Promise.reject(new AppError('analysis/no-rows', { rows })),
});

const kinds: Readonly<Record<string, unknown>> = { big, sql: select, failing };

/** Stands in for the registry. */
export const loadFake: LoadAnalysis = async (kind) => {
  const analysis = kinds[kind];
  if (!analysis) throw new AppError('cell/unknown-kind', { kind });
  return analysis as AnyAnalysis;
};

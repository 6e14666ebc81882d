import type { Engine } from '../../engine/engine.js';
import { ident, list, sql, type Sql } from '../../engine/sql.js';
import { PartReader } from './part-reader.js';
import { isUndone, partsOf, type Part } from './parts.js';
import { orderKey, relation } from './relation.js';
import { dimensionColumns, type SalesColumn } from './sales-columns.js';
import type { LinePart, SalesPlan } from './sales-plan.js';
import type { Repair, Source } from '../source.js';
import { spellingsText } from './spellings.js';

/**
 * What making the warehouse puts right in each file, by the file's id: continuation rows filled in, order totals counted
 * once, returns marked, spellings brought together. The files' own tables stay as they are. None of these is here that
 * the person undid (`source.choices.undone`).
 */
export async function warehouseRepairs(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  plan: SalesPlan | null,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, readonly Repair[]>> {
  const repairs = new Map<string, Repair[]>(sources.map(({ id }) => [id, []]));
  const add = (part: Part, perFile: readonly Repair[]): void =>
    part.sources.forEach(({ id }, index) => {
      const repair = perFile[index];
      if (repair && repair.count > 0) repairs.get(id)?.push(repair);
    });
  for (const part of plan?.lines ?? []) {
    if (!plan) break;
    add(part, await orderRepairs(engine, plan, part, 'continuation-rows-filled', signal));
    add(part, await orderRepairs(engine, plan, part, 'header-totals-counted-once', signal));
    add(part, await returnRepairs(engine, plan, part, signal));
  }
  for (const { part, columns } of await spelledParts(engine, schema, sources, plan, signal)) {
    add(part, await spellingRepairs(engine, schema, part, columns, signal));
  }
  return repairs;
}

/** Rows that were filled in, or orders of several rows whose total was counted once. */
async function orderRepairs(
  engine: Engine,
  { schema }: SalesPlan,
  part: LinePart,
  code: 'continuation-rows-filled' | 'header-totals-counted-once',
  signal?: AbortSignal,
): Promise<Repair[]> {
  const { order_id: order, amount } = part.columns;
  const { totals, filled } = part.reading.orderRows;
  const isFilling = code === 'continuation-rows-filled';
  const columns = isFilling ? filled : totals !== 'none' && amount ? [amount] : [];
  if (!order || columns.length === 0) return [];
  const count = isFilling ? sql`sum("rows" - 1)` : sql`count(*)`;
  const found = await engine.query<{ file: number; count: number }>(
    sql`select " file" as "file", ${count} as "count" from (
        select min(" file") as " file", count(*) as "rows" from ${relation(schema, part)}
        where ${ident(order)} is not null
        group by ${orderKey(order)} having count(*) > 1 and ${isFilling ? someBlank(columns) : sql`count(${ident(columns[0] ?? '')}) > 0`})
      group by 1`,
    signal,
  );
  return perFile(part, code, found, () => columns.join(', '));
}

/** An order of which some row has none of what its first row has. */
function someBlank(columns: readonly string[]): Sql {
  const blank = columns.map((column) => sql`count(${ident(column)}) between 1 and count(*) - 1`);
  return blank.reduce((all, one) => sql`(${all} or ${one})`);
}

/** Returned, cancelled and partly refunded lines; the detail says how they are told apart from the others. */
async function returnRepairs(
  engine: Engine,
  plan: SalesPlan,
  part: LinePart,
  signal?: AbortSignal,
): Promise<Repair[]> {
  const { returns, refunds } = part.reading;
  if (returns.isUndone) return [];
  const read = new PartReader(plan, part);
  const found = await engine.query<{ file: number; count: number; credits: number; refunds: number }>(
    sql`select " file" as "file", count_if(is_return or is_cancelled or is_refunded) as "count",
        count_if(is_credit) as "credits", count_if(is_refunded) as "refunds"
      from (select l." file", ${read.isReturn()} as is_return, ${read.isCancelled()} as is_cancelled,
        ${read.hasCreditNumber()} as is_credit, ${read.isRefunded()} as is_refunded from ${read.from()})
      group by 1`,
    signal,
  );
  const words = [...returns.creditWords, ...returns.refundWords, ...returns.cancelWords];
  const columns = refunds?.column
    ? [refunds.column]
    : refunds?.orders.flatMap(({ columns: of }) => of.refund ?? []);
  return perFile(part, 'returns-marked', found, (row) =>
    [...(row.credits > 0 ? ['C…, AV…'] : []), ...words, ...(row.refunds > 0 ? (columns ?? []) : [])].join(
      ', ',
    ),
  );
}

/** The files whose dimensions are spelled in one way: those joined to sales, else customers and products alone. */
async function spelledParts(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  plan: SalesPlan | null,
  signal?: AbortSignal,
): Promise<{ part: Part; columns: readonly SalesColumn[] }[]> {
  if (plan) {
    const joined = [...plan.lines, ...plan.orders, ...plan.customers, ...plan.products];
    return joined.map((part) => ({ part, columns: plan.columns }));
  }
  const found: { part: Part; columns: readonly SalesColumn[] }[] = [];
  for (const kind of ['customers', 'products'] as const) {
    const parts = partsOf(sources).filter((each) => each.kind === kind);
    const columns = await dimensionColumns(engine, schema, parts, signal);
    found.push(...parts.map((part) => ({ part, columns })));
  }
  return found;
}

async function spellingRepairs(
  engine: Engine,
  schema: string,
  part: Part,
  columns: readonly SalesColumn[],
  signal?: AbortSignal,
): Promise<Repair[]> {
  const own = columns.flatMap(({ from, spellings }) => {
    const column = from.find((place) => place.part === part)?.column;
    return column && spellings.length > 0 ? [{ column, spellings }] : [];
  });
  if (own.length === 0 || isUndone(part, 'regions-merged')) return [];
  const changed = own.map(
    ({ column, spellings }) =>
      sql`count_if(${ident(column)} in (${list(spellings.flatMap(({ from }) => from))}))`,
  );
  const found = await engine.query<{ file: number; count: number }>(
    sql`select " file" as "file", ${changed.reduce((all, one) => sql`${all} + ${one}`)} as "count"
      from ${relation(schema, part)} group by 1`,
    signal,
  );
  const detail = own.map(({ spellings }) => spellingsText(spellings)).join(' ; ');
  return perFile(part, 'regions-merged', found, () => detail);
}

/** One repair per file of the part, in the order of its files. */
function perFile<Row extends { readonly file: number; readonly count: number }>(
  part: Part,
  code: Repair['code'],
  rows: readonly Row[],
  detail: (row: Row) => string,
): Repair[] {
  return part.sources.map((_, index) => {
    const row = rows.find(({ file }) => file === index);
    return { code, detail: row ? detail(row) : '', count: row?.count ?? 0 };
  });
}

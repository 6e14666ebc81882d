import type { CanonicalTable, Warehouse } from '../../core/warehouse.js';
import type { Engine } from '../../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import {
  fields,
  informationKinds,
  type InformationField,
  type FieldName,
  type InformationKind,
} from './completeness-fields.js';
import { ofCustomers } from './customer-counts.js';
import { customerColumn, partsOf, type Part } from '../warehouse/parts.js';
import type { Source } from '../source.js';

export type Grade = 'A' | 'B' | 'C' | 'D' | 'E';

/** Smallest share of usable values for each grade; below the last it is E. */
export const gradeFloors = { A: 0.95, B: 0.8, C: 0.6, D: 0.3 } as const;

/** Where a field was found, and how many of its customers, orders or lines have it. */
export interface Filling {
  readonly table: string;
  /** Null where it is worked out from several columns. */
  readonly column: string | null;
  readonly total: number;
  readonly filled: number;
  /** Values whose form could be checked, and those that have it; null where the form is free. */
  readonly format: { readonly checked: number; readonly valid: number } | null;
}

/** How complete one piece of information is. */
export interface FieldCompleteness extends InformationField {
  /** Null when no file has it. */
  readonly filling: Filling | null;
  /** Null for what is expected of companies only and is not there. */
  readonly grade: Grade | null;
}

/** How complete the four kinds of information on customers are, with the statements that counted it. */
export interface Completeness {
  readonly kinds: readonly {
    readonly kind: InformationKind;
    /** Mean share of usable values over the fields that have a grade, and its grade. */
    readonly share: number;
    readonly grade: Grade;
    readonly fields: readonly FieldCompleteness[];
  }[];
  readonly sql: Readonly<Record<string, string>>;
}

/** Counts how complete the information on customers is, in the files and in the warehouse made of them. */
export async function completenessOf(
  engine: Engine,
  sources: readonly Source[],
  warehouse: Warehouse,
  signal?: AbortSignal,
): Promise<Completeness> {
  const statements: Record<string, string> = {};
  const ask = async (name: string, statement: Sql): Promise<Counts> => {
    statements[name] = statement.text;
    const [row = {}] = await engine.query<Counts>(statement, signal);
    return row;
  };
  const parts = partsOf(sources);
  const found = new Map<FieldName, Filling>();
  await ofCustomers(parts, warehouse.rows.customer_merge !== undefined, found, ask);
  await ofHistory(parts, warehouse, found, ask);
  await ofBehaviour(warehouse, found, ask);
  const all = fields.map((field): FieldCompleteness => {
    const filling = found.get(field.name) ?? null;
    const grade = filling || !field.isOptional ? gradeOf(usableShare(filling)) : null;
    return { ...field, filling, grade };
  });
  const kinds = informationKinds.map((kind) => {
    const own = all.filter((one) => one.kind === kind);
    const graded = own.filter(({ grade }) => grade !== null);
    const share =
      graded.reduce((sum, { filling }) => sum + usableShare(filling), 0) / Math.max(1, graded.length);
    return { kind, share, grade: gradeOf(share), fields: own };
  });
  return { kinds, sql: statements };
}

/** Share of the customers, orders or lines that have a value in its right form, 0–1; 0 where there is no such field. */
export function usableShare(filling: Filling | null): number {
  if (!filling || filling.total === 0) return 0;
  const wrong = filling.format ? filling.format.checked - filling.format.valid : 0;
  return (filling.filled - wrong) / filling.total;
}

/** The grade of a share of usable values. */
export function gradeOf(share: number): Grade {
  const grades = ['A', 'B', 'C', 'D'] as const;
  return grades.find((grade) => share >= gradeFloors[grade]) ?? 'E';
}

type Counts = Record<string, number>;
/** Asks one row of counts, and keeps the statement under a name. */
export type Ask = (name: string, statement: Sql) => Promise<Counts>;

/** What is known of orders, and who was in contact with the company otherwise. */
async function ofHistory(
  parts: readonly Part[],
  warehouse: Warehouse,
  found: Map<FieldName, Filling>,
  ask: Ask,
): Promise<void> {
  const has = (name: string): boolean => warehouse.fields.some(({ canonical }) => canonical === name);
  const count = async (table: 'orders' | 'sales', columns: readonly [FieldName, string][]): Promise<void> => {
    const present = columns.filter(([, column]) => has(column));
    if (warehouse.rows[table] === undefined || present.length === 0) return;
    const filled = present.map(([name, column]) => sql`count(${ident(column)}) as ${ident(name)}`);
    const counts = await ask(table, sql`select count(*) as "total", ${list(filled)} from ${ident(table)}`);
    for (const [name, column] of present) {
      const total = counts['total'] ?? 0;
      found.set(name, { table, column, total, filled: counts[name] ?? 0, format: null });
    }
  };
  await count('orders', [
    ['order_customer', 'customer_id'],
    ['order_date', 'order_date'],
    ['payment_method', 'payment_method'],
  ]);
  await count('sales', [
    ['amount', 'amount'],
    ['quantity', 'quantity'],
  ]);
  const tables = contactKinds.filter((kind) => warehouse.rows[kind] !== undefined);
  const contacts = parts.filter(
    (part) => tables.some((kind) => kind === part.kind) && customerColumn(part) !== undefined,
  );
  const [part] = contacts;
  const [source] = part?.sources ?? [];
  if (!part || !source || warehouse.rows.customers === undefined) return;
  const keys = tables
    .filter((kind) => contacts.some((contact) => contact.kind === kind))
    .map((table) => sql`select customer_id from ${ident(table)}`);
  const { total = 0, filled = 0 } = await ask(
    'contacts',
    sql`select count(*) as "total", count_if(customer_id in (${join(keys, '\nunion all\n')})) as "filled" from customers`,
  );
  found.set('contacts', {
    table: source.table,
    column: customerColumn(part) ?? null,
    total,
    filled,
    format: null,
  });
}

/** Tables whose rows are a contact with a customer. */
const contactKinds = [
  'interactions',
  'tickets',
  'survey_answers',
  'campaign_contacts',
] as const satisfies readonly CanonicalTable[];

/** What the orders tell of how a customer buys: for how many customers it can be worked out. */
async function ofBehaviour(warehouse: Warehouse, found: Map<FieldName, Filling>, ask: Ask): Promise<void> {
  if (warehouse.rows.customers === undefined || warehouse.rows.sales === undefined) return;
  const first = (...names: readonly string[]): string | undefined =>
    names.find((name) => warehouse.fields.some(({ canonical }) => canonical === name));
  const mix = first('category', 'product');
  const place = first('channel', 'region', 'city', 'country');
  const buyers = (column: string): Sql =>
    sql`(select count(distinct customer_id) from sales where ${ident(column)} is not null)`;
  const counts = await ask(
    'behaviour',
    sql`select
        count(*) as "total",
        -- an interval needs two orders
        count_if(orders >= 2) as "frequency",
        count_if(orders >= 1) as "basket",
        ${mix ? buyers(mix) : sql`0`} as "mix",
        ${place ? buyers(place) : sql`0`} as "place"
      from customers`,
  );
  const set = (name: FieldName, table: string, column: string | null): void => {
    const { total = 0, [name]: filled = 0 } = counts;
    found.set(name, { table, column, total, filled, format: null });
  };
  if (first('order_date')) set('frequency', 'orders', 'order_date');
  if (first('amount')) set('basket', 'orders', 'amount');
  if (mix) set('mix', 'sales', mix);
  if (place) set('place', 'sales', place);
}

import type { CanonicalColumn } from '../../core/warehouse.js';
import type { ColumnType } from '../../core/tables.js';
import { uniqueName } from '../../core/ids.js';
import type { Engine } from '../../engine/engine.js';
import { ident, list, sql } from '../../engine/sql.js';
import type { Part } from './parts.js';
import { relation } from './relation.js';
import type { Role } from '../roles/roles.js';
import { findSpellings, type Spelling } from './spellings.js';

/** A column of `sales` that a role gives, or that a file has of its own. */
export interface SalesColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly canonical?: CanonicalColumn;
  /** The files that have it, best first: the line's own value, then its order's, customer's, product's. */
  readonly from: readonly { readonly part: Part; readonly column: string }[];
  /** Spellings that are brought together, in every file where the person did not undo it. */
  readonly spellings: readonly Spelling[];
}

/** The columns that a role or a file of its own gives to `sales`: dimensions first. */
export async function salesColumns(
  engine: Engine,
  schema: string,
  parts: readonly Part[],
  signal?: AbortSignal,
): Promise<SalesColumn[]> {
  const mapped = mappedColumns(parts);
  const spelt = await withSpellings(engine, schema, mapped, signal);
  return [...spelt, ...(await ownColumns(engine, schema, parts, signal))];
}

/** The same of one file that is not joined to any sale. */
export async function dimensionColumns(
  engine: Engine,
  schema: string,
  part: Part,
  signal?: AbortSignal,
): Promise<SalesColumn[]> {
  return withSpellings(engine, schema, mappedColumns([part]), signal);
}

/** The spellings that are brought together in one dimension. */
export function dimensionSpellings(
  columns: readonly SalesColumn[],
  canonical: CanonicalColumn,
): readonly Spelling[] {
  return columns.find((column) => column.canonical === canonical)?.spellings ?? [];
}

async function withSpellings(
  engine: Engine,
  schema: string,
  columns: readonly SalesColumn[],
  signal?: AbortSignal,
): Promise<SalesColumn[]> {
  const places = columns.flatMap(({ canonical, from }) =>
    canonical ? from.map((place) => ({ canonical, ...place })) : [],
  );
  const spellings = await findSpellings(engine, schema, places, signal);
  return columns.map((column) => {
    const found = column.canonical ? spellings.get(column.canonical) : undefined;
    return found ? { ...column, spellings: found } : column;
  });
}

/** Canonical dimensions and the role that gives each. */
const dimensions: readonly (readonly [CanonicalColumn, Role])[] = [
  ['category', 'category'],
  ['channel', 'channel'],
  ['region', 'region'],
  ['city', 'city'],
  ['country', 'country'],
  ['customer_name', 'customer_name'],
  ['customer_type', 'customer_type'],
  ['acquisition_source', 'acquisition_source'],
  ['signup_date', 'signup_date'],
  ['salesperson', 'salesperson'],
  ['campaign', 'campaign'],
  ['payment_method', 'payment_method'],
  ['status', 'status'],
  ['loyalty_card', 'loyalty_card'],
];

/** Every name that `sales` gives a meaning of its own. */
const reserved = [
  'order_id',
  'customer_id',
  'order_date',
  'amount',
  'quantity',
  'is_return',
  'is_cancelled',
  'unit_price',
  'cost',
  'product_id',
  'product',
  ...dimensions.map(([name]) => name),
];

function mappedColumns(parts: readonly Part[]): SalesColumn[] {
  return dimensions.flatMap(([canonical, role]) => {
    const from = parts.flatMap((part) => (part.columns[role] ? [{ part, column: part.columns[role] }] : []));
    if (from.length === 0) return [];
    return [
      {
        name: canonical,
        canonical,
        type: canonical === 'signup_date' ? 'date' : 'text',
        from,
        spellings: [],
      },
    ];
  });
}

/** Roles that `sales` carries under their canonical name, or that say nothing about a sale. */
const carried: readonly Role[] = [
  'customer_id',
  'order_id',
  'product_id',
  'product_name',
  'order_date',
  'amount',
  'quantity',
  'unit_price',
  'unit_cost',
  'email',
  'phone',
  'referrer',
  'ticket_id',
  'verbatim',
  'currency',
  ...dimensions.map(([, role]) => role),
];

/** Columns without a canonical name that are worth grouping by or summing: numbers, and texts of 2 to 200 values. */
async function ownColumns(
  engine: Engine,
  schema: string,
  parts: readonly Part[],
  signal?: AbortSignal,
): Promise<SalesColumn[]> {
  const found: SalesColumn[] = [];
  for (const part of parts) {
    const candidates = part.sources[0]!.columns.filter(
      ({ role, type }) =>
        (role === null || !carried.includes(role)) && type !== 'date' && type !== 'timestamp',
    );
    const texts = candidates.filter(({ type }) => type === 'text');
    const counts = new Map<string, number>();
    if (texts.length > 0) {
      const selected = texts.map(
        ({ name }, index) => sql`approx_count_distinct(${ident(name)}) as ${ident(`n${index}`)}`,
      );
      const rows = await engine.query<Record<string, number>>(
        sql`select ${list(selected)} from ${relation(schema, part)}`,
        signal,
      );
      texts.forEach(({ name }, index) => counts.set(name, rows[0]?.[`n${index}`] ?? 0));
    }
    for (const { name, type } of candidates) {
      const distinct = counts.get(name) ?? 2;
      if (distinct < 2 || distinct > 200) continue;
      const own = uniqueName(name, [...reserved, ...found.map((column) => column.name)]);
      found.push({ name: own, type, from: [{ part, column: name }], spellings: [] });
    }
  }
  return found;
}

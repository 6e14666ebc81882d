import type { CanonicalColumn } from '../../core/warehouse.js';
import type { ColumnType } from '../../core/tables.js';
import { uniqueName } from '../../core/ids.js';
import type { Engine } from '../../engine/engine.js';
import { ident, list, sql } from '../../engine/sql.js';
import type { PartKind } from './part-kind.js';
import type { Part } from './parts.js';
import { relation } from './relation.js';
import type { Role } from '../roles/roles.js';
import type { SourceColumn } from '../source.js';
import { findSpellings, type Spelling } from './spellings.js';

/** A column of `sales` that a role gives, or that a file has of its own. */
export interface SalesColumn {
  readonly name: string;
  readonly type: ColumnType;
  readonly canonical?: CanonicalColumn;
  /** The files that give it, best first. */
  readonly from: readonly { readonly part: Part; readonly column: string }[];
  /**
   * What one value belongs to. A number of the order stands on its first line in `sales`, and one of the customer only in
   * `customers`: on every line they would be summed too often.
   */
  readonly scope: 'line' | 'order' | 'customer';
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
  return [...spelt, ...(await ownColumns(engine, schema, parts, mapped, signal))];
}

/** The dimensions of files that are not joined to any sale: every one that they have. */
export async function dimensionColumns(
  engine: Engine,
  schema: string,
  parts: readonly Part[],
  signal?: AbortSignal,
): Promise<SalesColumn[]> {
  const columns = dimensions.flatMap(([name, role]) => mappedColumn(name, role, parts));
  return withSpellings(engine, schema, columns, signal);
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
  return dimensions.flatMap(([name, role]) => mappedColumn(name, role, giversOf(name, role, parts)));
}

function mappedColumn(canonical: CanonicalColumn, role: Role, parts: readonly Part[]): SalesColumn[] {
  const from = parts.flatMap((part) => (part.columns[role] ? [{ part, column: part.columns[role] }] : []));
  if (from.length === 0) return [];
  const type = canonical === 'signup_date' ? 'date' : 'text';
  return [{ name: canonical, canonical, type, from, scope: 'line', spellings: [] }];
}

/**
 * The files whose word counts for a dimension of a sale; an empty value of the first is filled from the next.
 *
 * - Places, names and traits of the customer: the line or its order says where this sale went, else the customer file. Of
 *   the product file a country is where the goods are made.
 * - How the sale was made (channel, campaign, means of payment, status): the line or its order. The channel that won a
 *   customer, or his own status, says nothing about one of his orders.
 * - The seller: likewise; where no sale names one, the one who looks after the customer.
 * - The category of the goods: not that of a customer.
 * - The day of signing up: where the customer file has it, that file alone, so that a customer has one.
 */
function giversOf(name: CanonicalColumn, role: Role, parts: readonly Part[]): Part[] {
  const givers = parts.filter(({ kind, columns }) => columns[role] && !strangers(name).includes(kind));
  const ofCustomers = givers.filter(({ kind }) => kind === 'customers');
  if (name === 'signup_date' && ofCustomers.length > 0) return ofCustomers;
  if (name === 'salesperson' && ofCustomers.length < givers.length)
    return givers.filter(({ kind }) => kind !== 'customers');
  return givers;
}

/** Kinds of files whose column of that role means something else than that of a sale. */
function strangers(name: CanonicalColumn): readonly PartKind[] {
  if (name === 'category') return ['customers'];
  return ['channel', 'campaign', 'payment_method', 'status'].includes(name)
    ? ['customers', 'products']
    : ['products'];
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

/** Measures of an order as a whole, and of a customer over all time. */
const ofTheOrder: readonly Role[] = ['discount', 'tax', 'shipping', 'refund', 'margin'];
const ofTheCustomer: readonly Role[] = [...ofTheOrder, 'amount', 'quantity', 'order_count', 'total_spent'];

/** `hasLines`: the rows of order files are not the lines themselves. */
function scopeOf({ kind }: Part, role: Role | null, hasLines: boolean): SalesColumn['scope'] {
  if (role === null) return 'line';
  if (kind === 'customers') return ofTheCustomer.includes(role) ? 'customer' : 'line';
  return kind === 'orders' && hasLines && ofTheOrder.includes(role) ? 'order' : 'line';
}

/** Columns without a canonical name that are worth grouping by or summing: numbers, and texts of 2 to 200 values. */
async function ownColumns(
  engine: Engine,
  schema: string,
  parts: readonly Part[],
  mapped: readonly SalesColumn[],
  signal?: AbortSignal,
): Promise<SalesColumn[]> {
  const found: SalesColumn[] = [];
  const hasLines = parts.some(({ kind }) => kind === 'lines');
  for (const part of parts) {
    const isCarried = ({ name, role }: SourceColumn): boolean => {
      if (role === null || !carried.includes(role)) return false;
      if (scopeOf(part, role, hasLines) === 'customer') return false;
      // What a file says of something else than the sale comes along under the file's own name for it.
      const isDimension = dimensions.some(([, of]) => of === role);
      return (
        !isDimension ||
        mapped.some(({ from }) => from.some((one) => one.part === part && one.column === name))
      );
    };
    const candidates = part.sources[0]!.columns.filter(
      (column) => !isCarried(column) && column.type !== 'date' && column.type !== 'timestamp',
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
    for (const { name, type, role } of candidates) {
      const distinct = counts.get(name) ?? 2;
      if (distinct < 2 || distinct > 200) continue;
      const own = uniqueName(name, [...reserved, ...found.map((column) => column.name)]);
      found.push({
        name: own,
        type,
        from: [{ part, column: name }],
        scope: scopeOf(part, role, hasLines),
        spellings: [],
      });
    }
  }
  return found;
}

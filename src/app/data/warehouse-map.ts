import type { JoinReport } from '../../core/join-report.js';
import type { Warehouse } from '../../core/warehouse.js';
import { customerColumn, partsOf, type Part } from '../../data/warehouse/parts.js';
import type { Role } from '../../data/roles/roles.js';
import type { Source } from '../../data/source.js';

/** A box of the warehouse's drawing: the files of one shape, or a table that is made from others. */
export interface MapTable {
  /** Name of its (first) table, which joins refer to. */
  readonly id: string;
  /** Its place in the star: `customers`, `order_lines`…; null for a file that has none. */
  readonly canonical: string | null;
  /** Names of its files; none when it is made from the lines. */
  readonly files: readonly string[];
  readonly rows: number;
  /** Columns that tell its rows apart or lead to other tables. */
  readonly keys: readonly string[];
}

/** A line of the drawing: a join with what it found, or where a table is made from. */
export interface MapLink {
  readonly from: string;
  readonly to: string;
  readonly report: JoinReport | null;
}

export interface WarehouseMap {
  readonly tables: readonly MapTable[];
  readonly links: readonly MapLink[];
}

/** The tables of the warehouse and how they hang together, ready to be drawn. */
export function warehouseMap(
  sources: readonly Source[],
  warehouse: Warehouse,
  reports: readonly JoinReport[],
): WarehouseMap {
  const own = partsOf(sources).map(ofPart);
  const derived = Object.entries(derivedKeys).flatMap(([canonical, keys]): MapTable[] => {
    const rows = new Map(Object.entries(warehouse.rows)).get(canonical);
    const isThere = own.some((table) => table.canonical === canonical);
    return isThere || rows === undefined ? [] : [{ id: canonical, canonical, files: [], rows, keys }];
  });
  const tables = [...own, ...derived];
  const ids = new Set(tables.map(({ id }) => id));
  const joins = reports
    .map((report): MapLink => ({ from: report.many.tables[0] ?? '', to: report.one.tables[0] ?? '', report }))
    .filter(({ from, to }) => ids.has(from) && ids.has(to));
  return { tables, links: [...joins, ...derivedLinks(own, derived)] };
}

/** Tables that are made where no file holds them, with their keys. */
const derivedKeys: Readonly<Record<string, readonly string[]>> = {
  orders: ['order_id', 'customer_id'],
  customers: ['customer_id'],
  products: ['product_id'],
  calendar: ['date'],
};

const keyRoles: readonly Role[] = ['order_id', 'product_id', 'ticket_id', 'campaign'];

function ofPart(part: Part): MapTable {
  const { kind, sources, columns } = part;
  const customer = customerColumn(part);
  return {
    id: sources[0]?.table ?? '',
    canonical: canonicalOf(kind),
    files: sources.map(({ file }) => file),
    rows: sources.reduce((sum, { rowsLoaded }) => sum + rowsLoaded, 0),
    keys: [...(customer ? [customer] : []), ...keyRoles.flatMap((role) => columns[role] ?? [])],
  };
}

function canonicalOf(kind: string): string | null {
  if (kind === 'lines') return 'order_lines';
  if (kind === 'events') return 'interactions';
  return kind === 'other' ? null : kind;
}

/** From the rows that are summed up to the tables that are made of them. */
function derivedLinks(own: readonly MapTable[], derived: readonly MapTable[]): MapLink[] {
  const facts = ['order_lines', 'orders', 'interactions'];
  const center = facts.flatMap((name) => own.filter(({ canonical }) => canonical === name))[0];
  if (!center) return [];
  return derived.map(({ id }) => ({ from: center.id, to: id, report: null }));
}

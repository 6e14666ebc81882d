import type { ColumnType } from '../../core/tables.js';
import { canonicalTables, type Warehouse } from '../../core/warehouse.js';
import { roles, type Role } from '../../data/roles/roles.js';
import type { Source } from '../../data/source.js';
import type { Engine } from '../../engine/engine.js';
import { ident, sql } from '../../engine/sql.js';
import { columnRoles } from '../column-roles.js';

/** A column as the data screen lists it. */
export interface ListedColumn {
  readonly name: string;
  readonly type: ColumnType;
  /** What it means; null when nothing is known. */
  readonly role: Role | null;
}

/** A table that can be opened in the data screen: that of a file, or one of the warehouse's. */
export interface ListedTable {
  readonly name: string;
  /** The file's name; null for a table of the warehouse. */
  readonly file: string | null;
  readonly rows: number;
}

/** All tables there are: those of the files first. */
export function listedTables(sources: readonly Source[], warehouse: Warehouse): ListedTable[] {
  const rows = new Map<string, number>(Object.entries(warehouse.rows));
  return [
    ...sources.map(({ table, file, rowsLoaded }) => ({ name: table, file, rows: rowsLoaded })),
    ...canonicalTables.flatMap((name) => {
      const count = rows.get(name);
      return count === undefined ? [] : [{ name, file: null, rows: count }];
    }),
  ];
}

/** The columns of a table: a file's as it was read, those of the warehouse as the engine has them. */
export async function listedColumns(
  engine: Engine,
  sources: readonly Source[],
  table: ListedTable,
  signal?: AbortSignal,
): Promise<ListedColumn[]> {
  const source = sources.find((candidate) => candidate.table === table.name);
  if (source) return source.columns.map(({ name, type, role }) => ({ name, type, role }));
  const { columns } = await engine.table(sql`select * from ${ident(table.name)} limit 0`, signal);
  return columns.map(({ name, type }) => ({ name, type, role: warehouseRoles.get(name) ?? null }));
}

/** What the columns of the warehouse mean: most are called by their role. */
const warehouseRoles: ReadonlyMap<string, Role> = new Map<string, Role>([
  ...roles.map((role) => [role, role] as const),
  ...Object.entries(columnRoles),
  ['prospect_name', 'customer_name'],
  ['from', 'customer_id'],
  ['to', 'customer_id'],
]);

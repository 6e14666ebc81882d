import type { ColumnType } from '../core/tables.js';
import { ident, sql, type Sql } from '../engine/sql.js';

/** The engine's type for a column type. */
export function sqlType(type: ColumnType): Sql {
  const types = {
    text: sql`varchar`,
    integer: sql`bigint`,
    number: sql`double`,
    date: sql`date`,
    timestamp: sql`timestamp`,
    boolean: sql`boolean`,
  };
  return types[type];
}

/**
 * A column of a table to be made, with the way in which it is kept: left to itself the engine tries them all on every
 * block, which takes longer than loading the rows. Texts repeat themselves, unless the caller knows that they hardly do.
 */
export function columnSql(name: string, type: Sql, isUnique = false): Sql {
  const ways: Record<string, Sql> = {
    varchar: isUnique ? sql`uncompressed` : sql`dict_fsst`,
    double: sql`alp`,
    bigint: sql`bitpacking`,
    date: sql`bitpacking`,
    timestamp: sql`bitpacking`,
  };
  const way = ways[type.text];
  return sql`${ident(name)} ${type}${way ? sql` using compression ${way}` : sql``}`;
}

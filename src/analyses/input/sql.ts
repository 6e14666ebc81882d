import { sql, type Sql } from '../../engine/sql.js';
import { inputValue, type InputParams } from '../input-value.js';

/** The value as a table of one row, for those who would rather join than write `$name`. */
export function inputSql(params: InputParams): { table: Sql } {
  const value = inputValue(params);
  return {
    table:
      params.type === 'date' ? sql`select cast(${value} as date) as value` : sql`select ${value} as value`,
  };
}

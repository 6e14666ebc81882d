import { DataType, type RecordBatch, type Schema, type Vector } from 'apache-arrow';
import type { Column, ColumnType, ResultTable, Value } from '../core/tables.js';

/** Turns Arrow record batches into plain rows: dates as ISO text, numbers as numbers, everything else as text. */
export function readBatches(schema: Schema, batches: readonly RecordBatch[]): ResultTable {
  const columns: Column[] = schema.fields.map((field) => ({
    name: field.name,
    type: columnType(field.type),
  }));
  const rows: Value[][] = [];
  for (const batch of batches) {
    const first = rows.length;
    for (let row = 0; row < batch.numRows; row += 1) rows.push(new Array<Value>(columns.length).fill(null));
    schema.fields.forEach((field, index) => {
      const vector = batch.getChildAt(index);
      if (!vector) return;
      const read = valueReader(field.type);
      for (let row = 0; row < batch.numRows; row += 1) {
        const value: unknown = vector.get(row);
        const target = rows[first + row];
        if (target && value !== null && value !== undefined) target[index] = read(value, vector);
      }
    });
  }
  return { columns, rows };
}

/** Columns of numbers as one array each; nulls become NaN. The statement has cast them to DOUBLE. */
export function readNumbers(schema: Schema, batches: readonly RecordBatch[]): Float64Array[] {
  const count = batches.reduce((sum, batch) => sum + batch.numRows, 0);
  return schema.fields.map((_, index) => {
    const column = new Float64Array(count);
    let from = 0;
    for (const batch of batches) {
      const vector = batch.getChildAt(index);
      for (let row = 0; vector && row < batch.numRows; row += 1) {
        const value: unknown = vector.get(row);
        column[from + row] = value === null ? Number.NaN : Number(value);
      }
      from += batch.numRows;
    }
    return column;
  });
}

/** The same rows as objects keyed by column name. */
export function toObjects<Row extends object>(table: ResultTable): Row[] {
  const names = table.columns.map((column) => column.name);
  return table.rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index]])) as Row);
}

function columnType(type: DataType): ColumnType {
  if (DataType.isInt(type)) return 'integer';
  if (DataType.isFloat(type) || DataType.isDecimal(type)) return 'number';
  if (DataType.isDate(type)) return 'date';
  if (DataType.isTimestamp(type)) return 'timestamp';
  if (DataType.isBool(type)) return 'boolean';
  return 'text';
}

function valueReader(type: DataType): (value: unknown, vector: Vector) => Value {
  if (DataType.isDate(type)) return (value) => new Date(Number(value)).toISOString().slice(0, 10);
  if (DataType.isTimestamp(type)) return (value) => isoTimestamp(new Date(Number(value)));
  if (DataType.isInt(type) || DataType.isFloat(type)) {
    return (value) => (Number.isFinite(Number(value)) ? Number(value) : null);
  }
  if (DataType.isDecimal(type)) {
    const scale = 10 ** type.scale;
    return (value) => Number(value) / scale;
  }
  if (DataType.isBool(type)) return (value) => Boolean(value);
  return (value) => (typeof value === 'string' ? value : JSON.stringify(value));
}

/** `2010-12-01T08:26:00`, without a zone: dates in the files have none. */
function isoTimestamp(date: Date): string {
  const text = date.toISOString();
  return text.endsWith('.000Z') ? text.slice(0, -5) : text.slice(0, -1);
}

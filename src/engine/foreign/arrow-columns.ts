import { DataType, Precision, RecordBatchReader } from 'apache-arrow';

/**
 * What a column of an Arrow stream holds, as far as it matters for loading. `single`: numbers of four bytes, whose own
 * digits are few; `bytes`: text or not; `other`: read as text.
 */
export type ArrowKind =
  'integer' | 'number' | 'single' | 'date' | 'timestamp' | 'boolean' | 'text' | 'bytes' | 'other';

export interface ArrowColumn {
  readonly name: string;
  readonly kind: ArrowKind;
}

/** The columns of an Arrow IPC stream, read from its beginning. */
export function arrowColumns(stream: Uint8Array): ArrowColumn[] {
  const { schema } = RecordBatchReader.from(stream).open();
  return schema.fields.map(({ name, type }) => ({ name, kind: kindOf(type as DataType) }));
}

function kindOf(type: DataType): ArrowKind {
  if (DataType.isInt(type)) return type.bitWidth === 64 && !type.isSigned ? 'other' : 'integer';
  if (DataType.isFloat(type)) return type.precision === Precision.DOUBLE ? 'number' : 'single';
  // A DECIMAL without decimals is an identifier or a count; beyond 18 digits no integer holds it.
  if (DataType.isDecimal(type)) return type.scale > 0 ? 'number' : type.precision <= 18 ? 'integer' : 'other';
  if (DataType.isDate(type)) return 'date';
  if (DataType.isTimestamp(type)) return 'timestamp';
  if (DataType.isBool(type)) return 'boolean';
  if (DataType.isDictionary(type)) return kindOf(type.dictionary as DataType) === 'text' ? 'text' : 'other';
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return 'text';
  return DataType.isBinary(type) || DataType.isLargeBinary(type) ? 'bytes' : 'other';
}

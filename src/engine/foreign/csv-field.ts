/** A value as a field of comma-separated text, quoted as RFC 4180 says where it must be. */
export function csvField(text: string): string {
  return mustBeQuoted.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Spaces at the ends are quoted too: some readers take unquoted ones away. */
const mustBeQuoted = /[",\r\n]|^\s|\s$/;

/** Bytes of a field and of a record beyond which no import reads them. */
const most = { field: 1_000_000, record: 2_000_000 } as const;
const bytesPerLetter = 3;

/** Whether a record is short enough to be read again from comma-separated text. */
export function isReadableRecord(fields: readonly string[]): boolean {
  const letters = fields.reduce((sum, field) => sum + field.length, 0);
  // Quotes may be doubled.
  if (2 * bytesPerLetter * letters < most.field) return true;
  const bytes = fields.map((field) => new TextEncoder().encode(csvField(field)).length);
  return Math.max(...bytes) <= most.field && bytes.reduce((sum, length) => sum + length, 0) <= most.record;
}

/**
 * A table whose columns are kept apart by two blanks or more, as terminals and mails show it, with tabs instead; null
 * where a text is none. Its lines keep their numbers.
 */
export function withTabs(text: string): string | null {
  if (/[\t;|]/.test(text)) return null;
  const rows = text.split(/\r\n?|\n/).map((line) => line.trim().split(/[ \u00a0]{2,}/));
  const filled = rows.filter(([first]) => first !== '');
  const width = filled[0]?.length ?? 0;
  if (filled.length < 2 || width < 2 || filled.some((fields) => fields.length !== width)) return null;
  // Commas with blanks behind them part the fields themselves.
  if (filled.some((fields) => fields.slice(0, -1).some((field) => field.endsWith(',')))) return null;
  return rows.map((fields) => fields.map(asField).join('\t')).join('\n');
}

/** A quote that opens and does not close the whole field is a letter. */
function asField(text: string): string {
  return text.startsWith('"') && !/^"[^"]*"$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

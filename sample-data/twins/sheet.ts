/** A text table that is written line by line and knows on which line it is. */
export class Sheet {
  /** Number of the line that is written next. */
  line = 1;
  readonly #parts: string[] = [];

  constructor(
    readonly delimiter: string,
    readonly newline = '\r\n',
  ) {}

  /** Writes fields, quoted where they must be; answers the line on which they begin. */
  row(fields: readonly string[]): number {
    return this.raw(fields.map((field) => quoted(field, this.delimiter)).join(this.delimiter));
  }

  /** Writes a line as it is; answers its number. */
  raw(text: string): number {
    const line = this.line;
    this.#parts.push(text, this.newline);
    this.line += 1 + (text.match(/\r\n|\r|\n/g)?.length ?? 0);
    return line;
  }

  get text(): string {
    return this.#parts.join('');
  }
}

function quoted(field: string, delimiter: string): string {
  return field.includes(delimiter) || /["\r\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

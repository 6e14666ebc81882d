/** Characters of a piece. */
const pieceLength = 1024 * 1024;

/** A table as CSV, one line for each record, in pieces that the browser may keep elsewhere. */
export class CsvPieces {
  readonly #pieces: Blob[] = [];
  #piece: string;

  constructor(columns: readonly string[]) {
    this.#piece = `${columns.map(quoted).join(',')}\n`;
  }

  add(fields: readonly string[]): void {
    this.#piece += `${fields.map(quoted).join(',')}\n`;
    if (this.#piece.length > pieceLength) this.#close();
  }

  blob(): Blob {
    this.#close();
    return new Blob(this.#pieces, { type: 'text/csv' });
  }

  #close(): void {
    this.#pieces.push(new Blob([this.#piece]));
    this.#piece = '';
  }
}

function quoted(field: string): string {
  return /[",]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}

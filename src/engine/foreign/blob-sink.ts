/** Bytes after which what was collected leaves JavaScript's memory. */
const mostHeld = 8 * 1024 * 1024;
/** Letters that are encoded at a time. */
const mostLetters = 256 * 1024;

/** Collects bytes, or text as UTF-8, into one Blob. */
export class BlobSink {
  readonly #encoder = new TextEncoder();
  #blobs: Blob[] = [];
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #held = 0;
  #lines: string[] = [];
  #letters = 0;

  /** Adds bytes; they must not be changed afterwards. */
  bytes(bytes: Uint8Array<ArrayBuffer>): void {
    this.#parts.push(bytes);
    this.#held += bytes.length;
    if (this.#held >= mostHeld) this.#letGo();
  }

  text(text: string): void {
    this.#lines.push(text);
    this.#letters += text.length;
    if (this.#letters >= mostLetters) this.#encode();
  }

  /** All of it. The sink is empty afterwards. */
  blob(): Blob {
    this.#encode();
    this.#letGo();
    const blob = new Blob(this.#blobs);
    this.#blobs = [];
    return blob;
  }

  #encode(): void {
    const text = this.#lines.join('');
    this.#lines = [];
    this.#letters = 0;
    if (text !== '') this.bytes(this.#encoder.encode(text));
  }

  #letGo(): void {
    if (this.#parts.length > 0) this.#blobs.push(new Blob(this.#parts));
    this.#parts = [];
    this.#held = 0;
  }
}

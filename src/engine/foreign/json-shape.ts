/** A list of objects in a JSON file: where its bytes are, behind the opening bracket and before the closing one. */
export interface JsonList {
  /** Keys that lead to it, joined by points; null where the file is the list. */
  readonly path: string | null;
  readonly from: number;
  readonly to: number;
  /** Line on which it begins. */
  readonly line: number;
}

/** How the records of a file follow each other: one per line, bare values, or lists with brackets. */
export type JsonShape =
  | { readonly kind: 'lines' }
  | { readonly kind: 'values' }
  | { readonly kind: 'lists'; readonly lists: readonly JsonList[] };

/** Lists are looked for this deep below the top, where wrappers of services put them; a longer key is cut in its name. */
const deepest = 8;
const longestKey = 200;

interface Open {
  readonly isObject: boolean;
  key: string;
}

/**
 * Finds the lists of objects in a file that is one JSON object, such as `{"orders":[{…}]}`. Bytes come in chunks; it
 * stops being interested when a second value follows the first. Lists inside of lists belong to their records.
 */
export class ListFinder {
  readonly lists: JsonList[] = [];
  /** True when values follow each other without a list around them. */
  hasMore = false;
  /** True when the first value is complete. */
  isComplete = false;
  readonly #open: Open[] = [];
  #depth = 0;
  #offset = 0;
  #line = 1;
  #inString = false;
  #isEscaped = false;
  #text: number[] = [];
  /** The array that is open and has had no object so far, and the list that is open. */
  #candidate: { readonly from: number; readonly line: number; readonly depth: number } | null = null;
  #list: {
    readonly path: string;
    readonly from: number;
    readonly line: number;
    readonly depth: number;
  } | null = null;

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length && !this.hasMore; at += 1) this.#take(bytes[at]!, this.#offset + at);
    this.#offset += bytes.length;
  }

  #take(byte: number, position: number): void {
    if (byte === 0x0a) this.#line += 1;
    if (this.#inString) this.#takeLetter(byte);
    else if (byte > 0x20) this.#takeMark(byte, position);
  }

  #takeLetter(byte: number): void {
    if (!this.#isEscaped && byte === 0x22) {
      this.#inString = false;
      return;
    }
    this.#isEscaped = !this.#isEscaped && byte === 0x5c;
    if (!this.#list && this.#depth <= deepest && this.#text.length < longestKey) this.#text.push(byte);
  }

  #takeMark(byte: number, position: number): void {
    if (this.isComplete) {
      this.hasMore = true;
      return;
    }
    if (byte === 0x22) {
      this.#inString = true;
      this.#text = [];
    } else if (byte === 0x3a) {
      const top = !this.#list && this.#depth <= deepest ? this.#open.at(-1) : undefined;
      if (top?.isObject) top.key = this.#key();
    } else if (byte === 0x7b || byte === 0x5b) {
      if (byte === 0x7b && this.#candidate?.depth === this.#depth - 1) this.#begin(this.#candidate);
      const mayHoldLists = byte === 0x5b && !this.#list && this.#depth > 0 && this.#depth <= deepest;
      if (mayHoldLists && this.#open.every(({ isObject }) => isObject))
        this.#candidate = { from: position + 1, line: this.#line, depth: this.#depth };
      this.#depth += 1;
      if (this.#depth <= deepest) this.#open.push({ isObject: byte === 0x7b, key: '' });
    } else if (byte === 0x7d || byte === 0x5d) {
      if (this.#depth <= deepest) this.#open.pop();
      this.#depth -= 1;
      if (this.#candidate?.depth === this.#depth) this.#candidate = null;
      if (this.#list && this.#depth === this.#list.depth) this.#end(position);
      if (this.#depth <= 0) this.isComplete = true;
    }
  }

  #begin({
    from,
    line,
    depth,
  }: {
    readonly from: number;
    readonly line: number;
    readonly depth: number;
  }): void {
    const keys = this.#open.filter(({ isObject }) => isObject).map(({ key }) => key);
    this.#list = { path: keys.join('.'), from, line, depth };
    this.#candidate = null;
  }

  #end(position: number): void {
    const { path, from, line } = this.#list!;
    this.lists.push({ path, from, to: position, line });
    this.#list = null;
  }

  #key(): string {
    const raw = new TextDecoder().decode(Uint8Array.from(this.#text));
    try {
      return String(JSON.parse(`"${raw}"`));
    } catch {
      return raw;
    }
  }
}

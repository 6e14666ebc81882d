interface Written {
  /** The part as it was written, without the names of groups. */
  readonly source: string;
}

/** A regular expression taken apart, as far as its cost depends on it. Groups are what stands in them. */
export type Node = Written &
  (
    | { readonly kind: 'set' }
    | { readonly kind: 'sequence'; readonly items: readonly Node[] }
    | { readonly kind: 'choice'; readonly options: readonly Node[] }
    | { readonly kind: 'repeat'; readonly item: Node; readonly min: number; readonly max: number }
    /** `(?=…)` or `(?!…)`. */
    | { readonly kind: 'ahead'; readonly item: Node }
    /** `^`, `$`, `\b`: no character. */
    | { readonly kind: 'edge' }
  );

/** Thrown for what is valid JavaScript and still not taken: it cannot be bounded, or nobody needs it here. */
export class Refused extends Error {
  constructor(readonly fault: 'backreference' | 'lookbehind' | 'modifier') {
    super(fault);
  }
}

/** Reads the source of an expression that JavaScript accepts without flags. */
export function parseRegex(source: string): Node {
  return new Reader(source.replace(groupStart, (text) => (/^\((?!\?[=!])/.test(text) ? '(' : text))).choice();
}

/** Escapes and sets are passed over: a parenthesis in them opens nothing. */
const groupStart = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|\((?:\?:|\?<(?![=!])[^>]*>)/g;

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  choice(): Node {
    const from = this.#at;
    const options = [this.#sequence()];
    while (this.#matches(/\|/y)) options.push(this.#sequence());
    const [only] = options;
    return options.length === 1 && only ? only : { kind: 'choice', options, source: this.#since(from) };
  }

  #sequence(): Node {
    const from = this.#at;
    const items: Node[] = [];
    while (this.#at < this.#source.length && !'|)'.includes(this.#source.charAt(this.#at)))
      items.push(this.#repeated());
    const [only] = items;
    return items.length === 1 && only ? only : { kind: 'sequence', items, source: this.#since(from) };
  }

  #repeated(): Node {
    const from = this.#at;
    const item = this.#single();
    const found = this.#matches(/([*+?])\??|\{(\d+)(?:(,)(\d*))?\}\??/y);
    if (!found) return item;
    const [, sign, low = '', comma, high = ''] = found;
    const min = sign ? (sign === '+' ? 1 : 0) : Number(low);
    const most = comma ? (high === '' ? Infinity : Number(high)) : min;
    return {
      kind: 'repeat',
      item,
      min,
      max: sign ? (sign === '?' ? 1 : Infinity) : most,
      source: this.#since(from),
    };
  }

  #single(): Node {
    const from = this.#at;
    if (this.#matches(/\(\?<[=!]/y)) throw new Refused('lookbehind');
    if (this.#matches(/\(\?[a-z-]+:/y)) throw new Refused('modifier');
    if (this.#matches(/\\(?:[1-9]|k)/y)) throw new Refused('backreference');
    if (this.#matches(/[\^$]|\\[bB]/y)) return { kind: 'edge', source: this.#since(from) };
    const group = this.#matches(/\((\?[=!])?/y);
    if (!group) {
      this.#matches(/\[(?:\\[^]|[^\]\\])*\]|\\(?:u[\da-f]{4}|x[\da-f]{2}|c[a-z]|[^])|[^]/iy);
      return { kind: 'set', source: this.#since(from) };
    }
    const item = this.choice();
    this.#matches(/\)/y);
    return group[1]
      ? { kind: 'ahead', item, source: this.#since(from) }
      : { ...item, source: this.#since(from) };
  }

  #since(from: number): string {
    return this.#source.slice(from, this.#at);
  }

  #matches(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#source);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}

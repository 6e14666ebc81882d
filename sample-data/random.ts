/**
 * A named random stream: the same seed and name give the same numbers on every machine. It uses only integer operations
 * and + − × ÷, because the last bit of Math.exp and Math.log differs between browsers.
 */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #counter = 1;

  constructor(seed: string, stream: string) {
    const text = `${seed}:${stream}`;
    this.#a = hash(text, 0x9e3779b9);
    this.#b = hash(text, 0x243f6a88);
    this.#c = hash(text, 0xb7e15162);
    for (let i = 0; i < 12; i++) this.next();
  }

  /** A number in [0, 1): sfc32, Chris Doty-Humphrey's small fast counting generator. */
  next(): number {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.next() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }

  /** One of the items, in proportion to their weights; `position` in [0, 1) says where on the scale of all weights. */
  weighted<T extends { readonly weight: number }>(items: readonly T[], position = this.next()): T {
    let total = 0;
    for (const item of items) total += item.weight;
    let rest = position * total;
    for (const item of items) {
      rest -= item.weight;
      if (rest < 0) return item;
    }
    return this.pick(items.slice(-1));
  }

  /** Mean 0, standard deviation 1: the sum of twelve uniform numbers, so never beyond ±6. */
  normal(): number {
    let sum = -6;
    for (let i = 0; i < 12; i++) sum += this.next();
    return sum;
  }

  logNormal(sigma: number): number {
    return exp(sigma * this.normal());
  }

  /** A count with the given mean, which should be small. Knuth 1969, The Art of Computer Programming 2, 3.4.1. */
  poisson(mean: number): number {
    const limit = exp(-mean);
    let count = 0;
    for (let product = this.next(); product > limit; product *= this.next()) count++;
    return count;
  }

  /** A new array in random order. */
  shuffled<T>(items: readonly T[]): T[] {
    const rest = [...items];
    return items.map(() => {
      const index = Math.floor(this.next() * rest.length);
      const last = rest.length - 1;
      const [chosen, moved] = [rest[index], rest[last]];
      if (chosen === undefined || moved === undefined) throw new Error('shuffle ran out of items');
      rest[index] = moved;
      rest.pop();
      return chosen;
    });
  }
}

/** (1 + x/1024)^1024 by ten squarings: within 1 % of e^x for |x| below 4, and the same bits everywhere. */
function exp(x: number): number {
  let power = 1 + x / 1024;
  for (let i = 0; i < 10; i++) power *= power;
  return power;
}

/** FNV-1a over UTF-16 units, then MurmurHash3's finaliser. */
function hash(text: string, basis: number): number {
  let value = basis;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}

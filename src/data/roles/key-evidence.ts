import { isCodeHeader, matchHeader, isOtherHeader } from './header.js';
import type { ColumnRelations } from './column-relations.js';
import type { ValueKinds } from './value-kinds.js';
import type { ColumnProfile, ValueProfile } from './value-profile.js';

/** How well a column suits each kind of key, 0–1, as the other columns show it; `known` when they show anything. */
export interface KeyFit {
  readonly order: number;
  readonly customer: number;
  readonly product: number;
  readonly known: boolean;
}

/** Shares of agreeing rows from which a key settles another column, and below which it does not. */
const settles = 0.98;
const varies = 0.8;
/** As many different values identify nothing. */
const fewest = 3;
const constant: KeyFit = { order: 0.4, customer: 0.4, product: 0.4, known: false };
const noFit: KeyFit = { order: 0, customer: 0, product: 0, known: false };

/** What the columns that may be keys are keys of: an order has one date and one customer, a customer has many dates. */
export class KeyEvidence {
  /** The column with the date of what a row is, -1 when there is none. */
  readonly date: number;
  /** The best column for the order's number, if several rows belong to one order; -1 otherwise. */
  readonly order: number;
  readonly #columns: readonly ColumnProfile[];
  readonly #profiles: readonly ValueProfile[];
  readonly #kinds: readonly ValueKinds[];
  readonly #relations: ColumnRelations;

  constructor(
    columns: readonly ColumnProfile[],
    profiles: readonly ValueProfile[],
    kinds: readonly ValueKinds[],
    relations: ColumnRelations,
  ) {
    this.#columns = columns;
    this.#profiles = profiles;
    this.#kinds = kinds;
    this.#relations = relations;
    this.date = this.#findDate();
    this.order = this.#findOrder();
  }

  /** True when the values can identify something: codes, names or whole numbers, no measures and no prose. */
  isKey(column: number): boolean {
    const { type } = this.#profiles[column]!;
    if (type === 'date' || type === 'timestamp' || type === 'boolean') return false;
    if (type === 'number') return false;
    const kinds = this.#kinds[column]!;
    return kinds.share('prose') < 0.3 && kinds.share('yesNo') < 0.9;
  }

  fit(column: number): KeyFit {
    if (!this.isKey(column)) return noFit;
    const toDate = this.date < 0 ? null : this.#relations.dependency(column, this.date);
    const { distinct, filled } = this.#profiles[column]!;
    if (distinct.length < 2) return constant;
    if (distinct.length <= fewest && filled > 30)
      return { order: 0.2, customer: 0.2, product: 0.2, known: false };
    const unique = this.#profiles[column]!.uniqueness > 0.995;
    if (toDate === null) {
      // Nothing comes back: the key of the rows, whatever they are.
      const isRow = unique && this.date >= 0;
      return { order: isRow ? 0.8 : 0.7, customer: 0.7, product: isRow ? 0.5 : 0.7, known: false };
    }
    if (toDate >= settles) return { order: 1, customer: 0.45, product: 0.3, known: true };
    if (toDate > varies) return { order: 0.6, customer: 0.6, product: 0.5, known: false };
    const ofOrder =
      this.order < 0 || this.order === column ? null : this.#relations.dependency(this.order, column);
    if (ofOrder === null) return { order: 0.1, customer: 0.9, product: 0.8, known: false };
    return ofOrder >= settles
      ? { order: 0.1, customer: 1, product: 0.2, known: true }
      : { order: 0.1, customer: ofOrder > varies ? 0.6 : 0.15, product: 1, known: true };
  }

  /** The likeliest date of the rows: what the header says first, then the order of the columns. */
  #findDate(): number {
    let best = -1;
    let most = 0;
    this.#profiles.forEach((profile, index) => {
      if (!profile.days || profile.distinct.length < 2) return;
      const { name, type } = this.#columns[index]!;
      const match = matchHeader(name).find(({ role }) => role === 'order_date');
      const isDate = type === 'date' || type === 'timestamp';
      const score = match ? match.score : isOtherHeader(name) || !isDate ? 0 : 0.3;
      if (score > most) {
        best = index;
        most = score;
      }
    });
    return best;
  }

  /** Several rows share a value, and with it the date: the column with most values, named ones first. */
  #findOrder(): number {
    if (this.date < 0) return -1;
    let best = -1;
    let most = 0;
    this.#profiles.forEach((profile, index) => {
      if (!this.isKey(index)) return;
      const toDate = this.#relations.dependency(index, this.date);
      if (toDate === null || toDate < settles) return;
      const { name } = this.#columns[index]!;
      const named = matchHeader(name).find(({ role }) => role === 'order_id')?.score ?? 0;
      const isCode = this.#kinds[index]!.share('code') > 0.9 || isCodeHeader(name);
      const score = profile.distinct.length / profile.rows + named + (isCode ? 0.3 : 0);
      if (score > most) {
        best = index;
        most = score;
      }
    });
    return best;
  }
}

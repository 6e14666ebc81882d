import { ColumnRelations } from './column-relations.js';
import { birthFit, dateFit } from './date-evidence.js';
import { dimensionFit, isListed, listedAlone } from './dimension-evidence.js';
import { isOtherHeader } from './header.js';
import { KeyEvidence } from './key-evidence.js';
import {
  neutral,
  numberFit,
  numberParts,
  numberTraits,
  type NumberPart,
  type NumberTraits,
} from './number-evidence.js';
import { roleTypes, type Role } from './roles.js';
import { ValueKinds } from './value-kinds.js';
import { ValueProfile, type ColumnProfile } from './value-profile.js';

/** As many names are no names: yes and no, two shops. */
const fewest = 3;

/** What the values of a table say for and against each role of each column. */
export class RoleEvidence {
  readonly profiles: readonly ValueProfile[];
  readonly kinds: readonly ValueKinds[];
  readonly relations: ColumnRelations;
  readonly keys: KeyEvidence;
  readonly #columns: readonly ColumnProfile[];
  readonly #traits: readonly (NumberTraits | null)[];
  #parts: ReadonlyMap<number, ReadonlySet<NumberPart>> | undefined;

  constructor(columns: readonly ColumnProfile[]) {
    this.#columns = columns;
    this.profiles = columns.map((column) => new ValueProfile(column));
    this.kinds = this.profiles.map((profile) => new ValueKinds(profile));
    this.relations = new ColumnRelations(this.profiles);
    this.keys = new KeyEvidence(columns, this.profiles, this.kinds, this.relations);
    this.#traits = this.profiles.map(numberTraits);
  }

  traits(column: number): NumberTraits | null {
    return this.#traits[column] ?? null;
  }

  parts(column: number): ReadonlySet<NumberPart> {
    this.#parts ??= numberParts(this.relations);
    return this.#parts.get(column) ?? new Set();
  }

  /** Whether a column's values can be what the role demands, whatever type its header has given it. */
  couldBe(role: Role, column: number): boolean {
    const { type } = this.#columns[column]!;
    const profile = this.profiles[column]!;
    const demanded = roleTypes[role];
    if (demanded === 'number')
      return type === 'integer' || type === 'number' || (type === 'text' && profile.numbers !== null);
    const isDate = type === 'date' || type === 'timestamp';
    if (demanded === 'date') return isDate || profile.days !== null;
    // A day is no name, no place and no answer, and how somebody is addressed is nothing that is asked for.
    return isDate ? role === 'birth_date' : this.kinds[column]!.share('salutation') < 0.8;
  }

  /**
   * How well the values suit a role that the header suggests: 0 contradicts, 1 confirms. Few values do neither, unless all of
   * them are words that the role is known by.
   */
  fit(role: Role, column: number): number {
    const { filled } = this.profiles[column]!;
    const ofFew = filled > 0 && isListed(role, this.kinds[column]!) ? 0.5 : 0;
    const weight = filled < 4 ? ofFew : Math.min(1, filled / 8);
    return neutral + weight * (this.#fit(role, column) - neutral);
  }

  #fit(role: Role, column: number): number {
    const kinds = this.kinds[column]!;
    const traits = this.traits(column);
    switch (role) {
      case 'email':
        return kinds.share('email');
      case 'phone':
        return kinds.share('phone') > 0.5 ? 1 : kinds.share('phone');
      case 'postcode':
        return kinds.share('postcode') > 0.8 ? 1 : kinds.share('departmentCode') > 0.8 ? 0.1 : 0.4;
      case 'order_id':
        return this.keys.fit(column).order;
      case 'customer_id':
        return kinds.share('email') > 0.8 && !this.#areFew(column) ? 0.9 : this.keys.fit(column).customer;
      case 'product_id':
        return kinds.share('ean') > 0.9 ? 1 : this.keys.fit(column).product;
      case 'customer_name':
        return this.#nameFit(column, 'person');
      case 'product_name':
        return this.#nameFit(column, 'product');
      case 'birth_date':
        return birthFit(this.profiles[column]!, traits);
      case 'verbatim':
        return kinds.share('prose') > 0.2 ? 1 : traits ? 0 : 0.5;
      case 'ticket_id':
      case 'referrer':
        return this.keys.isKey(column) ? neutral : 0.1;
      default:
        break;
    }
    if (roleTypes[role] === 'date') return dateFit(role, this.profiles[column]!);
    if (roleTypes[role] === 'number') return traits ? numberFit(role, traits, this.parts(column)) : 0.3;
    return dimensionFit(role, this.profiles[column]!, kinds);
  }

  /** What the role is worth by the values alone, without any help of the header. */
  alone(role: Role, column: number): number {
    const profile = this.profiles[column]!;
    if (profile.filled < 5 || isOtherHeader(this.#columns[column]!.name)) return 0;
    const kinds = this.kinds[column]!;
    const listed = listedAlone(role, profile, kinds);
    if (listed !== null) return listed;
    if (this.traits(column)?.isYear) return 0;
    // A company's number is no other key; without a better one it tells customers apart.
    if (kinds.share('siret') > 0.9) return role === 'customer_id' ? 0.5 : 0;
    const key = this.keys.fit(column);
    switch (role) {
      case 'email':
        return kinds.share('email') > 0.8 && !this.#areFew(column) ? 0.85 : 0;
      case 'phone':
        return kinds.share('phone') > 0.9 && profile.type === 'text' ? 0.7 : 0;
      case 'test_group':
        return profile.distinct.length < 4 && kinds.share('testGroup') === 1 && this.#hasLongWord(column)
          ? 0.7
          : 0;
      case 'order_id':
        return key.known && key.order === 1 && column === this.keys.order ? 0.62 : 0;
      case 'customer_id':
        return key.known && key.customer === 1 && kinds.share('letters') < 1 ? 0.58 : 0;
      case 'product_id':
        if (kinds.share('ean') > 0.9 && profile.distinct.length > 2) return 0.6;
        return key.known &&
          key.product === 1 &&
          kinds.share('code') > 0.9 &&
          !this.traits(column)?.isSmallCount
          ? 0.5
          : 0;
      case 'customer_name':
        return kinds.share('person') + kinds.share('company') > 0.5 && profile.distinct.length > 5 ? 0.62 : 0;
      case 'product_name':
        return this.#isNameOfProduct(column) ? 0.5 : 0;
      case 'order_date':
        return profile.days && column === this.keys.date ? 0.5 : 0;
      case 'amount':
        if (this.#hasPart(column, 'amount')) return 0.68;
        return this.#hasPart(column, 'total') ? 0.6 : this.#isOnlyMoney(column) ? 0.45 : 0;
      case 'quantity':
        return this.#hasPart(column, 'quantity') ? 0.66 : 0;
      case 'unit_price':
        return this.#hasPart(column, 'price') ? 0.66 : 0;
      case 'tax':
        return this.#hasPart(column, 'tax') ? 0.55 : 0;
      case 'verbatim':
        return kinds.share('prose') > 0.6 && profile.uniqueness > 0.5 ? 0.55 : 0;
      default:
        return 0;
    }
  }

  /** A few values in many rows: addresses of the staff, the shops, yes and no. */
  #areFew(column: number): boolean {
    const { distinct, filled } = this.profiles[column]!;
    return distinct.length <= fewest && filled > 30;
  }

  #hasPart(column: number, part: NumberPart): boolean {
    return this.traits(column) !== null && this.parts(column).has(part);
  }

  /** The one column with cents, in a table of dated rows. */
  #isOnlyMoney(column: number): boolean {
    if (!this.traits(column)?.isMoney || this.keys.date < 0) return false;
    return this.#traits.filter((traits) => traits?.isMoney).length === 1;
  }

  #hasLongWord(column: number): boolean {
    return this.profiles[column]!.distinct.some((value) => value.length > 3);
  }

  /** Names and places: who is meant shows in the words and in what they depend on. */
  #nameFit(column: number, of: 'person' | 'product'): number {
    const profile = this.profiles[column]!;
    const kinds = this.kinds[column]!;
    if (this.traits(column) || kinds.share('letters') < 0.5) return 0.05;
    if (kinds.share('email') > 0.5) return 0.1;
    const people = kinds.share('person') + kinds.share('company');
    if (this.#areFew(column) && kinds.share('person') < 0.5) return 0.05;
    const { list } = kinds;
    if (of === 'product') {
      if (people > 0.5) return 0.15;
      if (list && list.share > 0.8) return 0.2;
      return kinds.share('code') > 0.9
        ? 0.3
        : this.#isNameOfProduct(column) && profile.distinct.length > 12
          ? 1
          : 0.8;
    }
    if (people > 0.4) return 1;
    if (kinds.share('code') > 0.5) return 0.2;
    if (this.#isNameOfProduct(column) || (list && list.share > 0.8)) return 0.25;
    return profile.distinct.length > 3 ? 0.8 : 0.5;
  }

  /** A text that varies within an order and depends on no customer: what was bought. */
  #isNameOfProduct(column: number): boolean {
    const { distinct, type } = this.profiles[column]!;
    const kinds = this.kinds[column]!;
    if (type !== 'text' || distinct.length < 4 || kinds.share('letters') < 0.9 || kinds.list) return false;
    if (kinds.share('prose') > 0.5 || kinds.share('person') > 0.3 || this.keys.order < 0) return false;
    return (this.relations.dependency(this.keys.order, column) ?? 1) < 0.8;
  }
}

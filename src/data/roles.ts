import type { ColumnType } from '../core/tables.js';
import { isCodeHeader, headerKey, matchHeader } from './header.js';
import { roleSynonyms } from './role-synonyms.js';
import type { RoleChoice } from './source.js';

/** What a column means. Each role is given to at most one column of a file. */
export type Role = keyof typeof roleSynonyms;

/** All roles, in the order of the vocabulary. */
export const roles = Object.keys(roleSynonyms) as Role[];

/** What a role's values must be: keys are text and lose no digit; `text` roles take any column. */
export type RoleType = 'key' | 'text' | 'number' | 'date';

const keys: readonly Role[] = [
  'customer_id',
  'order_id',
  'product_id',
  'ticket_id',
  'referrer',
  'phone',
  'postcode',
];
const dates: readonly Role[] = [
  'order_date',
  'signup_date',
  'sent_date',
  'opened_at',
  'resolved_at',
  'last_order_date',
];
const numbers: readonly Role[] = [
  'amount',
  'quantity',
  'unit_price',
  'discount',
  'tax',
  'shipping',
  'unit_cost',
  'margin',
  'resolution_time',
  'satisfaction',
  'nps',
  'expected',
  'perceived',
  'importance',
  'cost_amount',
  'refund',
  'order_count',
  'total_spent',
];

/** The type that each role demands. */
export const roleTypes = Object.fromEntries(
  roles.map((role) => [
    role,
    keys.includes(role) ? 'key' : dates.includes(role) ? 'date' : numbers.includes(role) ? 'number' : 'text',
  ]),
) as Readonly<Record<Role, RoleType>>;

/** A column as the guess sees it: header, type, and values of the same sampled rows for all columns. */
export interface ColumnProfile {
  readonly name: string;
  readonly type: ColumnType;
  readonly values: readonly string[];
}

export interface RoleGuess {
  readonly role: Role | null;
  /** 0–1; 1 when a person chose it. */
  readonly confidence: number;
}

interface Claim {
  readonly column: number;
  readonly role: Role;
  readonly score: number;
}

/** Guesses the role of each column from headers and values. What a person chose stands, and nothing else takes it. */
export function guessRoles(columns: readonly ColumnProfile[], chosen: RoleChoice = {}): RoleGuess[] {
  const guesses: RoleGuess[] = columns.map(() => ({ role: null, confidence: 0 }));
  const isChosen = columns.map(({ name }) => Object.hasOwn(chosen, name));
  columns.forEach(({ name }, index) => {
    if (isChosen[index]) guesses[index] = { role: chosen[name] ?? null, confidence: 1 };
  });
  const claims = columns
    .flatMap((column, index) => (isChosen[index] ? [] : headerClaims(column, index)))
    .sort((a, b) => b.score - a.score || a.column - b.column);
  assign(claims, guesses);
  assign(contextClaims(columns, guesses, isChosen), guesses);
  return guesses;
}

/** Whether a column's values can be what the role demands. */
export function roleFits(role: Role, type: ColumnType): boolean {
  const demanded = roleTypes[role];
  if (demanded === 'number') return type === 'integer' || type === 'number';
  return demanded !== 'date' || type === 'date' || type === 'timestamp';
}

/** What the header alone says that a column must be, before its type is known. */
export function headerType(name: string): RoleType | null {
  const best = matchHeader(name)[0];
  const type = best && best.score >= 0.85 ? roleTypes[best.role] : null;
  if (type && type !== 'text') return type;
  return isCodeHeader(name) ? 'key' : null;
}

function assign(claims: readonly Claim[], guesses: RoleGuess[]): void {
  const taken = new Set(guesses.map(({ role }) => role));
  for (const { column, role, score } of claims) {
    if (guesses[column]!.role !== null || taken.has(role)) continue;
    taken.add(role);
    guesses[column] = { role, confidence: Math.min(0.99, Math.round(score * 100) / 100) };
  }
}

/** Header evidence weighs .6, values .4; a role whose type does not fit is no claim. */
function headerClaims(column: ColumnProfile, index: number): Claim[] {
  const key = headerKey(column.name);
  return matchHeader(column.name).flatMap(({ role, score }) => {
    if (!roleFits(role, column.type) || score < 0.5 || isMisread(role, key, column)) return [];
    return [{ column: index, role, score: 0.6 * score + 0.4 * valueFit(role, column) }];
  });
}

/** Headers whose words also mean something else. */
function isMisread(role: Role, key: string, column: ColumnProfile): boolean {
  const isNumeric = column.type === 'integer' || column.type === 'number';
  if (role === 'customer_name') return isNumeric || /^(prenom|first_?name)$/.test(key);
  if (role === 'product_name' || role === 'verbatim' || role === 'email') return isNumeric;
  return false;
}

/** How well the values suit a role that their header suggests, 0–1. */
function valueFit(role: Role, { values, type }: ColumnProfile): number {
  const filled = values.filter((value) => value !== '');
  if (filled.length === 0) return 0.5;
  const share = (test: (value: string) => boolean): number => filled.filter(test).length / filled.length;
  if (role === 'email') return share((value) => value.includes('@'));
  if (roleTypes[role] === 'key')
    return type === 'date' ? 0 : share((value) => /\d|^\S+$|^[\p{L}' -]{2,60}$/u.test(value));
  if (role === 'product_name') return share((value) => /\p{L}/u.test(value));
  return 1;
}

/** Roles that follow from the other columns, or from the values where the header says nothing. */
function contextClaims(
  columns: readonly ColumnProfile[],
  guesses: RoleGuess[],
  isChosen: readonly boolean[],
): Claim[] {
  const has = (role: Role): boolean => guesses.some((guess) => guess.role === role);
  const claims: Claim[] = [];
  const isUnique = ({ values }: ColumnProfile): boolean => new Set(values).size === values.length;
  const salesLike = has('order_id') || has('amount') || has('quantity') || has('product_id');
  guesses.forEach(({ role }, index) => {
    if (isChosen[index]) return;
    // Without an amount or a quantity, the price beside a date is what was paid.
    if (role === 'unit_price' && has('order_date') && !has('amount') && !has('quantity')) {
      guesses[index] = { role: 'amount', confidence: 0.7 };
    }
    // A creation date in a list of customers is when they came.
    const isCustomerList = has('customer_id') && !salesLike;
    if (
      role === 'order_date' &&
      isCustomerList &&
      /creation|created|inscription|entree|add/.test(headerKey(columns[index]!.name))
    ) {
      guesses[index] = { role: 'signup_date', confidence: 0.8 };
    }
  });
  columns.forEach((column, index) => {
    if (isChosen[index] || guesses[index]!.role !== null) return;
    const key = headerKey(column.name);
    if (key === 'id') claims.push({ column: index, role: bareId(isUnique(column), has), score: 0.65 });
    if (key === 'type')
      claims.push({
        column: index,
        role: has('product_id') && !has('customer_id') ? 'category' : 'customer_type',
        score: 0.75,
      });
    if (column.values.some((value) => /^\S+@\S+\.\w+$/.test(value)))
      claims.push({ column: index, role: 'email', score: 0.6 });
    if (column.type === 'date' || column.type === 'timestamp') {
      if (!has('signup_date') && !has('birth_date') && !has('opened_at'))
        claims.push({ column: index, role: 'order_date', score: 0.5 });
    }
    if (
      has('customer_id') &&
      has('order_date') &&
      has('amount') &&
      !has('quantity') &&
      isSmallCount(column)
    ) {
      claims.push({ column: index, role: 'quantity', score: 0.5 });
    }
  });
  return claims;
}

/** A column that is only called `id`: the key of what the file lists, or of the customer when it repeats. */
function bareId(unique: boolean, has: (role: Role) => boolean): Role {
  if (!unique) return has('customer_id') ? 'order_id' : 'customer_id';
  if (has('order_date') && (has('amount') || has('customer_id'))) return 'order_id';
  if (has('product_name') || has('unit_price')) return 'product_id';
  return 'customer_id';
}

/** Whole numbers of which 1 is the most frequent: pieces bought. */
function isSmallCount({ name, type, values }: ColumnProfile): boolean {
  if (type !== 'integer' || isCodeHeader(name)) return false;
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const mode = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return mode === '1' && counts.size > 2 && counts.size < 100;
}

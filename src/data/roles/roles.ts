import type { ColumnType } from '../../core/tables.js';
import { isCodeHeader, matchHeader } from './header.js';
import { roleSynonyms } from './role-synonyms.js';

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

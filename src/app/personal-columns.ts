import type { Role } from '../data/roles.js';
import type { Source } from '../data/source.js';

const personalRoles: readonly Role[] = ['customer_id', 'customer_name', 'email', 'phone', 'postcode', 'birth_date', 'referrer', 'verbatim'];
const personalNames = ['customer_id', 'customer_name', 'order_id'];

/** Lower-case names of the columns that tell who somebody is: a table with one of them stays at home. */
export function personalColumns(sources: readonly Source[]): Set<string> {
  const named = sources.flatMap((source) =>
    source.columns.filter(({ role }) => role !== null && personalRoles.includes(role)).map(({ name }) => name.toLowerCase()),
  );
  return new Set([...personalNames, ...named]);
}

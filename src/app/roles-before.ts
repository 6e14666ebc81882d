import { AppError } from '../core/errors.js';
import { ownValue } from '../core/own-value.js';
import { roleFits } from '../data/roles/roles.js';
import type { ReadingChoices, RoleChoice, Source } from '../data/source.js';
import { columnNames } from './twins.js';

/** The roles that these columns have in one of these sources. */
export function rolesBefore(names: readonly string[], sources: readonly Source[]): RoleChoice | null {
  const before = sources.find((source) => columnNames(source) === names.join('\n'));
  return before ? rolesOf(before) : null;
}

/** The role of every column. */
export function rolesOf({ columns }: Source): RoleChoice {
  return Object.fromEntries(columns.map(({ name, role }) => [name, role]));
}

/** Reads with the roles that are proposed, else as `plain` says: when the values cannot be that, or there are none. */
export async function fitting(
  roles: RoleChoice | null,
  plain: ReadingChoices,
  read: (choices: ReadingChoices) => Promise<Source>,
): Promise<Source> {
  if (!roles) return read(plain);
  try {
    return await read({ roles });
  } catch (cause) {
    if (!(cause instanceof AppError) || !isMisfit(cause)) throw cause;
    return read(plain);
  }
}

/** A source whose columns keep the roles that they have in an old one, where their types allow it. */
export function asBefore(source: Source, old: readonly Source[]): Source {
  const names = source.columns.map(({ name }) => name);
  const before = rolesBefore(names, old) ?? {};
  const columns = source.columns.map((column) => {
    const role = ownValue(before, column.name);
    const isKept = role !== undefined && (role === null || roleFits(role, column.type));
    return isKept ? { ...column, role, confidence: 1 } : column;
  });
  return { ...source, columns };
}

/** A role demands values that the column does not hold. */
function isMisfit({ code }: AppError): boolean {
  return code === 'import/role-not-a-date' || code === 'import/role-not-a-number';
}

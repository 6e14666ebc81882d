import { join, sql, type Sql } from '../../engine/sql.js';
import type { FieldName } from './completeness-fields.js';

/** Whether a value has the form that it must have; null where the form of a field is free. */
export function formatCheck(name: FieldName, value: Sql): Sql | null {
  const check = checks[name];
  return check ? check(value) : null;
}

/** Whether a postcode must have five digits: in France, and where no country is told. */
export function isFrench(country: Sql | null): Sql {
  if (!country) return sql`true`;
  return sql`coalesce(lower(trim(${country})) in ('', 'fr', 'fra', 'france'), true)`;
}

const checks: Readonly<Partial<Record<FieldName, (value: Sql) => Sql>>> = {
  email: (value) => sql`regexp_full_match(trim(${value}), ${'[^@\\s,;]+@[^@\\s,;]+\\.[A-Za-z]{2,}'})`,
  // A French number of ten digits, with or without its country code, or any other with a country code.
  phone: (value) =>
    sql`regexp_full_match(regexp_replace(${value}, ${'[\\p{Z}\\s./()-]'}, '', 'g'), ${'(0|(\\+|00)330?)[1-9][0-9]{8}|(\\+|00)[1-9][0-9]{6,14}'})`,
  postcode: (value) => sql`regexp_full_match(trim(${value}), '[0-9]{5}')`,
  siret: isSiret,
};

/** Fourteen digits with Luhn's check digit. La Poste, which ran out of them, checks its plain sum by 5 (INSEE). */
function isSiret(value: Sql): Sql {
  const digits = sql`regexp_replace(${value}, ${'[\\p{Z}\\s.]'}, '', 'g')`;
  const places = Array.from({ length: 14 }, (_, index) => index + 1);
  const digit = (place: number): Sql => sql`try_cast(substr(${digits}, ${place}, 1) as integer)`;
  // Counted from the right every second digit is doubled: of fourteen, those at odd places from the left.
  const luhn = places.map((place) =>
    place % 2 === 1 ? sql`(${digit(place)} * 2 // 10 + ${digit(place)} * 2 % 10)` : digit(place),
  );
  const plus = (terms: readonly Sql[]): Sql => sql`list_sum([${join(terms, ', ')}])`;
  return sql`(regexp_full_match(${digits}, '[0-9]{14}')
      and (${plus(luhn)} % 10 = 0 or (starts_with(${digits}, '356000000') and ${plus(places.map(digit))} % 5 = 0)))`;
}

/** A piece of SQL that is safe to run: made only by the `sql` tag, `ident`, `list`, `join` (and the SQL cell). */
export class Sql {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

export type SqlValue = Sql | string | number | bigint | boolean | null;

/**
 * Builds SQL from a template: `Sql` parts are inserted, every other value becomes a literal.
 * Dates are given as ISO text inside `date ${…}`.
 */
export function sql(strings: TemplateStringsArray, ...values: readonly SqlValue[]): Sql {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += literal(value) + (strings[index + 1] ?? '');
  });
  return new Sql(text);
}

/** A quoted identifier: every name is safe, whatever it holds. */
export function ident(name: string): Sql {
  return new Sql(`"${name.replaceAll('"', '""')}"`);
}

/** Values or expressions separated by commas, for `in (…)`, `select …` and `group by …`. */
export function list(values: readonly SqlValue[]): Sql {
  return join(values, ', ');
}

/** Expressions joined by a fixed separator, such as ` and ` or a newline. */
export function join(
  values: readonly SqlValue[],
  separator: ', ' | ' and ' | ' or ' | ' + ' | '\n' | ',\n' | '\nunion all\n' | '\nunion all by name\n',
): Sql {
  return new Sql(values.map(literal).join(separator));
}

function literal(value: SqlValue): string {
  if (value instanceof Sql) return value.text;
  if (value === null) return 'null';
  if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new RangeError(`not a finite number: ${value}`);
  return String(value);
}

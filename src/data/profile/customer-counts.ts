import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import type { Ask, Filling } from './completeness.js';
import { columnOf, customerParts, fields, type FieldName } from './completeness-fields.js';
import { formatCheck, isFrench } from './format-checks.js';
import {
  customerKey,
  customerKeyRole,
  directoryOf,
  withNumbers,
  type Directory,
} from '../warehouse/customer-numbers.js';
import type { Part } from '../warehouse/parts.js';
import { relation } from '../warehouse/relation.js';

/**
 * Fields of the customers, counted per customer over all files that name one: a good value in any of them is enough, and
 * who stands in one file only is a customer of whom the others know nothing. Files that name their customers in another
 * way than the first are asked for what it does not have.
 */
export async function ofCustomers(
  parts: readonly Part[],
  hasMerges: boolean,
  found: Map<FieldName, Filling>,
  ask: Ask,
): Promise<void> {
  const directory = directoryOf(parts);
  const people = customerParts(parts);
  const roles = new Set(people.map((part) => customerKeyRole(part, directory)));
  for (const role of roles) {
    const alike = people.filter((part) => customerKeyRole(part, directory) === role);
    await ofPeople(alike, directory, hasMerges, found, ask);
  }
}

async function ofPeople(
  people: readonly Part[],
  directory: Directory | null,
  hasMerges: boolean,
  found: Map<FieldName, Filling>,
  ask: Ask,
): Promise<void> {
  const places = fields.flatMap(({ name, holder, isComputed }) => {
    if (holder !== 'customers' || isComputed || found.has(name)) return [];
    const having = people.flatMap((part) => {
      const column = columnIn(part, name);
      return column ? [{ part, column }] : [];
    });
    return having.length > 0 ? [{ name, having }] : [];
  });
  const [first] = people;
  if (!first || places.length === 0) return;
  const rows = people.flatMap((part) => {
    const key = customerKey(part, directory, sql`r`);
    const country = part.columns.country;
    const values = places.flatMap(({ name, having }) => {
      const column = having.find((place) => place.part === part)?.column;
      return column ? [sql`${textOf(column)} as ${ident(name)}`] : [];
    });
    if (!key) return [];
    const own = [
      sql`${hasMerges ? sql`coalesce(m."to", ${key})` : key} as "customer"`,
      ...(country && values.length > 0 ? [sql`${textOf(country)} as "in country"`] : []),
      ...values,
    ];
    return [
      sql`select ${values.length > 0 ? sql`` : sql`distinct `}${list(own)}
          from ${withNumbers(relation(null, part), null, part, directory)} as r
          ${hasMerges ? sql`left join customer_merge as m on m."from" = ${key}` : sql``}`,
    ];
  });
  const hasCountry = people.some(
    (part) =>
      part.columns.country && places.some(({ having }) => having.some((place) => place.part === part)),
  );
  const facts = places.flatMap(({ name }) => {
    const value = ident(name);
    const check = formatCheck(name, value);
    const isChecked = name === 'postcode' ? isFrench(hasCountry ? sql`"in country"` : null) : sql`true`;
    return [
      sql`count(${value}) > 0 as ${ident(`${name}: filled`)}`,
      ...(check
        ? [
            sql`coalesce(bool_or(${value} is not null and ${isChecked}), false) as ${ident(`${name}: checked`)}`,
            sql`coalesce(bool_or(${check} and ${isChecked}), false) as ${ident(`${name}: valid`)}`,
          ]
        : []),
    ];
  });
  const names = places.flatMap(({ name }) => {
    const suffixes = formatCheck(name, sql`null`) ? ['filled', 'checked', 'valid'] : ['filled'];
    return suffixes.map((suffix) => ident(`${name}: ${suffix}`));
  });
  const counts = await ask(
    `customers: ${first.sources[0]?.table ?? ''}`,
    sql`with known as (
        ${join(rows, '\nunion all by name\n')}
      ),
      per_customer as (
        select ${join(facts, ',\n')}
        from known
        where "customer" is not null
        group by "customer"
      )
      select count(*) as "customers", ${list(names.map((name) => sql`count_if(${name}) as ${name}`))}
      from per_customer`,
  );
  for (const { name, having } of places) {
    const [place] = having;
    const valid = counts[`${name}: valid`];
    found.set(name, {
      table: place?.part.sources[0]?.table ?? '',
      column: place?.column ?? null,
      total: counts['customers'] ?? 0,
      filled: counts[`${name}: filled`] ?? 0,
      format: valid === undefined ? null : { checked: counts[`${name}: checked`] ?? 0, valid },
    });
  }
}

function textOf(column: string): Sql {
  return sql`nullif(trim(cast(r.${ident(column)} as varchar)), '')`;
}

function columnIn({ sources: [source] }: Part, name: FieldName): string | undefined {
  return source && columnOf(source, name);
}

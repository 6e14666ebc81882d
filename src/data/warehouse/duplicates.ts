import type { Engine } from '../../engine/engine.js';
import { ident, join, list, sql, type Sql } from '../../engine/sql.js';
import { keyText } from './keys.js';
import { partsOf, type Part } from './parts.js';
import { relation } from './relation.js';
import type { Source } from '../source.js';
import type { CustomerMerge, MergeReason } from './warehouse-choices.js';

/** What a file says of a customer, for the person who decides. */
export interface DuplicateCard {
  readonly id: string;
  readonly name: string | null;
  readonly email: string | null;
  readonly postcode: string | null;
}

/** Two customer numbers that may be one customer. Nothing is merged until the person accepts it. */
export interface DuplicateProposal extends CustomerMerge {
  /** 0–1, how much speaks for it; see `duplicateProposals`. */
  readonly score: number;
  /** The number that would go, and the one that would stay: the one that stands first in the file. */
  readonly fromCard: DuplicateCard;
  readonly toCard: DuplicateCard;
}

/** Proposals, best first, and how many there are in all. */
export interface Duplicates {
  readonly proposals: readonly DuplicateProposal[];
  readonly total: number;
}

/**
 * Finds customer numbers with the same e-mail address, else with the same name and postcode. Addresses are compared
 * without case and without what stands behind a `+`; names without case, accents, punctuation and order of words.
 *
 * Score: the same address 0.9, with the same name 0.97, with another name 0.7; more than three numbers with one address
 * 0.4, for it may be a family's or a firm's. The same name and postcode 0.75, with the same telephone number 0.9, with
 * two different addresses 0.55. `merged`: the numbers that are gone, because a proposal of before was accepted.
 */
export async function duplicateProposals(
  engine: Engine,
  schema: string,
  sources: readonly Source[],
  merged: readonly string[],
  limit: number,
  signal?: AbortSignal,
): Promise<Duplicates> {
  const parts = peopleOf(partsOf(sources));
  if (parts.length === 0) return { proposals: [], total: 0 };
  const rows = await engine.query<Row>(proposalsQuery(schema, parts, merged, limit), signal);
  return {
    total: rows[0]?.total ?? 0,
    proposals: rows.map((row) => ({
      from: row.from,
      to: row.to,
      reason: row.reason,
      score: row.score,
      fromCard: { id: row.from, name: row.fromName, email: row.fromEmail, postcode: row.fromPostcode },
      toCard: { id: row.to, name: row.toName, email: row.toEmail, postcode: row.toPostcode },
    })),
  };
}

interface Row {
  readonly from: string;
  readonly to: string;
  readonly reason: MergeReason;
  readonly score: number;
  readonly total: number;
  readonly fromName: string | null;
  readonly fromEmail: string | null;
  readonly fromPostcode: string | null;
  readonly toName: string | null;
  readonly toEmail: string | null;
  readonly toPostcode: string | null;
}

/** The files that tell most of their customers by number: those of customers, else of orders, else of lines. */
function peopleOf(parts: readonly Part[]): Part[] {
  for (const kind of ['customers', 'orders', 'lines'] as const) {
    const found = parts.filter(
      ({ kind: own, columns }) =>
        own === kind && columns.customer_id && (columns.email ?? (columns.customer_name && columns.postcode)),
    );
    if (found.length > 0) return found;
  }
  return [];
}

/** The people of one file; files of other columns come behind it. */
function peopleIn(schema: string, part: Part, index: number): Sql {
  const { customer_id: id = '', email, customer_name: name, postcode, phone } = part.columns;
  const text = (column: string | undefined): Sql =>
    column ? sql`nullif(trim(cast(${ident(column)} as varchar)), '')` : sql`null::varchar`;
  // With a name of its own for a first name, it is part of who somebody is.
  const firstName = part.sources[0]?.columns.find(
    ({ name: header, role }) => !role && /^(pr[ée]nom|first.?name)$/i.test(header),
  );
  const fullName =
    firstName && name ? sql`concat_ws(' ', ${text(firstName.name)}, ${text(name)})` : text(name);
  return sql`select ${keyText(part, id)} as id, ${fullName} as name, ${text(email)} as email,
      ${text(postcode)} as postcode, ${text(phone)} as phone,
      (${index} * 1000 + " file") * 1000000000000 + " row" as place
    from ${relation(schema, part)} where ${ident(id)} is not null`;
}

function proposalsQuery(
  schema: string,
  parts: readonly Part[],
  merged: readonly string[],
  limit: number,
): Sql {
  const left = merged.length > 0 ? sql`where id not in (${list(merged)})` : sql``;
  const rows = parts.map((part, index) => peopleIn(schema, part, index));
  return sql`with people as (
      select * from (${join(rows, '\nunion all\n')}) ${left}
      qualify row_number() over (partition by id order by place) = 1
    ),
    compared as (
      select *, ${addressKey} as address, ${nameKey} as words, right(regexp_replace(phone, '[^0-9]', '', 'g'), 9) as number
      from people
    ),
    by_address as (
      select *, first_value(id) over (partition by address order by place) as "to", count(*) over (partition by address) as people
      from compared where address is not null
    ),
    by_name as (
      select *, first_value(id) over (partition by words, lower(postcode) order by place) as "to"
      from compared where words is not null and postcode is not null
    ),
    pairs as (
      select id as "from", "to", 'email' as reason, people from by_address where id <> "to"
      union all
      select id, "to", 'name-postcode', 2 from by_name where id <> "to"
    ),
    scored as (
      select pairs."from", pairs."to", pairs.reason,
        case when reason = 'email' and people > 3 then 0.4
          when reason = 'email' and a.words = b.words then 0.97
          when reason = 'email' and a.words <> b.words then 0.7
          when reason = 'email' then 0.9
          when length(a.number) = 9 and a.number = b.number then 0.9
          when a.address <> b.address then 0.55
          else 0.75 end::double as score,
        a.name as "fromName", a.email as "fromEmail", a.postcode as "fromPostcode",
        b.name as "toName", b.email as "toEmail", b.postcode as "toPostcode", a.place
      from pairs join compared as a on a.id = pairs."from" join compared as b on b.id = pairs."to"
      -- One proposal per number: the better of the two.
      qualify row_number() over (partition by pairs."from" order by score desc, reason) = 1
    )
    select * exclude (place), count(*) over () as total from scored order by score desc, place limit ${limit}`;
}

/** An address without case and without what stands behind a plus; null where it is none. */
const addressKey = sql`if(contains(email, '@'), regexp_replace(lower(email), '[+][^@]*@', '@'), null)`;

/** The words of a name in alphabetical order, so that a swapped first name is no other name. */
const nameKey = sql`nullif(array_to_string(list_sort(list_filter(
  string_split(regexp_replace(strip_accents(lower(name)), '[^a-z0-9]+', ' ', 'g'), ' '), word -> word <> '')), ' '), '')`;

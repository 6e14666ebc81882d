import type { Vocabulary, VocabularyFunction, VocabularyTable } from '../../analyses/sql-desk.js';
import type { Engine } from '../../engine/engine.js';
import { typeFamily } from '../../engine/type-family.js';
import { list, sql, type Sql } from '../../engine/sql.js';

/** The tables of these names that stand in the engine, with their columns. */
export async function tablesNamed(
  engine: Engine,
  named: ReadonlyMap<string, VocabularyTable['kind']>,
): Promise<VocabularyTable[]> {
  const names = [...named.keys()];
  if (names.length === 0) return [];
  const rows = await engine.query<{ table_name: string; column_name: string; data_type: string }>(
    sql`select table_name, column_name, data_type
from duckdb_columns()
where schema_name = current_schema() and table_name in (${list(names)})
order by table_name, column_index`,
  );
  return names.flatMap((name): VocabularyTable[] => {
    const columns = rows.filter((row) => row.table_name === name);
    if (columns.length === 0) return [];
    const kind = named.get(name) ?? 'file';
    return [
      {
        name,
        kind,
        columns: columns.map((row) => ({ name: row.column_name, type: typeFamily(row.data_type) })),
      },
    ];
  });
}

/** What the running engine itself understands. */
export async function engineWords(engine: Engine): Promise<Pick<Vocabulary, 'functions' | 'keywords'>> {
  const [overloads, keywords] = await Promise.all([
    engine.query<Overload>(functionsSql),
    engine.query<{ keyword: string }>(keywordsSql),
  ]);
  const byName = new Map<string, Overload[]>();
  for (const one of overloads) byName.set(one.name, [...(byName.get(one.name) ?? []), one]);
  return {
    functions: [
      ...[...byName].map(([name, ways]) => ({ name, signature: signatureOf(name, ways) })),
      ...unlisted.filter(({ name }) => !byName.has(name)),
    ],
    keywords: keywords.map(({ keyword }) => keyword),
  };
}

/** One way of calling a function; lists come as text with commas. */
export interface Overload {
  readonly name: string;
  readonly parameters: string;
  readonly types: string;
  readonly result: string | null;
  readonly varargs: string | null;
}

/** One line for all ways of calling a function: what only the longer ones take stands in square brackets. */
export function signatureOf(name: string, ways: readonly Overload[]): string {
  const sizes = ways.map(({ parameters }) => parts(parameters).length);
  const longest = ways[sizes.indexOf(Math.max(...sizes))];
  if (!longest) return `${name}()`;
  const types = parts(longest.types);
  const names = parts(longest.parameters).map((one, index) =>
    // A parameter without a name of its own is told by its type.
    /^col\d+$/.test(one) ? (types[index] ?? one).toLowerCase() : one,
  );
  const least = Math.min(...sizes);
  const needed = names.slice(0, least).join(', ');
  const more = names.slice(least).map((one) => (least > 0 ? `, ${one}` : one));
  const rest = longest.varargs === null ? '' : ', …';
  const results = new Set(ways.map(({ result }) => result));
  const result = results.size === 1 && longest.result !== null ? ` → ${longest.result}` : '';
  return `${name}(${needed}${more.length > 0 ? `[${more.join('')}]` : ''}${rest})${result}`;
}

function parts(list: string): string[] {
  return list === '' ? [] : list.split('\n');
}

/** What the engine reads like functions and does not list. */
const unlisted: readonly VocabularyFunction[] = [
  ['cast', 'cast(x as type)'],
  ['try_cast', 'try_cast(x as type)'],
  ['coalesce', 'coalesce(x, …)'],
  ['extract', 'extract(part from date)'],
  ['row_number', 'row_number() over (…)'],
  ['rank', 'rank() over (…)'],
  ['dense_rank', 'dense_rank() over (…)'],
  ['percent_rank', 'percent_rank() over (…)'],
  ['cume_dist', 'cume_dist() over (…)'],
  ['ntile', 'ntile(groups) over (…)'],
  ['lag', 'lag(x[, offset, default]) over (…)'],
  ['lead', 'lead(x[, offset, default]) over (…)'],
  ['first_value', 'first_value(x) over (…)'],
  ['last_value', 'last_value(x) over (…)'],
  ['nth_value', 'nth_value(x, n) over (…)'],
].map(([name = '', signature = '']) => ({ name, signature }));

/** Functions that read files, settings or the catalogue are of no use in a cell, and not proposed. */
const functionsSql: Sql = sql`select distinct
  function_name as name,
  coalesce(array_to_string(parameters, chr(10)), '') as parameters,
  coalesce(array_to_string(parameter_types, chr(10)), '') as types,
  lower(return_type) as result,
  varargs
from duckdb_functions()
where schema_name = 'main'
  and regexp_full_match(function_name, '[a-z][a-z0-9_]*')
  and (
    function_type in ('scalar', 'aggregate', 'macro')
    or function_name in ('range', 'generate_series', 'unnest')
  )
  and not regexp_matches(function_name, '^(duckdb|pragma|pg|current|json_(de)?serialize|has|in_search|nextval|currval|getvariable|setseed|read|write|finalize|combine|create_sort_key|remap_struct|vector_type|replace_type|cast_to_type|can_cast|get_block|is_histogram|session_user|user$|version$|txid|transaction_|col_desc|obj_desc|shobj|timetz_byte)')
order by name, parameters, types`;

const keywordsSql: Sql = sql`select keyword_name as keyword
from duckdb_keywords()
where (
    keyword_category = 'reserved'
    or keyword_name in ('anti', 'asof', 'between', 'by', 'cross', 'date', 'exclude', 'exists', 'filter', 'first', 'full', 'ilike', 'inner', 'interval', 'is', 'join', 'last', 'left', 'like', 'nulls', 'over', 'partition', 'range', 'replace', 'right', 'rows', 'semi', 'try_cast', 'values', 'within')
  )
  and keyword_name not in ('analyse', 'analyze', 'asymmetric', 'both', 'check', 'collate', 'column', 'constraint', 'create', 'default', 'deferrable', 'do', 'fetch', 'foreign', 'initially', 'into', 'leading', 'only', 'placing', 'primary', 'references', 'returning', 'some', 'symmetric', 'to', 'trailing', 'unique', 'variadic', 'pivot_longer', 'pivot_wider')
order by keyword`;

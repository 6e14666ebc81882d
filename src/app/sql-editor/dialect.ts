import { PostgreSQL, SQLDialect } from '@codemirror/lang-sql';

/** DuckDB as the editor colours it: PostgreSQL with the words that DuckDB adds. */
export const duckdb = SQLDialect.define({
  ...PostgreSQL.spec,
  keywords: `${PostgreSQL.spec.keywords ?? ''} anti asof describe exclude ilike macro pivot positional qualify replace sample semi show summarize unpivot using within`,
  types: `${PostgreSQL.spec.types ?? ''} double float hugeint list map string struct tinyint ubigint uhugeint uinteger union usmallint utinyint`,
  // In DuckDB names in backquotes, casts in front of texts and E'…' with backslashes are what they are in PostgreSQL.
  identifierQuotes: '"',
});

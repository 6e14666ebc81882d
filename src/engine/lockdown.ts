import { ident, sql, type Sql } from './sql.js';

/** Where registered files are visible to SQL; nothing else can be read. */
export const fileFolder = 'in/';

/** What `db.open` gets in the browser and in Node: DECIMAL and BIGINT arrive as plain numbers. */
export const openConfig = { query: { castDecimalToDouble: true, castBigIntToDouble: true } } as const;

/**
 * The database that holds all tables. It compresses them: a million order lines take 30 MB instead of 140. Only methods
 * are left on that are worth their time when everything is in memory anyway. What statements have added is compressed
 * once it would take 24 MB: every time costs, and until then it takes its full size.
 */
const database = sql`clientele`;

/**
 * Run right after opening, before anything untrusted: afterwards no statement can load code, reach the network or other
 * files, or turn any of this back.
 */
export const lockdown = (memory = '3GB'): readonly Sql[] => [
  sql`attach ':memory:' as ${database} (compress, storage_version 'latest')`,
  sql`set checkpoint_threshold = '24MB'`,
  sql`set disabled_compression_methods = 'alprd,chimp,patas,roaring,zstd'`,
  sql`set autoinstall_known_extensions = false`,
  sql`set autoload_known_extensions = false`,
  sql`set allow_community_extensions = false`,
  sql`set memory_limit = ${memory}`,
  sql`set allowed_directories = ['in/']`,
  sql`set enable_external_access = false`,
  sql`set lock_configuration = true`,
];

/** Run on every new connection: names without a schema mean tables of this schema. */
export function useSchema(schema: string): Sql {
  return sql`use ${database}.${ident(schema)}`;
}

import * as v from 'valibot';
import { AppError } from '../core/errors.js';
import type { SourceColumn } from '../data/source.js';
import type { FileStore } from './file-store.js';

/** The part of a source that says where its table is, what its columns mean and under which id it is kept. */
export interface Kept {
  readonly id: string;
  readonly table: string;
  /** Named in messages. */
  readonly file: string;
  readonly columns: readonly Pick<SourceColumn, 'name' | 'role'>[];
}

/** Written last: a source without it counts as absent. */
export const manifestFile = 'manifest.json';

/** The checksum is null where the browser offers none (pages that are not served securely). */
const partsSchema = v.array(v.object({ bytes: v.number(), sha256: v.nullable(v.string()) }));
const manifestSchema = v.object({
  rows: v.number(),
  /** `stored` is how the column stands in the Parquet: exactly as its type allows, or as text where only text is exact. */
  columns: v.array(v.object({ name: v.string(), type: v.string(), stored: v.picklist(['value', 'text']) })),
  parts: partsSchema,
  /** Where the source lists not all of its rejects. */
  rejects: v.optional(partsSchema, []),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;
export type StoredColumn = Manifest['columns'][number];
export type Part = Manifest['parts'][number];

/** What is stored of a source. Throws `storage/damaged` when it cannot be read. */
export async function readManifest(files: FileStore, source: Kept): Promise<Manifest> {
  const bytes = await files.read(source.id, manifestFile);
  if (!bytes) throw damaged(source);
  try {
    return v.parse(manifestSchema, JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw damaged(source, cause);
  }
}

/** A file of the store, exactly as it was written. */
export async function readPart(
  files: FileStore,
  source: Kept,
  name: string,
  part: Part,
): Promise<Uint8Array> {
  const bytes = await files.read(source.id, name);
  if (bytes?.length !== part.bytes) throw damaged(source);
  if (part.sha256 !== null && (await checksum(bytes)) !== part.sha256) throw damaged(source);
  return bytes;
}

/** Stores a file of a source, and answers how to know it again. */
export async function writePart(
  files: FileStore,
  source: Kept,
  name: string,
  bytes: Uint8Array,
): Promise<Part> {
  await files.write(source.id, name, bytes);
  return { bytes: bytes.length, sha256: await checksum(bytes) };
}

export function damaged(source: Kept, cause?: unknown): AppError {
  return new AppError('storage/damaged', { file: source.file }, { cause });
}

async function checksum(bytes: Uint8Array): Promise<string | null> {
  // Absent on pages that are not served securely, whatever the types say.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle) return null;
  const digest = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

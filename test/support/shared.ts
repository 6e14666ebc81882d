import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** Reference data and published results, beside the project on our machines and in CI; users do not have them. */
const folder = join(import.meta.dirname, '../../../shared/reference');

/** False where the reference folder is absent: such tests are reported as skipped. In CI its absence is a failure. */
export const hasReference = existsSync(folder) || Boolean(process.env['CI']);

export function referencePath(name: string): string {
  return join(folder, name);
}

/** A file as text, inflated when it is gzip. */
export function referenceText(name: string): string {
  const bytes = readFileSync(referencePath(name));
  return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

export function referenceJson<T>(name: string): T {
  return JSON.parse(referenceText(name)) as T;
}

import { AppError } from '../core/errors.js';
import { notANotebook } from './plain-json.js';

/** The version of the notebook format that this app writes. A change of meaning adds one and a step below. */
export const notebookVersion = 1;

/** Brings what an older version wrote to today's shape; what a newer version wrote is refused, never guessed at. */
export function migrate(json: unknown): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) throw notANotebook('not an object');
  if (!('clientele' in json) || json.clientele !== 'notebook')
    throw notANotebook('"clientele" is not "notebook"');
  const version = 'version' in json ? json.version : undefined;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    throw notANotebook(`version ${JSON.stringify(version)}`);
  }
  if (version > notebookVersion) throw new AppError('notebook/newer-version', { version });
  return json;
}

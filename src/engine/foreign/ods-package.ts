import { AppError } from '../../core/errors.js';
import type { Archive } from './archive.js';

/** Refuses an OpenDocument package that is locked, or that is no spreadsheet, before its content is read. */
export async function refuseOtherPackages(archive: Archive, file: string): Promise<void> {
  const text = async (path: string): Promise<string> =>
    archive.paths.includes(path) ? new TextDecoder().decode(await archive.bytes(path)) : '';
  if (/<(?:\w+:)?encryption-data\b/.test(await text('META-INF/manifest.xml')))
    throw new AppError('file/protected', { file });
  const type = /^application\/vnd\.oasis\.opendocument\.([\w-]+)/.exec(await text('mimetype'))?.[1];
  if (type !== undefined && !type.startsWith('spreadsheet'))
    throw new AppError('file/not-a-table', { file, kind: 'document' });
}

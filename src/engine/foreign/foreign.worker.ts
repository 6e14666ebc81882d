import * as Comlink from 'comlink';
import { answer, type Answer } from '../answer.js';
import { Archive } from './archive.js';
import { gunzip } from './gunzip.js';
import { readRecords } from './json-table.js';
import { readSheet } from './workbook.js';
import type { ArchiveMember, ForeignFile, RecordsText, SheetText } from './reader.js';

const work = {
  sheet: (file: ForeignFile, name: string | null): Promise<Answer<SheetText>> =>
    answer(() => readSheet(file, name)),
  records: (file: ForeignFile): Promise<Answer<RecordsText[]>> => answer(() => readRecords(file)),
  members: (file: ForeignFile): Promise<Answer<string[]>> =>
    answer(async () => (await Archive.open(file)).paths),
  unzip: (file: ForeignFile, paths: readonly string[]): Promise<Answer<ArchiveMember[]>> =>
    answer(async () => (await Archive.open(file)).members(paths)),
  gunzip: (file: ForeignFile): Promise<Answer<Blob>> => answer(() => gunzip(file)),
};

/** What the page may ask of the worker that reads foreign files. */
export type ForeignWork = typeof work;

Comlink.expose(work);

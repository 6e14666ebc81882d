import { uniqueName } from '../../core/ids.js';
import { bytesOf } from '../encoding.js';
import type { Opened, TableFile } from '../open.js';
import { RecordScanner } from '../record-scanner.js';
import { readSample } from '../sample.js';

const headerBytes = 64 * 1024;

/**
 * Opens a table made from a log. Nothing is guessed: the first record holds the names, and each one below is the log's
 * line of that number, counted from 1.
 */
export async function openLogTable({ name: file, blob, origin }: TableFile): Promise<Opened> {
  const names: string[] = [];
  let dataOffset = 0;
  const scanner = new RecordScanner(',', 0, (record) => {
    if (dataOffset > 0) return;
    dataOffset = record.next;
    for (let index = 0; index < record.count; index += 1) names.push(uniqueName(record.text(index), names));
  });
  scanner.push(await bytesOf(blob.slice(0, headerBytes), file));
  // Read again, the source's other repairs are found again.
  const repairs = (origin?.repairs ?? []).filter(({ code }) => code === 'mixed-dates');
  const dialect = { delimiter: ',', names, unnamed: [], dataOffset, dataLine: 1, repairs };
  const table = { file, text: blob, dialect };
  return { table, encoding: origin?.encoding ?? 'utf-8', sample: await readSample(table) };
}

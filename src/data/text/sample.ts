import type { Dialect } from './dialect.js';
import { bytesOf, slices } from './encoding.js';
import { longestRecord, RecordScanner } from './record-scanner.js';
import { fateOf, type Table } from './records.js';

/** Values looked at before the load, over all columns. */
const sampleValues = 60_000;
/** Files up to this size are looked at in full, larger ones at several places. */
const wholeBytes = 1024 * 1024;
const places = 16;
/** Fewer records than this say little of their columns. */
const fewestRecords = 20;

/** Records from all over a table, to judge its columns by. */
export interface Sample {
  readonly records: readonly (readonly string[])[];
}

/** Reads records at the beginning, at the end and in between. */
export async function readSample({ file, text, dialect }: Table): Promise<Sample> {
  const data = text.slice(dialect.dataOffset);
  const columns = dialect.names.length;
  const wanted = Math.max(300, Math.min(3000, sampleValues / columns));
  const isWhole = data.size <= wholeBytes;
  const pieces = isWhole ? 1 : places;
  const pieceBytes = isWhole ? data.size : wholeBytes / places;
  const records: string[][] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const from = pieces === 1 ? 0 : Math.floor(((data.size - pieceBytes) * piece) / (pieces - 1));
    const bytes = await bytesOf(data.slice(from, from + pieceBytes), file);
    // Behind the first newline a record begins, unless it stands in quotes: then the records there will not fit.
    const start = from === 0 ? 0 : bytes.indexOf(0x0a) + 1;
    const step = (pieceBytes * pieces) / wanted;
    let next = 0;
    const scanner = new RecordScanner(dialect.delimiter, 1, (record) => {
      const position = record.offset + record.start;
      if (fateOf(record, dialect) !== 'kept' || position < next) return;
      next += step;
      records.push(Array.from({ length: columns }, (_, index) => record.text(index)));
    });
    scanner.push(bytes.subarray(start));
    if (piece === pieces - 1) scanner.finish();
  }
  if (records.length < fewestRecords && !isWhole) await readFromTop(data, dialect, file, records);
  return { records };
}

/** Records so long that the places held hardly any whole one: the first ones are read instead. */
async function readFromTop(data: Blob, dialect: Dialect, file: string, records: string[][]): Promise<void> {
  const first: string[][] = [];
  const scanner = new RecordScanner(dialect.delimiter, 1, (record) => {
    if (fateOf(record, dialect) === 'kept') first.push(dialect.names.map((_, index) => record.text(index)));
  });
  for await (const bytes of slices(data.slice(0, 2 * longestRecord), file)) {
    scanner.push(bytes);
    if (first.length >= fewestRecords || scanner.isEndless) break;
  }
  records.splice(0, records.length, ...first);
}

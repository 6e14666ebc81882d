import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Archive } from '../../src/engine/foreign/archive.js';
import { gunzip } from '../../src/engine/foreign/gunzip.js';
import { readRecords } from '../../src/engine/foreign/json-table.js';
import type { ForeignReader } from '../../src/engine/foreign/reader.js';
import { readSheet } from '../../src/engine/foreign/workbook.js';
import { outlineParquet, readRowGroups, startCodec } from '../../src/engine/parquet-codec.js';

/** The worker's reader, called directly. */
export async function nodeReader(): Promise<ForeignReader> {
  const wasm = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');
  await startCodec(readFileSync(wasm));
  return {
    sheet: readSheet,
    records: readRecords,
    members: async (file, signal) => (await Archive.open(file, signal)).paths,
    unzip: async (file, paths, signal) => (await Archive.open(file, signal)).members(paths),
    gunzip,
    outline: outlineParquet,
    rowGroups: readRowGroups,
  };
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { decodeParquet, encodeParquet, startCodec } from '../../src/engine/parquet-codec.js';
import type { ParquetCodec } from '../../src/engine/parquet.js';

/** The worker's codec, called directly. */
export async function nodeCodec(): Promise<ParquetCodec> {
  const wasm = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');
  await startCodec(readFileSync(wasm));
  return {
    encode: async (stream) => encodeParquet(stream),
    decode: async (file) => decodeParquet(file),
  };
}

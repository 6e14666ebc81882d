import { tableFromArrays, tableFromIPC, tableToIPC } from 'apache-arrow';
import { beforeAll, expect, test } from 'vitest';
import { nodeCodec } from '../notebook/node-codec.js';
import type { ParquetCodec } from '../../src/engine/parquet.js';

let codec: ParquetCodec;
beforeAll(async () => {
  codec = await nodeCodec();
});

test('an Arrow stream becomes a Parquet file and comes back', async () => {
  const table = tableFromArrays({ n: Float64Array.of(1.5, -2, 0), i: Int32Array.of(1, 2, 3) });
  const file = await codec.encode(tableToIPC(table, 'stream'));
  expect(new TextDecoder().decode(file.slice(0, 4))).toBe('PAR1');
  const back = tableFromIPC(await codec.decode(file));
  expect(back.toArray().map((row) => ({ ...row }))).toEqual([
    { n: 1.5, i: 1 },
    { n: -2, i: 2 },
    { n: 0, i: 3 },
  ]);
});

test('repeated values are compressed', async () => {
  const table = tableFromArrays({ n: new Float64Array(100_000).fill(7) });
  const stream = tableToIPC(table, 'stream');
  const size = stream.length;
  expect((await codec.encode(stream)).length).toBeLessThan(size / 100);
});

test('bytes that are no Parquet are refused', async () => {
  await expect(codec.decode(new TextEncoder().encode('PAR1 but not really'))).rejects.toThrow();
});

import * as Comlink from 'comlink';
import { answer, type Answer } from './answer.js';
import {
  decodeParquet,
  encodeParquet,
  outlineParquet,
  readRowGroups,
  startCodec,
  type ParquetOutline,
} from './parquet-codec.js';

const work = {
  /** Loads the codec; the page gives the URL because a worker from a blob has no folder of its own. */
  start: (wasmUrl: string): Promise<Answer<void>> => answer(() => startCodec(wasmUrl)),
  encodeParquet: (stream: Uint8Array): Promise<Answer<Uint8Array>> =>
    bytes(() => consumed(stream, encodeParquet)),
  decodeParquet: (file: Uint8Array): Promise<Answer<Uint8Array>> =>
    bytes(() => consumed(file, decodeParquet)),
  outlineParquet: (file: Blob): Promise<Answer<ParquetOutline>> => answer(() => outlineParquet(file)),
  readRowGroups: (file: Blob, groups: readonly number[]): Promise<Answer<Uint8Array>> =>
    bytes(() => readRowGroups(file, groups)),
};

/** What the page may ask of the compute worker. */
export type ComputeWork = typeof work;

Comlink.expose(work);

/** Posting to a closed port frees the bytes at once; the garbage collector would let dozens of megabytes pile up. */
const { port1: nowhere, port2 } = new MessageChannel();
port2.close();

function consumed(bytes: Uint8Array, work: (bytes: Uint8Array) => Uint8Array): Uint8Array {
  const made = work(bytes);
  nowhere.postMessage(null, [bytes.buffer]);
  return made;
}

/** An answer whose bytes are handed over, not copied. */
async function bytes(make: () => Uint8Array | Promise<Uint8Array>): Promise<Answer<Uint8Array>> {
  const made = await answer(make);
  return made.ok ? Comlink.transfer(made, [made.value.buffer]) : made;
}

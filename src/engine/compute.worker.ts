import * as Comlink from 'comlink';
import { toAppError, type ErrorCode, type ErrorData } from '../core/errors.js';
import { decodeParquet, encodeParquet, startCodec } from './parquet-codec.js';

/** What a call answers: comlink would keep nothing of an error's code and data. */
export type Answer =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly code: ErrorCode; readonly data: ErrorData; readonly detail: string };

const work = {
  /** Loads the codec; the page gives the URL because a worker from a blob has no folder of its own. */
  start: (wasmUrl: string): Promise<Answer> =>
    answer(async () => {
      await startCodec(wasmUrl);
      return new Uint8Array();
    }),
  encodeParquet: (stream: Uint8Array): Promise<Answer> => answer(() => consumed(stream, encodeParquet)),
  decodeParquet: (file: Uint8Array): Promise<Answer> => answer(() => consumed(file, decodeParquet)),
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

async function answer(make: () => Uint8Array | Promise<Uint8Array>): Promise<Answer> {
  try {
    const bytes = await make();
    return Comlink.transfer({ ok: true, bytes }, [bytes.buffer]);
  } catch (cause) {
    const { code, data, message } = toAppError(cause);
    return { ok: false, code, data, detail: message };
  }
}

import wasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import worker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import type { EngineFiles } from './session.js';

/** The engine's files as the build placed them, as absolute URLs: a blob worker has no folder of its own. */
export function engineFiles(): EngineFiles {
  return { worker: new URL(worker, document.baseURI).href, wasm: new URL(wasm, document.baseURI).href };
}

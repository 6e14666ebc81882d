import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { enginePrelude, namedExports } from '../../src/engine/engine-prelude.js';

const dist = join(createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'), '..');
const script = readFileSync(join(dist, 'duckdb-browser-eh.worker.js'), 'utf8');

test("the names that DuckDB's script asks for are found, and the WebAssembly exports them", () => {
  const module = new WebAssembly.Module(readFileSync(join(dist, 'duckdb-eh.wasm')));
  const exported = new Set(WebAssembly.Module.exports(module).map(({ name }) => name));
  const named = namedExports(script);
  expect(named).toEqual(expect.arrayContaining(['malloc', 'main', 'duckdb_web_open', '__wasm_call_ctors']));
  expect(named.filter((name) => !exported.has(name))).toEqual([]);
});

/** What a script gets of a WebAssembly that exports these, after the prelude. */
async function exportsGiven(text: string, exported: Record<string, number>): Promise<unknown> {
  const world = {
    WebAssembly: { instantiateStreaming: () => ({ module: 'module', instance: { exports: exported } }) },
    MessageChannel,
    FileReaderSync: class {
      readAsArrayBuffer(): void {
        // Nothing reads here.
      }
    },
  };
  const started: unknown = runInNewContext(
    `self = globalThis; ${enginePrelude(text)}; WebAssembly.instantiateStreaming()`,
    world,
  );
  return ((await started) as { instance: { exports: unknown } }).instance.exports;
}

test('the script gets the exports that it names, and all of them when one of those is not there', async () => {
  const text = 'f=()=>wasmExports.malloc(1),g=()=>wasmExports.free(2),wasmExports.free(3)';
  expect(await exportsGiven(text, { malloc: 1, free: 2, _ZN6duckdb: 3 })).toEqual({ malloc: 1, free: 2 });
  expect(await exportsGiven(text, { malloc: 1, _ZN6duckdb: 3 })).toEqual({ malloc: 1, _ZN6duckdb: 3 });
  expect(await exportsGiven('exports.malloc(1)', { malloc: 1 })).toEqual({ malloc: 1 });
});

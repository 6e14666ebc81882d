import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../../src');

/** All modules that a module pulls in at run time, and the packages they name; type imports do not count. */
function reach(entry: string): { modules: Set<string>; packages: Set<string> } {
  const modules = new Set<string>();
  const packages = new Set<string>();
  const visit = (path: string): void => {
    if (modules.has(path) || !existsSync(path)) return;
    modules.add(path);
    if (!/\.(ts|svelte)$/.test(path)) return;
    const code = readFileSync(path, 'utf8').replace(/import type [^;]*;/g, '');
    for (const [, specifier = ''] of code.matchAll(/(?:from|import|import\()\s*'([^']+)'/g)) {
      if (specifier.startsWith('.')) visit(join(dirname(path), specifier.replace(/\.js$/, '.ts')));
      else packages.add(specifier);
    }
  };
  visit(entry);
  return { modules, packages };
}

test('the exported page carries Views and charts, but no engine, no worker and no storage', () => {
  const { modules, packages } = reach(join(src, 'viewer/main.ts'));
  const heavy = /^(@duckdb|comlink|idb|apache-arrow|parquet-wasm)/;
  expect([...packages].filter((name) => heavy.test(name))).toEqual([]);
  expect(modules).toContain(join(src, 'charts/Frame.svelte'));
  expect(modules).toContain(join(src, 'analyses/overview/View.svelte'));
});

test('the exported page asks the network for nothing', () => {
  const { modules } = reach(join(src, 'viewer/main.ts'));
  const asking = [...modules].filter((path) =>
    /\bfetch\(|XMLHttpRequest|WebSocket|sendBeacon|new Worker|indexedDB/.test(readFileSync(path, 'utf8')),
  );
  expect(asking).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const src = join(import.meta.dirname, '../src');

/** Who may import whom: the architecture. `app` may import all. */
const allowed: Record<string, readonly string[]> = {
  core: [],
  i18n: ['core'],
  stats: ['core'],
  engine: ['core', 'stats'],
  charts: ['core', 'i18n'],
  ui: ['core', 'i18n'],
  data: ['core', 'engine'],
  analyses: ['core', 'i18n', 'stats', 'engine', 'data', 'charts', 'ui'],
  export: ['core', 'i18n'],
  notebook: ['core', 'engine', 'data', 'analyses'],
  viewer: ['core', 'i18n', 'charts', 'ui', 'analyses'],
  app: [
    'core',
    'i18n',
    'stats',
    'engine',
    'charts',
    'ui',
    'data',
    'analyses',
    'export',
    'notebook',
    'viewer',
  ],
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|svelte)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(src, file), 'utf8') }));

const imports = files
  .flatMap(({ file, text }) =>
    [...text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)].map((match) => {
      const target = relative(src, join(src, dirname(file), match[1] ?? ''));
      return { file, target, from: layer(file), to: layer(target) };
    }),
  )
  .filter(({ target }) => !/\.(jpg|css)$|\?/.test(target));

function layer(path: string): string {
  return path.includes('/') ? (path.split('/')[0] ?? '') : 'root';
}

test('each layer imports only what the drawing allows', () => {
  const wrong = imports.filter(
    ({ from, to }) => from !== to && from !== 'root' && !allowed[from]?.includes(to),
  );
  expect(wrong).toEqual([]);
  expect(imports.length).toBeGreaterThan(10);
});

test('an analysis never imports another analysis, and others import only its index', () => {
  const folder = (path: string): string => path.split('/')[1] ?? '';
  const isShared = (path: string): boolean => path.split('/').length < 3;
  const wrong = imports.filter(({ file, target, from, to }) => {
    if (to !== 'analyses' || isShared(target)) return false;
    if (from === 'analyses' && !isShared(file)) return folder(file) !== folder(target);
    return !target.endsWith('/index.js');
  });
  expect(wrong).toEqual([]);
});

test('core, stats and every sql.ts are free of Svelte and of the DOM', () => {
  const pure = files.filter(({ file }) => /^(core|stats)\//.test(file) || file.endsWith('/sql.ts'));
  const wrong = pure.filter(({ text }) => /from 'svelte|\bdocument\.|\bwindow\.|\$state/.test(text));
  expect(wrong.map(({ file }) => file)).toEqual([]);
  expect(pure.length).toBeGreaterThan(3);
});

test('only engine names DuckDB and comlink', () => {
  const wrong = files.filter(
    ({ file, text }) => !file.startsWith('engine/') && /'(@duckdb\/|comlink)/.test(text),
  );
  expect(wrong.map(({ file }) => file)).toEqual([]);
});

test('SQL is made in two places only, and HTML is never set from text', () => {
  const makers = files.filter(({ text }) => text.includes('new Sql(')).map(({ file }) => file);
  expect(makers.sort()).toEqual(['engine/sql.ts', 'engine/user-sql.ts']);
  const html = files.filter(({ text }) =>
    /\{@html|innerHTML\s*=|outerHTML\s*=|insertAdjacentHTML/.test(text),
  );
  expect(html.map(({ file }) => file)).toEqual([]);
});

test('imports are relative with their extension, and there are no barrel files', () => {
  const bare = imports.filter(
    ({ target }) => !/\.(js|svelte|md\?raw|css|json|csv\?url|png|webp)$/.test(target),
  );
  expect(bare.filter(({ target }) => !target.includes('?'))).toEqual([]);
  const barrels = files.filter(
    ({ file, text }) => /^index\.ts$/.test(file.split('/').at(-1) ?? '') && /^export \* from/m.test(text),
  );
  expect(barrels.map(({ file }) => file)).toEqual([]);
});

test('every path that the map names is there', () => {
  const map = readFileSync(join(src, 'README.md'), 'utf8');
  const there = new Set(readdirSync(src, { recursive: true, encoding: 'utf8' }));
  const named = [...map.matchAll(/`((?:\w[\w-]*\/)+(?:[\w.-]+\.(?:ts|svelte))?)`/g)].map((match) =>
    (match[1] ?? '').replace(/\/$/, ''),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((path) => !path.startsWith('test/') && !there.has(path))).toEqual([]);
});

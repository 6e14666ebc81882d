/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig, transformWithOxc, type Plugin, type UserConfig } from 'vite';
import packageJson from './package.json' with { type: 'json' };

const here = import.meta.dirname;

/** What hosts that can send headers should send; `public/_headers` says the same for static hosts. */
const securityHeaders = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self' blob:; connect-src 'self'; style-src 'self'; " +
    "img-src 'self' data: blob:; font-src 'self'; manifest-src 'self'; frame-src 'none'; object-src 'none'; base-uri 'none'; " +
    "form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types svelte-trusted-html app-worker",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
};

/** The app: a folder of static files that works under any path of any host. */
const app: UserConfig = {
  root: 'src',
  base: './',
  publicDir: '../public',
  plugins: [svelte()],
  define: { __APP_VERSION__: JSON.stringify(packageJson.version) },
  worker: { format: 'iife' },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
  preview: { headers: securityHeaders, host: '127.0.0.1' },
};

/** Writes the service worker once all files of the app are there: it keeps them, and is another one when one of them is. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    async closeBundle() {
      const dist = join(here, 'dist');
      const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
        .map((file) => file.replaceAll('\\', '/'))
        .filter(
          (file) => statSync(join(dist, file)).isFile() && !/^(_headers|service-worker\.js)$/.test(file),
        )
        .toSorted();
      const hash = createHash('sha256');
      for (const file of files) hash.update(file).update(readFileSync(join(dist, file)));
      const precache = JSON.stringify({ version: hash.digest('hex').slice(0, 16), files });
      const source = join(here, 'src/app/offline/service-worker.ts');
      const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source);
      writeFileSync(join(dist, 'service-worker.js'), `const __PRECACHE__ = ${precache};\n${code}`);
    },
  };
}

/** The script and style that an exported page carries: Views and charts in one file, without the engine. */
const viewer: UserConfig = {
  root: 'src',
  publicDir: false,
  plugins: [svelte({ emitCss: true }), serviceWorker()],
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: true,
    target: 'es2022',
    lib: {
      entry: 'viewer/main.ts',
      formats: ['iife'],
      name: 'clienteleViewer',
      fileName: () => 'viewer.js',
      cssFileName: 'viewer',
    },
  },
};

export default defineConfig(({ mode }) => ({
  ...(mode === 'viewer' ? viewer : app),
  test: {
    root: here,
    expect: { requireAssertions: true },
    reporters: process.env['CI']
      ? ['default', ['json', { outputFile: 'test/.out/report.json' }]]
      : ['default'],
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          root: here,
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/reference/*.e2e.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          root: here,
          environment: 'node',
          include: ['test/e2e/**/*.test.ts', 'test/reference/*.e2e.test.ts'],
          globalSetup: ['test/e2e/global-setup.ts'],
          maxWorkers: 2,
          // Browsers have the machine to themselves; none of these tests measures time.
          sequence: { groupOrder: 1 },
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
}));

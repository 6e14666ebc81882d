import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { findChromium } from '../support/chromium.js';
import { serveFolder } from '../support/static-server.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the built app, under a path that is not the root. */
    app: string;
    chromium: string;
  }
}

/** Serves the built app once for all browser tests. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dist = join(import.meta.dirname, '../../dist');
  if (!existsSync(join(dist, 'index.html'))) throw new Error('run `npm run build` first');
  const server = await serveFolder(dist, '/some/path/');
  project.provide('app', server.url);
  project.provide('chromium', findChromium());
  return () => server.close();
}

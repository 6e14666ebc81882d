import type { EngineWorkers } from '../engine/engine-workers.js';
import { SupervisedEngine } from '../engine/supervised-engine.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import type { Assembled } from './assemble.js';
import type { Workspace } from './workspace.svelte.js';

/**
 * Starts everything behind the first screen. The engine needs the longest and nothing else: it starts first, the rest of
 * the code is loaded beside it, and its news waits for the workspace.
 */
export async function start(i18n: I18n, parts: EngineWorkers): Promise<Assembled> {
  let app: Assembled | null = null;
  const news: Parameters<Workspace['engineChanged']>[] = [];
  const engine = new SupervisedEngine({
    parts,
    restore: async (fresh) => app?.room.restore(fresh),
    onstatus: (...status) => (app ? app.workspace.engineChanged(...status) : news.push(status)),
  });
  const { assemble } = await import('./assemble.js');
  app = await assemble(engine, i18n);
  // Only now may the page say that it is ready: whoever waits for that goes on with `window.clientele`.
  for (const status of news) app.workspace.engineChanged(...status);
  await app.open();
  return app;
}

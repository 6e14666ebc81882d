import { engineFiles } from '../engine/assets.js';
import { WorkerCodec } from '../engine/parquet.js';
import { SupervisedEngine } from '../engine/supervised-engine.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import { openDataStore } from '../notebook/data-store.js';
import { openStorage } from '../notebook/idb-storage.js';
import { DataRoom } from './data-room.js';
import { Exporter } from './exporter.js';
import { installScripting } from './scripting.js';
import { Workspace } from './workspace.svelte.js';

export interface Started {
  readonly workspace: Workspace;
  readonly exporter: Exporter;
}

/** Starts everything behind the first screen: the engine, storage, the scripting contract; reopens what was open. */
export async function startWorkspace(i18n: I18n): Promise<Started> {
  // The engine needs the longest and nothing else: it starts first, and its news waits for the workspace.
  let workspace: Workspace | null = null;
  let room: DataRoom | null = null;
  const news: Parameters<Workspace['engineChanged']>[] = [];
  const engine = new SupervisedEngine({
    files: engineFiles(),
    restore: async (fresh) => room?.restore(fresh),
    onstatus: (...status) => (workspace ? workspace.engineChanged(...status) : news.push(status)),
  });
  const [storage, store] = await Promise.all([openStorage(), openDataStore(new WorkerCodec())]);
  room = new DataRoom(engine, store);
  workspace = new Workspace({
    engine,
    room,
    storage,
    i18n,
    isMemoryOnly: !(storage.isDurable && store.isDurable),
  });
  const exporter = new Exporter(engine, workspace.open, i18n);
  installScripting(workspace, exporter, i18n);
  // Only now may the page say that it is ready: whoever waits for that goes on with `window.clientele`.
  for (const status of news) workspace.engineChanged(...status);
  await workspace.refreshRecent();
  window.addEventListener('pagehide', () => void workspace.autosave.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void workspace.autosave.flush();
  });
  const last = await storage.meta('open');
  if (typeof last === 'string') void workspace.openStored(last);
  return { workspace, exporter };
}

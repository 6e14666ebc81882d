import { warmUp } from '../data/warm-up.js';
import { WorkerReader } from '../engine/foreign/worker-reader.js';
import { WorkerCodec } from '../engine/parquet.js';
import { WorkerNumerics } from '../engine/worker-numerics.js';
import type { SupervisedEngine } from '../engine/supervised-engine.js';
import type { I18n } from '../i18n/i18n.svelte.js';
import { openDataStore } from '../notebook/data-store.js';
import { openStorage } from '../notebook/idb-storage.js';
import { DataRoom } from './data-room.js';
import { Exporter } from './exporter.js';
import { RememberedRoles } from './remembered-roles.js';
import { installScripting } from './scripting.js';
import { Workspace } from './workspace.svelte.js';

/** The parts of the app, put together. */
export interface Assembled {
  readonly workspace: Workspace;
  readonly exporter: Exporter;
  readonly room: DataRoom;
  /** Reopens what was open; otherwise gets the engine into its stride. */
  open(): Promise<void>;
}

/** Milliseconds after the engine is there in which somebody who came to do something has done it. */
const quietTime = 250;

/** Puts storage, workspace, exports and the scripting contract around an engine. */
export async function assemble(engine: SupervisedEngine, i18n: I18n): Promise<Assembled> {
  const codec = new WorkerCodec();
  const [storage, store] = await Promise.all([openStorage(), openDataStore(codec)]);
  const room = new DataRoom(engine, store);
  const workspace = new Workspace({
    engine,
    numerics: new WorkerNumerics(),
    room,
    reader: new WorkerReader(codec),
    storage,
    i18n,
    rememberedRoles: new RememberedRoles(),
    isMemoryOnly: !(storage.isDurable && store.isDurable),
  });
  const exporter = new Exporter(engine, workspace.open, i18n);
  installScripting(workspace, exporter, i18n);
  window.addEventListener('pagehide', () => void workspace.autosave.flush());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void workspace.autosave.flush();
  });
  const open = async (): Promise<void> => {
    await workspace.refreshRecent();
    const last = await storage.meta('open');
    if (typeof last === 'string') void workspace.openStored(last);
    else void warmUpWhenIdle(engine, workspace);
  };
  return { workspace, exporter, room, open };
}

/** Gets the engine into its stride while the first screen is read. */
async function warmUpWhenIdle(engine: SupervisedEngine, workspace: Workspace): Promise<void> {
  try {
    await engine.ready();
    await new Promise((resolve) => setTimeout(resolve, quietTime));
    if (workspace.isUntouched) await warmUp(engine);
  } catch {
    // Whatever is wrong with the engine is told where somebody needs it.
  }
}

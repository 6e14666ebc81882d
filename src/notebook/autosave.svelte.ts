import { toAppError, type AppError } from '../core/errors.js';
import type { Notebook } from './document.js';
import type { NotebookStorage } from './storage.js';

/** What the screen says about saving; never "saved" before the store has answered. */
export type SaveStatus =
  | { readonly status: 'saved' }
  | { readonly status: 'pending' }
  | { readonly status: 'failed'; readonly error: AppError };

/** Milliseconds between a change and its save, and between a failed save and the next try. */
const wait = { change: 350, retry: 10_000 } as const;

/** Saves the notebook shortly after each change, and tries again after a failure. */
export class Autosave {
  #status = $state.raw<SaveStatus>({ status: 'saved' });
  readonly #storage: NotebookStorage;
  readonly #mayWrite: (id: string) => Promise<boolean>;
  #unsaved: Notebook | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #writing: Promise<void> = Promise.resolve();

  /** `mayWrite` is asked before what was waiting is saved: the tab may have hung meanwhile. */
  constructor(
    storage: NotebookStorage,
    mayWrite: (id: string) => Promise<boolean> = () => Promise.resolve(true),
  ) {
    this.#storage = storage;
    this.#mayWrite = mayWrite;
  }

  get status(): SaveStatus {
    return this.#status;
  }

  /** The notebook changed. */
  schedule(notebook: Notebook): void {
    this.#unsaved = notebook;
    if (this.#status.status === 'saved') this.#status = { status: 'pending' };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#saveLate(), wait.change);
  }

  /** Saves what is not saved yet, at once: when the page is hidden or another notebook is opened. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#writing = this.#writing.then(() => this.#write());
    return this.#writing;
  }

  /** Forgets what is not saved: after "forget everything", nothing may be written again. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#unsaved = null;
    this.#status = { status: 'saved' };
  }

  async #saveLate(): Promise<void> {
    const notebook = this.#unsaved;
    if (notebook && !(await this.#mayWrite(notebook.id))) this.stop();
    else await this.flush();
  }

  async #write(): Promise<void> {
    const notebook = this.#unsaved;
    if (!notebook) return;
    try {
      await this.#storage.save(notebook);
      if (this.#unsaved !== notebook) return;
      this.#unsaved = null;
      this.#status = { status: 'saved' };
    } catch (cause) {
      if (this.#unsaved === null) return;
      this.#status = { status: 'failed', error: toAppError(cause) };
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#saveLate(), wait.retry);
    }
  }
}

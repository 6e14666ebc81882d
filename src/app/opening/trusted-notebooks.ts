import type { Notebook } from '../../notebook/document.js';
import type { NotebookStorage } from '../../notebook/storage.js';
import { contentKey } from './contents.js';

/** Notebooks that are remembered. */
const most = 300;

/** The notebooks that this browser made or that its person has agreed to run: those open without a question. */
export class TrustedNotebooks {
  readonly #storage: NotebookStorage;

  constructor(storage: NotebookStorage) {
    this.#storage = storage;
  }

  async has(notebook: Notebook): Promise<boolean> {
    return (await this.#keys()).includes(contentKey(notebook));
  }

  async add(notebook: Notebook): Promise<void> {
    const key = contentKey(notebook);
    const others = (await this.#keys()).filter((one) => one !== key);
    // Where nothing can be stored the question is asked again.
    await this.#storage.setMeta('trusted', [...others, key].slice(-most)).catch(() => undefined);
  }

  async #keys(): Promise<string[]> {
    const stored = await this.#storage.meta('trusted').catch(() => null);
    return Array.isArray(stored) ? stored.filter((key) => typeof key === 'string') : [];
  }
}

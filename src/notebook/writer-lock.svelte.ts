import { newId } from '../core/ids.js';

/** What a tab does when the right to write comes or goes. */
export interface WriterLockOptions {
  /** Another tab asks for the notebook: saves what is not saved yet. */
  readonly onleave: () => Promise<void>;
  /** Another tab took the notebook by force: nothing may be saved any more. */
  readonly onlose: () => void;
  /** The notebook became this tab's: another one may have changed it meanwhile. */
  readonly ongain: (id: string) => void;
}

/** Milliseconds in which the other tab saves its last changes; then it is taken for stuck. */
const patience = 3_000;

interface Release {
  readonly release: string;
}

/**
 * One tab at a time writes a notebook; any other reads, and becomes the writer when the first is closed, crashes, or is
 * asked to let go. Where the browser has no locks every tab writes.
 */
export class WriterLock {
  #isReader = $state(false);
  readonly #options: WriterLockOptions;
  readonly #locks: LockManager | undefined;
  readonly #channel: BroadcastChannel | undefined;
  /** What the browser calls this tab. */
  #client: Promise<string | undefined> | undefined;
  #id: string | null = null;
  /** Ends the claim under way, whether it holds the lock or waits for it. */
  #end: () => void = () => undefined;

  constructor(options: WriterLockOptions) {
    this.#options = options;
    // Absent outside secure contexts, whatever the types say.
    this.#locks = (navigator as { locks?: LockManager }).locks;
    if (!this.#locks) return;
    this.#channel = new BroadcastChannel('clientele-writer');
    this.#channel.onmessage = ({ data }: MessageEvent<Release>) => {
      if (data.release === this.#id && !this.#isReader) void this.#leave(data.release);
    };
  }

  /** True while another tab writes the notebook that is shown here. */
  get isReader(): boolean {
    return this.#isReader;
  }

  /** This tab shows a notebook: it writes it unless another one does. */
  async claim(id: string): Promise<void> {
    if (id === this.#id) return;
    this.release();
    this.#id = id;
    if (!this.#locks || (await this.#hold(id, { ifAvailable: true }))) return;
    // Another notebook, or none, may be shown by now.
    if (this.#id === id) this.#wait(id);
  }

  /** No notebook is shown any more. */
  release(): void {
    this.#end();
    this.#id = null;
    this.#isReader = false;
  }

  /** Makes this tab the writer: the other one is asked to let go, and loses the notebook when it does not answer. */
  takeOver(): void {
    const id = this.#id;
    if (id === null || !this.#isReader) return;
    this.#channel?.postMessage({ release: id } satisfies Release);
    setTimeout(() => {
      if (this.#id !== id || !this.#isReader) return;
      this.#end();
      void this.#hold(id, { steal: true }).then((isHeld) => isHeld && this.#gain(id));
    }, patience);
  }

  /** False while another tab holds the notebook: one that hung does not know yet that it lost it. */
  async mayWrite(id: string): Promise<boolean> {
    if (!this.#locks) return true;
    const own = await (this.#client ??= clientOf(this.#locks));
    const { held = [] } = await this.#locks.query();
    return !held.some(({ name, clientId }) => name === lockName(id) && clientId !== own);
  }

  /** Saves, lets another tab write, and reads until that one is done. */
  async #leave(id: string): Promise<void> {
    this.#isReader = true;
    // A tab that hung hears of it only when it is too late.
    if (await this.mayWrite(id)) await this.#options.onleave();
    else this.#options.onlose();
    if (this.#id !== id) return;
    this.#end();
    this.#wait(id);
  }

  /** Reads until the lock is free. */
  #wait(id: string): void {
    this.#isReader = true;
    const stop = new AbortController();
    void this.#hold(id, { signal: stop.signal }, () => stop.abort()).then(
      (isHeld) => isHeld && this.#gain(id),
    );
  }

  #gain(id: string): void {
    if (this.#id !== id) return;
    this.#isReader = false;
    this.#options.ongain(id);
  }

  /** Resolves with true once the lock is held, which it is until `#end`; with false when it is not to be had. */
  #hold(id: string, options: LockOptions, stopWaiting = (): void => undefined): Promise<boolean> {
    return new Promise((resolve) => {
      let letGo = (): void => undefined;
      let isHeld = false;
      const kept = new Promise<void>((done) => (letGo = done));
      this.#end = () => {
        stopWaiting();
        letGo();
      };
      const end = this.#end;
      this.#locks
        ?.request(lockName(id), options, (lock) => {
          isHeld = lock !== null;
          resolve(isHeld);
          return isHeld ? kept : undefined;
        })
        .catch(() => {
          resolve(false);
          if (!isHeld || this.#end !== end || this.#id !== id) return;
          this.#options.onlose();
          this.#wait(id);
        });
    });
  }
}

function lockName(id: string): string {
  return `clientele-notebook-${id}`;
}

/** A tab sees what it is called on a lock that only it can hold. */
async function clientOf(locks: LockManager): Promise<string | undefined> {
  const own = `clientele-tab-${newId()}`;
  const { held = [] } = await locks.request(own, () => locks.query());
  return held.find(({ name }) => name === own)?.clientId;
}

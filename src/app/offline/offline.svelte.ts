import { trustedScript } from '../../engine/trusted-script.js';

/** Milliseconds of rest before files are kept: nobody waits for them. */
const restBefore = 4000;

/**
 * Keeps the app's files in this browser, so that it works without a network, and offers a new version when there is one.
 * Where the browser has no service workers, or refuses them, nothing happens and nothing is said.
 */
export class Offline {
  #isReady = $state(false);
  #waiting = $state.raw<ServiceWorker | null>(null);
  #isTaking = false;

  /** Everything works without a network from now on. */
  get isReady(): boolean {
    return this.#isReady;
  }
  /** A new version has been loaded; it waits until somebody takes it, or until no tab is open. */
  get hasUpdate(): boolean {
    return this.#waiting !== null;
  }

  /** Begins once the page has nothing else to do. */
  start(): void {
    const { serviceWorker } = navigator;
    // Absent where the page is not served safely, and in some private windows.
    if (!serviceWorker) return;
    serviceWorker.addEventListener('controllerchange', () => {
      if (this.#isTaking) location.reload();
    });
    setTimeout(() => void this.#register(serviceWorker).catch(() => undefined), restBefore);
  }

  /** Goes over to the new version; the caller has saved what there was to save. */
  take(): void {
    this.#isTaking = true;
    this.#waiting?.postMessage('take over');
  }

  async #register(container: ServiceWorkerContainer): Promise<void> {
    const script = new URL('service-worker.js', document.baseURI).href;
    const registration = await container.register(trustedScript(script));
    const look = (): void => {
      this.#waiting = registration.waiting && registration.active ? registration.waiting : null;
    };
    look();
    registration.addEventListener('updatefound', () => {
      registration.installing?.addEventListener('statechange', look);
    });
    await container.ready;
    this.#isReady = true;
  }
}

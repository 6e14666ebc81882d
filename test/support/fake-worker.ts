import * as Comlink from 'comlink';
import { vi } from 'vitest';

/** Stands for a browser's worker: what is exposed in it answers from this very thread, until it is ended. */
export class FakeWorker extends EventTarget {
  static started: FakeWorker[] = [];
  static work: object = {};
  isEnded = false;
  readonly #channel = new MessageChannel();

  constructor() {
    super();
    FakeWorker.started.push(this);
    Comlink.expose(FakeWorker.work, this.#channel.port2 as unknown as Comlink.Endpoint);
    this.#channel.port1.onmessage = ({ data }: MessageEvent) =>
      this.dispatchEvent(new MessageEvent('message', { data }));
  }
  postMessage(message: unknown): void {
    this.#channel.port1.postMessage(message);
  }
  terminate(): void {
    this.isEnded = true;
    this.#channel.port1.close();
  }
  /** It dies of what its browser says. */
  die(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}

/** Workers that are started from now on are such ones, with this work in them. */
export function useFakeWorkers(work: object): void {
  FakeWorker.started = [];
  FakeWorker.work = work;
  vi.stubGlobal('window', {});
  vi.stubGlobal('document', { baseURI: 'http://localhost/' });
  vi.stubGlobal('fetch', async () => new Response(''));
  vi.stubGlobal('Worker', FakeWorker);
}

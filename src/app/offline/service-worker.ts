/**
 * The service worker: keeps every file of one version of the app, so that it works without a network. It is no module
 * and imports nothing; the build (`vite.config.ts`) writes into it which files there are.
 */

/** Addresses relative to this script, and a text that differs whenever one of them does. */
declare const __PRECACHE__: { readonly version: string; readonly files: readonly string[] };

/** The parts of the service worker's scope that are used: the types of windows and workers do not go together. */
interface WorkerScope {
  readonly registration: { readonly scope: string };
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', heard: (event: Waiting) => void): void;
  addEventListener(type: 'message', heard: (event: { readonly data: unknown }) => void): void;
  addEventListener(type: 'fetch', heard: (event: Asking) => void): void;
}
interface Waiting {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

const worker = self as unknown as WorkerScope;
const prefix = `clientele ${worker.registration.scope} `;
const current = prefix + __PRECACHE__.version;
const address = (file: string): string => new URL(file, worker.registration.scope).href;
const page = address('index.html');
const kept = new Set(__PRECACHE__.files.map(address));
/** Files under this folder have the hash of their content in their name. */
const hashed = address('assets/');

worker.addEventListener('install', (event) => event.waitUntil(keepAll()));
worker.addEventListener('activate', (event) => event.waitUntil(begin()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'take over') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  const name = url.origin + url.pathname;
  if (request.mode === 'navigate' && (name === page || name === worker.registration.scope))
    event.respondWith(fromCache(page, request));
  // The browser keeps the compiled engine with its own copy of the bytes: it is asked first.
  else if (name.endsWith('.wasm') && kept.has(name))
    event.respondWith(fetch(request).catch(() => fromCache(name, request)));
  else if (kept.has(name) || name.startsWith(hashed)) event.respondWith(fromCache(name, request));
});

/** Fetches what this version has and the one before has not; what the page has loaded comes from the browser's cache. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(current);
  for (const name of kept) {
    const before = name.startsWith(hashed) ? await caches.match(name) : undefined;
    if (before) await cache.put(name, before);
    else await cache.add(new Request(name, { cache: name.startsWith(hashed) ? 'force-cache' : 'no-cache' }));
  }
}

/** Serves the open page from now on. Of earlier versions the last one stays: a tab may still be running it. */
async function begin(): Promise<void> {
  const versions = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== current);
  for (const name of versions.slice(0, -1)) await caches.delete(name);
  await worker.clients.claim();
}

async function fromCache(name: string, request: Request): Promise<Response> {
  const cache = await caches.open(current);
  return (await cache.match(name)) ?? (await caches.match(name)) ?? fetch(request);
}

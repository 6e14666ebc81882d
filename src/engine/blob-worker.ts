import { trustedScript } from './trusted-script.js';

/**
 * Starts a worker from a `blob:` URL made of the script's text. A worker loaded from its own URL would not inherit the
 * page's content security policy, and could then reach the network; one from a blob does. A prelude made
 * for the script runs before it.
 */
export async function startBlobWorker(
  url: string,
  { prelude, signal }: { prelude?: (script: string) => string; signal?: AbortSignal } = {},
): Promise<Worker> {
  const response = await fetch(url, signal ? { signal } : {});
  if (!response.ok) throw new Error(`worker script: ${response.status}`);
  const script = await response.text();
  const parts = prelude ? [prelude(script), script] : [script];
  const blobUrl = URL.createObjectURL(new Blob(parts, { type: 'text/javascript' }));
  try {
    return new Worker(trustedScript(blobUrl));
  } finally {
    // The worker has its own reference once it is constructed; a task later it has surely been read.
    setTimeout(() => URL.revokeObjectURL(blobUrl), 10_000);
  }
}

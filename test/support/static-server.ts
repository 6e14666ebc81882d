import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { AddressInfo } from 'node:net';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.csv': 'text/csv; charset=utf-8',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

const immutable = 'public, max-age=31536000, immutable';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Any static host: files of a folder, no headers beyond the type, so that the page's own policy is what is tested.
 * `isCaching`: built files, whose names change with their content, may be kept by the browser, as `public/_headers` says.
 */
export async function serveFolder(folder: string, path = '/', isCaching = false): Promise<Served> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const inside = asked.startsWith(path) ? asked.slice(path.length) : '';
    const file = join(folder, normalize(`/${inside}`), asked.endsWith('/') ? 'index.html' : '');
    if (!asked.startsWith(path) || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'Content-Type': types[extname(file)] ?? 'application/octet-stream',
      'Content-Length': statSync(file).size,
      ...(isCaching && asked.includes('/assets/') ? { 'Cache-Control': immutable } : {}),
    });
    createReadStream(file).pipe(response);
  });
  return { url: (await listen(server)) + path, close: () => closeServer(server) };
}

/** A server of another origin that answers everything and counts who came: nobody must. */
export async function countingServer(): Promise<Served & { readonly requests: string[] }> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response
      .writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/csv' })
      .end('a,b\n1,2\n');
  });
  return { url: await listen(server), requests, close: () => closeServer(server) };
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}

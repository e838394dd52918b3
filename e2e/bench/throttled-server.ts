import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { HASHED_ASSET_CACHING, securityHeaders } from '../../security-headers';

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
};
const SLICE_BYTES = 16 * 1024;

/** A built page behind a slow line that all requests share; it counts what crosses the line. */
export interface ThrottledServer {
  address: string;
  /** Bytes of bodies sent since the last call. */
  takeBytes: () => number;
  close: () => Promise<void>;
}

/** Serves the folder's files, compressed ones first, at so many bits a second after a delay per request. */
export async function serveThrottled(
  folder: string,
  { bitsPerSecond, latencyMs }: { bitsPerSecond: number; latencyMs: number },
): Promise<ThrottledServer> {
  let sent = 0;
  let lineFreeAt = 0;
  const pass = async (bytes: number) => {
    const now = performance.now();
    lineFreeAt = Math.max(now, lineFreeAt) + (bytes * 8000) / bitsPerSecond;
    sent += bytes;
    await new Promise((resolve) => setTimeout(resolve, lineFreeAt - now));
  };
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    await new Promise((resolve) => setTimeout(resolve, latencyMs));
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const asked = normalize(join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname));
    if (!asked.startsWith(folder) || !existsSync(asked) || !statSync(asked).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const packed = existsSync(`${asked}.br`);
    for (const [name, value] of Object.entries(securityHeaders('production')))
      response.setHeader(name, value);
    response.setHeader('content-type', TYPES[extname(asked)] ?? 'application/octet-stream');
    if (packed) response.setHeader('content-encoding', 'br');
    response.setHeader('cache-control', pathname.includes('/assets/') ? HASHED_ASSET_CACHING : 'no-cache');
    const etag = `"${statSync(asked).mtimeMs}-${statSync(asked).size}"`;
    response.setHeader('etag', etag);
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304).end();
      return;
    }
    for await (const slice of createReadStream(packed ? `${asked}.br` : asked, {
      highWaterMark: SLICE_BYTES,
    })) {
      await pass((slice as Buffer).length);
      response.write(slice);
    }
    response.end();
  };
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/`,
    takeBytes: () => {
      const bytes = sent;
      sent = 0;
      return bytes;
    },
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

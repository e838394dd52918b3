import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Connect, Plugin } from 'vite';

const COMPRESSIBLE = new Set([
  '.css',
  '.html',
  '.js',
  '.json',
  '.md',
  '.svg',
  '.wasm',
  '.webmanifest',
  '.yaml',
]);
const SMALLEST_BYTES = 1024;
const LARGE_BYTES = 512 * 1024;
const CACHE_DIRECTORY = 'node_modules/.cache/precompressed';

const ENCODINGS = [
  { name: 'br', suffix: '.br', compress: compressBrotli },
  { name: 'gzip', suffix: '.gz', compress: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }) },
] as const;

/**
 * Writes a `.br` and a `.gz` beside every text and WebAssembly file of the
 * build, and lets the preview server answer with them.
 */
export function precompress(): Plugin {
  let outDir = '';
  return {
    name: 'meterfold:precompress',
    configResolved(config) {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      order: 'post',
      async handler() {
        await Promise.all((await compressibleFiles(outDir)).map(compressFile));
      },
    },
    configurePreviewServer(server) {
      server.middlewares.use(preferCompressed(outDir));
    },
  };
}

async function compressibleFiles(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && COMPRESSIBLE.has(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name));
}

async function compressFile(path: string): Promise<void> {
  const bytes = await readFile(path);
  if (bytes.length < SMALLEST_BYTES) return;
  await Promise.all(
    ENCODINGS.map(async ({ suffix, compress }) => {
      if (bytes.length < LARGE_BYTES) return writeFile(path + suffix, await compress(bytes));
      await copyFile(await cached(bytes, suffix, compress), path + suffix);
    }),
  );
}

/** The engine's WebAssembly takes seconds to compress and hardly ever changes; returns the kept copy's path. */
async function cached(
  bytes: Buffer,
  suffix: string,
  compress: (bytes: Buffer) => Promise<Buffer>,
): Promise<string> {
  const kept = join(CACHE_DIRECTORY, createHash('sha256').update(bytes).digest('hex') + suffix);
  if (!existsSync(kept)) {
    await mkdir(CACHE_DIRECTORY, { recursive: true });
    await writeFile(kept, await compress(bytes));
  }
  return kept;
}

/** On the engine's 34 MB quality 9 saves 2 % over 7 and takes four times as long; 11 takes minutes. */
function compressBrotli(bytes: Buffer): Promise<Buffer> {
  return promisify(brotliCompress)(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: bytes.length < LARGE_BYTES ? 9 : 7,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

/** Points a request at the compressed twin of the file; the file server knows both suffixes and says the encoding. */
function preferCompressed(outDir: string): Connect.NextHandleFunction {
  return (request, response, next) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    if (COMPRESSIBLE.has(extname(path))) {
      response.setHeader('Vary', 'Accept-Encoding');
      const accepted = String(request.headers['accept-encoding'] ?? '');
      const encoding = ENCODINGS.find(
        ({ name, suffix }) => accepted.includes(name) && existsSync(join(outDir, decodeURI(path) + suffix)),
      );
      if (encoding) request.url = path + encoding.suffix + search;
    }
    next();
  };
}

import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { VitePWA } from 'vite-plugin-pwa';
import { createLogger, defineConfig, type Connect, type Logger, type Plugin } from 'vite';
import { withoutUnusedPlotParts } from './plot-parts.ts';
import { precompress } from './precompress.ts';
import { HASHED_ASSET_CACHING, securityHeaders } from './security-headers.ts';
import { shippedTexts } from './shipped-texts.ts';

/** Sends the security headers with every response, refusals and worker scripts included. */
function sendSecurityHeaders(): Plugin {
  const send =
    (mode: 'production' | 'development'): Connect.NextHandleFunction =>
    (_request, response, next) => {
      response.setHeaders(new Headers(securityHeaders(mode)));
      next();
    };
  return {
    name: 'meterfold:security-headers',
    configureServer(server) {
      server.middlewares.use(send('development'));
    },
    configurePreviewServer(server) {
      server.middlewares.use(send('production'));
    },
  };
}

/** The preview server caches like a static host does: hashed files for ever, everything else not at all. */
function cacheHashedAssets(): Plugin {
  return {
    name: 'meterfold:caching',
    configurePreviewServer(server) {
      const { outDir } = server.config.build;
      server.middlewares.use((request, response, next) => {
        const path = request.url ?? '/';
        if (path.startsWith('/assets/') && existsSync(resolve(server.config.root, outDir, `.${path}`))) {
          response.setHeader('Cache-Control', HASHED_ASSET_CACHING);
        }
        next();
      });
    },
  };
}

/** Without the hundred warnings of the development server about DuckDB's own source map. */
function quietLogger(): Logger {
  const logger = createLogger();
  const warnOnce = logger.warnOnce.bind(logger);
  logger.warnOnce = (message, options) => {
    if (!message.includes('points to a source file outside its package')) warnOnce(message, options);
  };
  return logger;
}

/**
 * A service worker that keeps the whole page: engine, codec, samples and the platform design
 * included. A newer version waits until the person reloads.
 */
function keepOffline() {
  return VitePWA({
    registerType: 'prompt',
    // Our own code registers it; an inline script would be refused by the policy.
    injectRegister: null,
    manifest: false,
    workbox: {
      globPatterns: ['**/*.{js,css,html,wasm,svg,png,webmanifest,parquet,md,yaml,json}'],
      maximumFileSizeToCacheInBytes: 64 * 1024 * 1024,
      dontCacheBustURLsMatching: /^assets\//,
      // One page only: every address that is not a file of the build is the server's business.
      navigateFallback: null,
      inlineWorkboxRuntime: true,
      cleanupOutdatedCaches: true,
    },
  });
}

/** Unpacked: a browser counts the bytes of a compressed response as it unpacks them, but is told the packed length. */
const ENGINE_BYTES = statSync(
  createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm'),
).size;

export default defineConfig(({ command }) => ({
  ...(command === 'serve' ? { customLogger: quietLogger() } : {}),
  // Relative addresses let the built page live in any folder of a host.
  base: './',
  appType: 'mpa',
  define: { 'import.meta.env.ENGINE_BYTES': String(ENGINE_BYTES) },
  plugins: [
    react(),
    shippedTexts(),
    withoutUnusedPlotParts(),
    sendSecurityHeaders(),
    cacheHashedAssets(),
    keepOffline(),
    precompress(),
  ],
  resolve: { dedupe: ['apache-arrow', 'react', 'react-dom'] },
  worker: {
    format: 'es',
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        // Kept apart as in the page, so that what is ours can be counted.
        codeSplitting: {
          groups: [
            { name: 'arrow', test: /node_modules[\\/](apache-arrow|flatbuffers)[\\/]/ },
            { name: 'parquet-wasm', test: /node_modules[\\/]parquet-wasm[\\/]/ },
          ],
        },
      },
    },
  },
  build: {
    target: 'es2022',
    // light-dark() must stay as it is written: a saved picture and the report choose their own ground.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    // A data: address is a request that the policy refuses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 800,
    rolldownOptions: {
      checks: { pluginTimings: false },
      output: {
        // Libraries change less often than our own code: a release then invalidates only what changed.
        codeSplitting: {
          groups: [
            // Before all others: the first script has it, and what holds a text must come after it.
            { name: 'shipped', test: /^\0shipped:/, priority: 1 },
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
            {
              name: 'plot',
              test: /node_modules[\\/](@observablehq|d3|d3-[a-z-]+|isoformat|interval-tree-1d)[\\/]/,
            },
            { name: 'duckdb', test: /node_modules[\\/](@duckdb|apache-arrow|flatbuffers)[\\/]/ },
            // What several views share is one file, not a dozen small ones; what only comparisons need stays out of it.
            {
              name: 'shared',
              test: /[\\/]src[\\/](?!charts[\\/](compared|difference)-|ui[\\/]explore[\\/](compare|difference))/,
              minShareCount: 2,
            },
          ],
        },
      },
    },
  },
  optimizeDeps: {
    entries: ['index.html', 'src/**/*-worker.ts'],
    // Finds its .wasm beside itself, which a pre-bundled copy could not.
    exclude: ['parquet-wasm'],
  },
  server: { host: 'localhost' },
  preview: { host: 'localhost' },
}));

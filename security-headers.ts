/**
 * The one list of security headers. The development and preview servers send
 * it (`vite.config.ts`); `public/_headers` and `public/staticwebapp.config.json`
 * carry it to static hosts and are held to it by `security-headers.test.ts`.
 *
 * The headers belong on every response, not only on the page: a worker obeys
 * the policy that came with its own script.
 */

/**
 * Observable Plot puts one constant `<style>` element into each figure and
 * legend. Naming their hashes keeps inline styles in general forbidden. A new
 * version of Plot may need new hashes: the browser then names them in the
 * console and the fence fails the test that drew the chart.
 */
const PLOT_STYLE_HASHES: readonly string[] = [
  // Chart, colour ramp, swatches in a row, swatches in columns.
  "'sha256-jSYQUrW7J0b3jPqhZP9C2Xh1PyJKHKXd4s0fpGGKrww='",
  "'sha256-/jg3HOQ97BIOLIR7iXhepLJanBbw11P39q1Ne1E+6Jc='",
  "'sha256-rCZUQsEQJf1DmnfnMZmlj08XC7qbIZySA6bEtitbQ00='",
  "'sha256-gr1piGzv7W4aMcjDMKcjgg8AT05UNO4uGfMgGyc7Yi0='",
];

const CONTENT_SECURITY_POLICY: Readonly<Record<string, readonly string[]>> = {
  'default-src': ["'none'"],
  // DuckDB-Wasm and parquet-wasm compile WebAssembly; without this word the engine's start never settles.
  'script-src': ["'self'", "'wasm-unsafe-eval'"],
  'worker-src': ["'self'"],
  'connect-src': ["'self'"],
  'style-src': ["'self'", ...PLOT_STYLE_HASHES],
  'img-src': ["'self'", 'blob:', 'data:'],
  'font-src': ["'self'"],
  'manifest-src': ["'self'"],
  'object-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
};

/** In development Vite injects an inline script (React refresh) and inline styles. */
const DEVELOPMENT_POLICY: typeof CONTENT_SECURITY_POLICY = {
  ...CONTENT_SECURITY_POLICY,
  'script-src': ["'self'", "'wasm-unsafe-eval'", "'unsafe-inline'"],
  'style-src': ["'self'", "'unsafe-inline'"],
};

const UNUSED_BROWSER_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

/** The headers of every response, by name, in the order in which they are written to files. */
export function securityHeaders(mode: 'production' | 'development'): Record<string, string> {
  const policy = mode === 'development' ? DEVELOPMENT_POLICY : CONTENT_SECURITY_POLICY;
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
      .join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy': UNUSED_BROWSER_FEATURES.map((feature) => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
  };
}

/** The caching of files whose name carries a hash of their content. */
export const HASHED_ASSET_CACHING = 'public, max-age=31536000, immutable';

/** The text of `_headers`, as Netlify and Cloudflare Pages read it. */
export function headersFile(): string {
  const lines = (headers: Record<string, string>) =>
    Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  // A host that finds a header under two matching paths joins both values, so caching is said once per path.
  return [
    '/*',
    ...lines(securityHeaders('production')),
    '/assets/*',
    ...lines({ 'Cache-Control': HASHED_ASSET_CACHING }),
    '',
  ].join('\n');
}

/** The text of `staticwebapp.config.json`, as Azure Static Web Apps reads it. */
export function staticWebAppConfig(): string {
  const config = {
    globalHeaders: securityHeaders('production'),
    routes: [{ route: '/assets/*', headers: { 'Cache-Control': HASHED_ASSET_CACHING } }],
    mimeTypes: {
      '.wasm': 'application/wasm',
      '.webmanifest': 'application/manifest+json',
      '.parquet': 'application/vnd.apache.parquet',
    },
  };
  return `${JSON.stringify(config, null, 2)}\n`;
}

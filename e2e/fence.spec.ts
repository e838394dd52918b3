import { securityHeaders } from '../security-headers';
import { expect, test } from './fence';

/** A port on this machine that nobody listens on, under an origin that is not the page's. */
const FOREIGN = '127.0.0.2:49151';

test.describe('with the policy in force', () => {
  test('a foreign request is refused by the policy and noticed', async ({ page, fence }) => {
    await page.goto('./');
    const refused = await page.evaluate(
      (address) => fetch(address).then(String, (error: unknown) => String(error)),
      `http://${FOREIGN}/`,
    );
    expect(refused).toContain('Failed to fetch');
    await expect.poll(() => fence.breaches().join()).toContain('Content Security Policy');
    fence.takeErrors();
    expect(fence.takeForeignRequests()).toEqual([]);
  });

  test('every response carries the headers', async ({ page }) => {
    const responses = new Map<string, Record<string, string>>();
    page.on('response', (response) => responses.set(new URL(response.url()).pathname, response.headers()));
    await page.goto('./', { waitUntil: 'networkidle' });
    const missing = await page.request.get('./no-such-file.js');
    expect(missing.status()).toBe(404);
    responses.set('no-such-file.js', missing.headers());

    const expected = Object.entries(securityHeaders('production')).map(
      ([name, value]) => [name.toLowerCase(), value] as const,
    );
    expect([...responses.keys()].some((path) => path.endsWith('.js'))).toBe(true);
    for (const [path, headers] of responses) {
      for (const [name, value] of expected) expect(headers[name], `${name} of ${path}`).toBe(value);
    }
  });

  test('WebAssembly travels compressed and is kept by the browser', async ({ page, request }) => {
    const engine = page.waitForResponse((response) => /duckdb-.*\.wasm$/.test(response.url()));
    await page.goto('./');
    const address = (await engine).url();
    for (const encoding of ['br', 'gzip']) {
      const response = await request.head(address, { headers: { 'accept-encoding': encoding } });
      expect(response.headers()['content-encoding']).toBe(encoding);
      expect(response.headers()['content-type']).toBe('application/wasm');
      expect(response.headers()['cache-control']).toContain('immutable');
    }
  });
});

test.describe('with the policy out of the way', () => {
  test.use({ bypassCSP: true, serviceWorkers: 'allow' });

  test('the fence notices what page, worker and sockets ask for', async ({ page, fence }) => {
    await page.goto('./');
    await page.evaluate(async (foreign) => {
      const quiet = () => undefined;
      await fetch(`http://${foreign}/page`).catch(quiet);
      navigator.sendBeacon(`http://${foreign}/beacon`);
      new Image().src = `http://${foreign}/image`;
      new WebSocket(`ws://${foreign}/page-socket`).onerror = quiet;
      const script = `
        const request = new XMLHttpRequest();
        request.open('GET', 'http://${foreign}/worker-synchronous', false);
        try { request.send(); } catch {}
        try { new WebSocket('ws://${foreign}/worker-socket'); } catch {}
        fetch('http://${foreign}/worker').catch(() => undefined).then(() => postMessage('done'));`;
      const worker = new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));
      await new Promise((resolve) => (worker.onmessage = resolve));
    }, FOREIGN);

    const asked = () => fence.breaches().filter((breach) => breach.startsWith('foreign request'));
    for (const path of ['page', 'beacon', 'image', 'worker-synchronous', 'worker']) {
      await expect.poll(asked).toContain(`foreign request: http://${FOREIGN}/${path}`);
    }
    for (const path of ['page-socket', 'worker-socket']) {
      await expect.poll(asked).toContain(`foreign request: ws://${FOREIGN}/${path}`);
    }
    fence.takeForeignRequests();
    fence.takeErrors();
  });

  test('the fence notices what a service worker asks for', async ({ page, fence }) => {
    const script = `addEventListener('install', (event) =>
      event.waitUntil(fetch('http://${FOREIGN}/service-worker').catch(() => undefined)));`;
    await page
      .context()
      .route('**/fence-service-worker.js', (route) =>
        route.fulfill({ contentType: 'text/javascript', body: script }),
      );
    await page.goto('./');
    await page.evaluate(() => navigator.serviceWorker.register('./fence-service-worker.js'));
    await expect
      .poll(() => fence.breaches().join())
      .toContain(`foreign request: http://${FOREIGN}/service-worker`);
    fence.takeForeignRequests();
    fence.takeErrors();
  });

  test('a context that a test opens itself is fenced too', async ({ browser, fence, baseURL }) => {
    const context = await browser.newContext({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(baseURL ?? '');
    await page.evaluate((address) => fetch(address).catch(() => undefined), `http://${FOREIGN}/`);
    expect(fence.takeForeignRequests()).toEqual([`http://${FOREIGN}/`]);
    fence.takeErrors();
    await context.close();
  });

  test.fail('a test that leaves the origin fails, although the test itself is content', async ({ page }) => {
    await page.goto('./');
    await page.evaluate((address) => fetch(address).catch(() => undefined), `http://${FOREIGN}/`);
  });
});

test.fail('a test with an uncaught error in the page fails', async ({ page }) => {
  await page.goto('./');
  await page.evaluate(() => setTimeout(() => void Promise.reject(new Error('nobody catches this'))));
  await page.waitForTimeout(200);
});

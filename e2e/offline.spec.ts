import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test as base } from './fence';
import { MeterfoldPage } from './pages/meterfold-page';

/** The built page once more, so that a test may put a newer version in its place. */
const SERVED = join('node_modules', '.cache', `offline-${process.pid}`);
const VITE = join('node_modules', 'vite', 'bin', 'vite.js');

/** A server of the built page for this test alone, which the test may end. */
interface OwnServer {
  address: string;
  end: () => Promise<void>;
}

const test = base.extend<{ server: OwnServer }>({
  serviceWorkers: 'allow',
  // The fence watches the origin that the test uses.
  baseURL: async ({}, use, info) => {
    await use(`http://localhost:${portOf(info.parallelIndex)}`);
  },
  server: async ({ baseURL }, use) => {
    const address = baseURL!;
    cpSync('dist', SERVED, { recursive: true });
    const child = spawn(
      process.execPath,
      [VITE, 'preview', '--port', new URL(address).port, '--strictPort', '--outDir', SERVED],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await firstLine(child);
    const end = async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    };
    await use({ address, end });
    await end();
    rmSync(SERVED, { recursive: true });
  },
});

const portOf = (worker: number): number => Number(process.env['E2E_PORT'] ?? 4273) + 200 + worker;

const firstLine = (child: ChildProcess): Promise<unknown> => once(child.stdout!, 'data');

test('loaded once and brought up to date, it opens the sample and exports with the network cut and the server gone', async ({
  page,
  context,
  server,
}) => {
  test.slow();
  const meterfold = new MeterfoldPage(page);
  await page.goto(server.address);
  await expect(page.getByText('Works without a network')).toBeVisible({ timeout: 60_000 });

  // A newer version is on the server: the page says so, and takes it in when the person wants it.
  const worker = join(SERVED, 'sw.js');
  writeFileSync(worker, `${readFileSync(worker, 'utf8')}\n// a newer version`);
  for (const packed of ['.br', '.gz']) rmSync(worker + packed, { force: true });
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())!.update());
  const notice = page
    .getByRole('log', { name: 'Messages' })
    .filter({ hasText: 'A new version of Meterfold is ready' });
  await expect(notice).toContainText('Reloading closes the open files');
  await Promise.all([page.waitForEvent('load'), notice.getByRole('button', { name: 'Reload' }).click()]);
  await expect(page.getByText('Works without a network')).toBeVisible({ timeout: 60_000 });
  await expect(notice).toHaveCount(0);

  await server.end();
  await context.setOffline(true);
  await page.reload();
  await meterfold.trySample();
  await expect(meterfold.meter).toContainText('8,760 of 8,760 intervals');
  await meterfold.exportTo(test.info().outputPath('offline.parquet'));
  await expect(meterfold.saved).toContainText('8,760 rows');

  // The platform design too, with its pictures.
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Platform' }).click();
  const picture = page.locator('article img').first();
  await expect(picture).toBeVisible();
  expect(
    await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
  ).toBeGreaterThan(100);
});

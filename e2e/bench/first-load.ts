import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import type { FirstLoadResult, VisitFigures } from './figures';
import { serveThrottled } from './throttled-server';
import type { ThrottledServer } from './throttled-server';

const LINE = { megabits: 10, latency_ms: 40 } as const;
const LIMIT_MS = 180_000;

/** Visits the built page over a slow line, twice with the same profile, several times over. */
export async function measureFirstLoad(
  executablePath: string,
  folder: string,
  runs: number,
): Promise<FirstLoadResult> {
  const result: FirstLoadResult = { ...LINE, first: [], second: [] };
  const line = { bitsPerSecond: LINE.megabits * 1e6, latencyMs: LINE.latency_ms };
  for (let run = 0; run < runs; run++) {
    const server = await serveThrottled(folder, line);
    const profile = mkdtempSync(join(tmpdir(), 'meterfold-visit-'));
    try {
      for (const visits of [result.first, result.second]) {
        const context = await chromium.launchPersistentContext(profile, {
          executablePath,
          args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
        });
        visits.push(await visit(context, server));
        await context.close();
      }
    } finally {
      await server.close();
      rmSync(profile, { recursive: true, force: true });
    }
  }
  return result;
}

async function visit(context: BrowserContext, server: ThrottledServer): Promise<VisitFigures> {
  const page = await context.newPage();
  page.setDefaultTimeout(LIMIT_MS);
  server.takeBytes();
  await page.goto(server.address, { waitUntil: 'commit', timeout: LIMIT_MS });
  const usable_ms = await timeUntil(page, () =>
    document.querySelector('h1') && document.querySelector('input[type=file]') ? performance.now() : 0,
  );
  const engine_ms = await timeUntil(page, () =>
    /^Nothing is open yet/.test(document.querySelector('[role=status]')?.textContent ?? '')
      ? performance.now()
      : 0,
  );
  // What the page keeps for offline use and its rehearsal still cross the line.
  await page.waitForTimeout(8_000);
  return { wire_bytes: server.takeBytes(), usable_ms, engine_ms };
}

async function timeUntil(page: Page, reached: () => number): Promise<number> {
  const handle = await page.waitForFunction(reached, undefined, { polling: 'raf', timeout: LIMIT_MS });
  return Number(await handle.jsonValue());
}

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess } from './peer-process';

const PEER_PROCESS = new URL('./peer-process.ts', import.meta.url);
let room: string;
beforeAll(() => {
  room = mkdtempSync(join(tmpdir(), 'meterfold-peer-'));
});
afterAll(() => rmSync(room, { recursive: true, force: true }));

function run<Figures>(text: string): Promise<Figures> {
  const script = join(room, 'work.mjs');
  writeFileSync(script, text);
  // `tsx` is found from here and not from the room.
  const tsx = new URL('../../node_modules/tsx/dist/loader.mjs', import.meta.url);
  return runInProcess({ name: 'the run', script, args: [], execArgv: ['--import', tsx.href] });
}

test('figures of several megabytes arrive whole, though their process ends at once', async () => {
  const source = `import { sendFigures } from ${JSON.stringify(PEER_PROCESS.href)};
    await sendFigures({ meters: Array.from({ length: 100_000 }, (_, place) => 'meter ' + place) });`;
  const { meters } = await run<{ meters: string[] }>(source);
  expect(meters).toHaveLength(100_000);
  expect(meters.at(-1)).toBe('meter 99999');
});

test.each([0, 3])(
  'a process that ends without figures, with exit code %i, is not waited for',
  async (code) => {
    await expect(run(`process.exit(${code})`)).rejects.toThrow(
      `the run ended without figures, exit code ${code}`,
    );
  },
);

import { beforeEach, expect, test } from 'vitest';
import { AppError } from '../domain/app-error';
import type { ReadableFile } from './inspect-files';
import { Jobs } from './jobs';
import { OpenedFiles } from './opened-files';
import { Recovery } from './recovery';
import type { Dataset, OpenSource } from './session-state';
import { SessionStore } from './store';

const file = new File(['x'], 'january.parquet');
const dataset = { policies: { nullKeys: 'set-aside' } } as Dataset;
const full = new AppError('OUT_OF_MEMORY');

let store: SessionStore;
let recovery: Recovery;
let again: { why: string; nullKeys: string }[];
/** What opening again comes to; by default what was open is open again. */
let reopening: () => Promise<void>;

beforeEach(() => {
  store = new SessionStore();
  const jobs = new Jobs(store, () => Promise.resolve());
  const opened = new OpenedFiles();
  opened.lookAt([{ file } as ReadableFile]);
  opened.settle([{ source_id: 1 } as OpenSource], 0);
  again = [];
  reopening = () => Promise.resolve(store.set({ dataset }));
  recovery = new Recovery({
    store,
    jobs,
    opened,
    openAgain: async (_files, why, nullKeys) => {
      again.push({ why, nullKeys });
      await jobs.run('open', 'january.parquet', [], reopening);
    },
    startEngine: () => undefined,
  });
  store.set({ dataset });
});

const settled = () => new Promise((resolve) => setTimeout(resolve, 20));

test('what a person asked for opens the files again each time it runs out of memory', async () => {
  for (const time of [1, 2]) {
    recovery.begin(full, 'statement');
    expect(store.get().dataset).toBeNull();
    await settled();
    expect(again).toHaveLength(time);
    expect(store.get().refusal).toMatchObject({
      code: 'RESTARTED_FOR_MEMORY',
      detail: { task: 'statement' },
    });
  }
  expect(again[0]).toEqual({ why: 'again, after the memory ran out', nullKeys: 'set-aside' });
});

test('a question of the page that runs out twice is not put to the same files a third time unasked', async () => {
  recovery.begin(full, 'question');
  await settled();
  recovery.begin(full, 'question');
  await settled();
  expect(again).toHaveLength(1);
  expect(store.get()).toMatchObject({ refusal: { code: 'OUT_OF_MEMORY' }, dataset: null });
  store.get().wayOn!.run();
  await settled();
  expect(store.get().dataset).toBe(dataset);
});

test('opening again that runs out of memory itself is said, and offered, but not repeated', async () => {
  reopening = () => {
    recovery.begin(full, 'job');
    return Promise.reject(full);
  };
  recovery.begin(new AppError('ENGINE_LOST'), 'engine');
  await settled();
  expect(again).toHaveLength(1);
  expect(store.get()).toMatchObject({
    refusal: { code: 'OUT_OF_MEMORY', detail: { task: 'open' } },
    wayOn: { label: 'Open it again' },
    dataset: null,
  });
});

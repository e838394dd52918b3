import { beforeAll, expect, it } from 'vitest';
import longQuery from '../../e2e/native-run/long_query.sql?raw';
import { startPageDatabase } from '../../e2e/native-run/page-engine';
import { inPromises } from '../../e2e/native-run/page-run';
import { AppError } from '../domain/app-error';
import { WasmConnection } from '../engine/wasm-connection';
import { EngineHost } from './engine-host';
import type { LossOf } from './engine-host';

const QUICK = 'select 42 as answer';

/** The page's engine and the page's own way to share its connections. */
let host: EngineHost;
beforeAll(async () => {
  ({ host } = await hostOf());
}, 120_000);

/** What the host said of engines that it gave up, and how many it started; each with a limit of its own, if any. */
async function hostOf(...memoryLimits: string[]) {
  const told = { starts: 0, closed: 0, losses: [] as [string, LossOf][] };
  const started = new EngineHost(
    async () => {
      told.starts += 1;
      const { database, connect } = await startPageDatabase(memoryLimits[told.starts - 1]);
      const life = new AbortController();
      return {
        connect: () => Promise.resolve(new WasmConnection(inPromises(database), connect(), life.signal)),
        close: () => {
          told.closed += 1;
          life.abort(new AppError('ENGINE_LOST'));
          return Promise.resolve();
        },
      };
    },
    { onPhase: () => undefined, onLost: (error, lossOf) => told.losses.push([error.code, lossOf]) },
  );
  await started.start();
  return { host: started, told };
}

/** Asks what takes many seconds, and leaves it. */
function ask(sql: string) {
  const view = new AbortController();
  return { leave: () => view.abort(), answer: host.ask(sql, {}, view.signal) };
}

it('answers the next question while a slow one is at work, and ends the slow one when its view is gone', async () => {
  const slow = ask(longQuery);
  expect(await ask(QUICK).answer).toEqual([{ answer: 42 }]);
  slow.leave();
  await expect(slow.answer).rejects.toMatchObject({ name: 'AbortError' });
});

it('gives a question its turn as soon as one of three slow ones is left', async () => {
  const slow = [ask(longQuery), ask(longQuery), ask(longQuery)];
  const left = ask(QUICK);
  const next = ask(QUICK);
  left.leave();
  slow[1]!.leave();
  await expect(slow[1]!.answer).rejects.toMatchObject({ name: 'AbortError' });
  await expect(left.answer).rejects.toMatchObject({ name: 'AbortError' });
  expect(await next.answer).toEqual([{ answer: 42 }]);
  for (const one of [slow[0]!, slow[2]!]) {
    one.leave();
    await expect(one.answer).rejects.toMatchObject({ name: 'AbortError' });
  }
});

/** One list of numbers, which takes twice its size while it grows. */
const LARGE = 'select list(range) as n from range(120000000)';
const read = async (from: EngineHost, sql: string) => {
  const statement = { sql, mayExpand: true };
  for await (const piece of from.readStatement(statement, new AbortController().signal)) void piece;
};

it('keeps an engine that refuses a block while it holds little', async () => {
  const { host: own, told } = await hostOf('300MB');
  await expect(read(own, LARGE)).rejects.toMatchObject({ code: 'OUT_OF_MEMORY' });
  await expect(own.ask(QUICK, {}, new AbortController().signal)).resolves.toEqual([{ answer: 42 }]);
  expect(told).toEqual({ starts: 1, closed: 0, losses: [] });
}, 60_000);

it('ends an engine whose memory a question took, and refuses that question until a person asks anew', async () => {
  // The second engine has too little to be spent, and refuses at once.
  const { host: own, told } = await hostOf('560MB', '60MB');
  const { signal } = new AbortController();
  const taking = 'create or replace temporary table taken as select range as n from range(80000000)';
  await expect(own.ask(taking, {}, signal)).rejects.toMatchObject({ code: 'OUT_OF_MEMORY' });
  expect(told).toEqual({ starts: 1, closed: 1, losses: [['OUT_OF_MEMORY', 'question']] });

  const refused = { code: 'OUT_OF_MEMORY', detail: { task: 'question' } };
  await expect(own.ask(taking, {}, signal)).rejects.toMatchObject(refused);
  expect(told.starts).toBe(1);
  await expect(own.ask(QUICK, {}, signal)).resolves.toEqual([{ answer: 42 }]);
  await expect(own.ask(taking, {}, signal)).rejects.toMatchObject(refused);

  // Asked in truth, it is told by the second engine that it has no more than 60 MB.
  const asked = {
    code: 'OUT_OF_MEMORY',
    detail: { cause: expect.stringContaining('/57.2 MiB used') as string },
  };
  await expect(own.ask(taking, {}, signal, true)).rejects.toMatchObject(asked);
  await expect(own.ask(taking, {}, signal)).rejects.toMatchObject(asked);
  expect(told).toMatchObject({ starts: 2, closed: 1 });
}, 60_000);

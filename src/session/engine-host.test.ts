import { beforeAll, expect, it } from 'vitest';
import longQuery from '../../e2e/native-run/long_query.sql?raw';
import { startPageDatabase } from '../../e2e/native-run/page-engine';
import { inPromises } from '../../e2e/native-run/page-run';
import { WasmConnection } from '../engine/wasm-connection';
import { EngineHost } from './engine-host';

const QUICK = 'select 42 as answer';

/** The page's engine and the page's own way to share its connections. */
let host: EngineHost;
beforeAll(async () => {
  const { database, connect } = await startPageDatabase();
  const { signal } = new AbortController();
  const engine = {
    connect: () => Promise.resolve(new WasmConnection(inPromises(database), connect(), signal)),
    close: () => Promise.resolve(),
  };
  host = new EngineHost(
    () => Promise.resolve(engine),
    () => undefined,
    () => undefined,
  );
  await host.start();
}, 120_000);

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

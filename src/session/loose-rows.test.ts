import { expect, it } from 'vitest';
import { inPromises } from '../../e2e/native-run/page-run';
import { startPageDatabase } from '../../e2e/native-run/page-engine';
import { WasmConnection } from '../engine/wasm-connection';
import { LooseRows } from './loose-rows';

const MEGABYTE = 2 ** 20;

const { database, connect } = await startPageDatabase();
const connection = new WasmConnection(inPromises(database), connect(), new AbortController().signal);

/** How the engine keeps the numbers of the table. */
const kept = async (): Promise<string[]> => {
  const segments = await connection.query<{ compression: string }>(
    `select distinct compression from pragma_storage_info('stored') where segment_type = 'INTEGER'`,
  );
  return segments.map(({ compression }) => compression);
};

it('compresses what is stored once there is enough of it, and starts to count anew', async () => {
  await connection.materialize('table', 'stored', 'select (range % 7)::integer as value from range(200000)');
  const loose = new LooseRows(connection);
  await loose.add(1000, 100 * MEGABYTE);
  expect(await kept()).toEqual(['Uncompressed']);
  await loose.add(1000, 60 * MEGABYTE);
  expect(await kept()).not.toContain('Uncompressed');

  await connection.append('stored', 'select (range % 7)::integer as value from range(200000)');
  await loose.add(1000, 100 * MEGABYTE);
  expect(await kept()).toContain('Uncompressed');
});

it('counts what is stored of a row beside its array', async () => {
  await connection.materialize('table', 'stored', 'select (range % 7)::integer as value from range(200000)');
  const loose = new LooseRows(connection);
  await loose.add(1_000_000, 0);
  expect(await kept()).not.toContain('Uncompressed');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { readFacts } from '../../../src/cli/report';
import { writeFleet } from '../../corpus/fleet';
import { runFiles } from '../../native-run/native-run';
import { testFolder } from '../../native-run/test-folder';
import { FLEET_YEAR } from '../figures';
import { openFacts } from '../native-facts';
import { factsOf } from './plain-js-facts';
import { openFile } from './plain-js-open';
import { requireSameFacts } from './peer-facts';

const ODD_FLEET = readFileSync(new URL('./odd_fleet.sql', import.meta.url), 'utf8');
const folder = testFolder();

it('finds what the ETL finds in a fleet in which something is wrong with every meter', async () => {
  const [source, path] = [join(folder.path, 'fleet.parquet'), join(folder.path, 'odd-fleet.parquet')];
  await writeFleet(source, { meters: 16, resolutionMinutes: 60, ...FLEET_YEAR });
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  await connection.run(ODD_FLEET, { source, path });
  connection.closeSync();
  instance.closeSync();

  const run = await runFiles([path]);
  const wanted = await openFacts(run.connection, await readFacts(run.connection));
  await run.close();
  const found = factsOf((await openFile(path)).meters);

  const rules = new Set(Object.keys(wanted.findings).map((name) => name.split('/')[0]));
  expect([...rules].sort()).toMatchSnapshot();
  expect(found.findings).toEqual(wanted.findings);
  expect(() => requireSameFacts(wanted, found)).not.toThrow();
});

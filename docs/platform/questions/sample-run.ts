import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exposeSource } from '../../../src/cli/native-source';
import { DEFAULT_POLICIES } from '../../../src/domain/policy';
import { createNodeEngine } from '../../../src/engine/node-engine';
import type { NodeConnection } from '../../../src/engine/node-engine';
import { runEtl } from '../../../src/etl/etl-run';
import { beginStaging, checkStagedFile, endStaging, stageBatch } from '../../../src/etl/staging';

const EVERYTHING = [
  'staged_rows',
  'local_calendar',
  'policy.convention',
  'policy.duplicates',
  'policy.assumed',
] as const;

export const SAMPLE_PORTFOLIO = samplePath('sample-portfolio.parquet');

/** Meterfold's ETL, run on native DuckDB over one Parquet file; `analytical` and every model stand ready. */
export interface SampleRun {
  connection: NodeConnection;
  /** Seconds for staging, models and checks; nothing is unfolded or written yet. */
  etlSeconds: number;
  close(): Promise<void>;
}

/** Runs the ETL over a Parquet file with the default policies. `threads` pins the number of threads. */
export async function runSample(path: string, threads = 1): Promise<SampleRun> {
  const engine = await createNodeEngine({ threads });
  const connection = await engine.connect();
  const file = basename(path);
  const started = performance.now();
  await beginStaging(connection, false);
  await exposeSource(connection, path, file);
  await stageBatch(connection, { sourceId: 1, firstRow: 0, file, nullKeys: 'refuse' });
  await checkStagedFile(connection, 1, file);
  await runEtl(connection, [{ source_id: 1, source_file: file }], DEFAULT_POLICIES, EVERYTHING);
  await endStaging(connection);
  const etlSeconds = (performance.now() - started) / 1000;
  return {
    connection,
    etlSeconds,
    close: async () => {
      await connection.close();
      await engine.close();
    },
  };
}

function samplePath(name: string): string {
  return fileURLToPath(new URL(`../../../public/samples/${name}`, import.meta.url));
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isKnownZone } from '../domain/local-time';
import { AppError } from '../domain/app-error';
import type { Policies } from '../domain/policy';
import { createNodeEngine } from '../engine/node-engine';
import type { NodeConnection } from '../engine/node-engine';
import { runEtl } from '../etl/etl-run';
import type { SourceFile } from '../etl/run-inputs';
import { exportMetadata } from '../etl/export-metadata';
import type { SourceStamp } from '../etl/export-metadata';
import { ALL_ROOTS } from '../etl/model';
import { beginStaging, endStaging } from '../etl/staging';
import type { CliRequest } from './arguments';
import { ANALYTICAL_TABLE } from './export-arguments';
import { checkFile, readingTrouble } from './native-source';
import { stageSource } from './stage-source';
import { buildReport, readFacts } from './report';
import { withSeriesChoices } from './series-arguments';
import type { StatedSeries } from './series-arguments';
import stagedSeries from './sql/staged_series.sql?raw';
import { refuseOverwrite, writeOutput } from './write-output';

/** What a finished run says of itself. */
export interface CliResult {
  /** Rows of an output that is coarser or no Parquet file; null for the analytical table, which has one per reading. */
  rows: number | null;
  readings: number;
  rowsRead: number;
  setAsideRows: number;
  /** Inputs that repeat another one byte for byte, and were read once. */
  repeated: string[];
}

/**
 * Runs the ETL over files on disk and writes the result.
 * @throws AppError for input or output that is refused; no output is left then
 */
export async function runCli(request: CliRequest): Promise<CliResult> {
  if (!isKnownZone(request.policies.zone))
    throw new AppError('UNKNOWN_ZONE', { zone: request.policies.zone });
  const outputs = request.report === null ? [request.out] : [request.out, request.report];
  await refuseOverwrite(request.inputs, outputs);
  const engine = await createNodeEngine();
  const connection = await engine.connect();
  try {
    const { sources, stamps, repeated } = await stageInputs(connection, request);
    const policies = await allPolicies(connection, request);
    await runEtl(connection, sources, policies, ALL_ROOTS);
    await endStaging(connection);
    const facts = await readFacts(connection);
    const metadata = exportMetadata({
      createdAt: new Date(),
      policies,
      sources: stamps,
      conventions: facts.conventions,
      conversions: facts.conversions.map(({ series_id: _id, ...row }) => row),
      ledger: facts.ledger,
      setAside: facts.setAside,
    });
    const report =
      request.report === null
        ? null
        : { path: request.report, text: `${JSON.stringify(buildReport(facts, stamps), null, 2)}\n` };
    const choice = request.output ?? ANALYTICAL_TABLE;
    const rows = await writeOutput(connection, { out: request.out, metadata, report, choice });
    return {
      rows,
      readings: facts.ledger.reduce((total, line) => total + line.readings, 0),
      rowsRead: facts.ledger.reduce((total, line) => total + line.rows_read, 0),
      setAsideRows: facts.ledger.reduce((total, line) => total + line.rows_set_aside, 0),
      repeated,
    };
  } finally {
    await connection.close();
    await engine.close();
  }
}

/** What is said about single series can only be understood once these are known. */
async function allPolicies(connection: NodeConnection, request: CliRequest): Promise<Policies> {
  if (!request.series) return request.policies;
  const series = await connection.query<StatedSeries>(stagedSeries);
  return withSeriesChoices(request.policies, request.series, series);
}

async function stageInputs(
  connection: NodeConnection,
  request: CliRequest,
): Promise<{ sources: SourceFile[]; stamps: SourceStamp[]; repeated: string[] }> {
  const sources: SourceFile[] = [];
  const stamps: SourceStamp[] = [];
  const repeated: string[] = [];
  await beginStaging(connection, false);
  for (const path of request.inputs) {
    const name = basename(path);
    const sourceId = sources.length + 1;
    try {
      await checkFile(path, name);
      const hash = await sha256(path);
      if (stamps.some((stamp) => stamp.sha256 === hash)) {
        repeated.push(name);
        continue;
      }
      const { policies, mapping: override = null } = request;
      const staged = await stageSource(connection, { path, sourceId, policies, override });
      sources.push({ source_id: sourceId, source_file: name });
      stamps.push({ ...staged, sha256: hash });
    } catch (thrown) {
      throw readingTrouble(thrown, name);
    }
  }
  return { sources, stamps, repeated };
}

async function sha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

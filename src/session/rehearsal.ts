import { DEFAULT_POLICIES } from '../domain/policy';
import type { ArrowConnection } from '../engine/engine';
import { dropModels } from '../etl/etl-run';
import type { ParquetCodec } from '../parquet/parquet-codec';
import { METER_SQL } from '../queries/meter-sql';
import { WHOLE_PERIOD } from '../queries/period';
import { PORTFOLIO_SQL } from '../queries/portfolio-sql';
import type { InputReader } from '../readers/input-reader';
import type { EngineHost } from './engine-host';
import { exportParquet } from './export-files';
import { inspectFiles } from './inspect-files';
import { openFiles } from './open-files';
import { Progress } from './progress';
import { readDataset } from './read-dataset';

interface RehearsalParts {
  host: EngineHost;
  codec: ParquetCodec;
  inputs: InputReader;
  loadSample: (sample: 'year' | 'portfolio') => Promise<File>;
}

/**
 * The small sample has every line of code met once. Browsers translate it quickly then, and well only where it
 * has run long enough: that takes the larger sample, and some patience.
 */
const ROUNDS = ['year', 'portfolio', 'portfolio'] as const;

/**
 * Runs the main job on the samples, unseen, while nobody has chosen a file yet. A
 * browser compiles WebAssembly as it is run, which would otherwise make up most of
 * the time that the first file takes.
 */
export class Rehearsal {
  private readonly abort = new AbortController();
  private readonly over: Promise<void>;

  constructor(parts: RehearsalParts) {
    // It shows nothing, so nothing is lost if it fails; the job itself will say why.
    this.over = rehearseAll(parts, this.abort.signal).catch(() => undefined);
  }

  /** Resolves once the engine is free and as empty as it was. */
  stop(): Promise<void> {
    this.abort.abort();
    return this.over;
  }
}

async function rehearseAll(parts: RehearsalParts, signal: AbortSignal): Promise<void> {
  for (const sample of ROUNDS) {
    const file = await parts.loadSample(sample);
    signal.throwIfAborted();
    await rehearse(parts, file, signal);
  }
}

async function rehearse(
  { host, codec, inputs }: RehearsalParts,
  file: File,
  signal: AbortSignal,
): Promise<void> {
  const progress = new Progress('open', '', [], () => undefined);
  const { readable } = await inspectFiles({
    codec,
    inputs,
    files: [file],
    open: [],
    chosen: new Map(),
    parts: new Map(),
    budgetBytes: Infinity,
    progress,
    signal,
  });
  await host.withConnection(async (connection) => {
    try {
      signal.throwIfAborted();
      const policies = DEFAULT_POLICIES;
      const job = { connection, codec, inputs, files: readable, kept: [], policies, progress, signal };
      const sources = await openFiles(job);
      signal.throwIfAborted();
      const { series } = await readDataset(connection, 0, sources, policies, progress);
      await askAll(connection, series[0]?.series_id ?? 0, signal);
      await exportParquet({
        connection,
        codec,
        sources,
        baseName: '',
        metadata: {},
        progress,
        signal,
        target: null,
      });
    } finally {
      await dropModels(connection);
    }
  });
}

async function askAll(connection: ArrowConnection, seriesId: number, signal: AbortSignal): Promise<void> {
  for (const sql of Object.values(METER_SQL)) {
    await connection.query(sql, { parameters: { series_id: seriesId, ...WHOLE_PERIOD }, signal });
  }
  for (const sql of Object.values(PORTFOLIO_SQL)) await connection.query(sql, { signal });
}

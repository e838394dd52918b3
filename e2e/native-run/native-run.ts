import { stageSource } from '../../src/cli/stage-source';
import { DEFAULT_POLICIES } from '../../src/domain/policy';
import type { Policies } from '../../src/domain/policy';
import type { Row } from '../../src/engine/engine';
import { createNodeEngine } from '../../src/engine/node-engine';
import type { NodeConnection } from '../../src/engine/node-engine';
import { runEtl } from '../../src/etl/etl-run';
import type { RunOptions } from '../../src/etl/etl-run';
import type { SourceFile } from '../../src/etl/run-inputs';
import { ALL_ROOTS } from '../../src/etl/model';
import type { Root } from '../../src/etl/model';
import { beginStaging, endStaging } from '../../src/etl/staging';
import type { MappingOverride } from '../../src/readers/mapping-override';
import modelRows from './model_rows.sql?raw';

/** Files staged and transformed on native DuckDB, for tests to look into. */
export interface NativeRun {
  readonly connection: NodeConnection;
  readonly sources: readonly SourceFile[];
  readonly policies: Policies;
  /** Adds files on top of what is open and runs everything again. */
  add(paths: readonly string[]): Promise<void>;
  /** Changes policies and runs what the changed roots make stale; returns the models that ran. */
  rerun(change: Partial<Policies>, changed: readonly Root[], options?: RunOptions): Promise<string[]>;
  /** Every row of a model, by its name. */
  rows<R extends object = Row>(model: string): Promise<R[]>;
  close(): Promise<void>;
}

/** How files are staged: on how many threads, and what is said about their columns. */
interface StageOptions {
  threads?: number;
  mapping?: MappingOverride;
}

/** Opens files as the command line does, in the order given, and runs every model. */
export async function runFiles(
  paths: readonly string[],
  change: Partial<Policies> = {},
  options: StageOptions = {},
): Promise<NativeRun> {
  const run = await stageFiles(paths, change, options);
  await run.rerun({}, ALL_ROOTS);
  await endStaging(run.connection);
  return run;
}

/** Stages files without running any model; the staging tables stay. */
export async function stageFiles(
  paths: readonly string[],
  change: Partial<Policies> = {},
  options: StageOptions = {},
): Promise<NativeRun> {
  const engine = await createNodeEngine({ threads: options.threads ?? 1 });
  const connection = await engine.connect();
  const sources: SourceFile[] = [];
  let policies: Policies = { ...DEFAULT_POLICIES, ...change };

  const stage = async (added: readonly string[]) => {
    for (const path of added) {
      const sourceId = sources.length + 1;
      const override = options.mapping ?? null;
      const { name } = await stageSource(connection, { path, sourceId, policies, override });
      sources.push({ source_id: sourceId, source_file: name });
    }
  };
  const rerun: NativeRun['rerun'] = async (next, changed, runOptions = {}) => {
    const models: string[] = [];
    const wanted = { ...policies, ...next };
    await runEtl(connection, sources, wanted, changed, {
      onModel: (name) => models.push(name),
      ...runOptions,
    });
    policies = wanted;
    return models;
  };
  const run: NativeRun = {
    connection,
    sources,
    get policies() {
      return policies;
    },
    add: async (added) => {
      await beginStaging(connection, true);
      await stage(added);
      await rerun({}, ALL_ROOTS, { keepOpen: true });
      await endStaging(connection);
    },
    rerun,
    rows: (model) => connection.query(modelRows, { parameters: { model } }),
    close: async () => {
      await connection.close();
      await engine.close();
    },
  };
  try {
    await beginStaging(connection, false);
    await stage(paths);
    return run;
  } catch (thrown) {
    await run.close();
    throw thrown;
  }
}

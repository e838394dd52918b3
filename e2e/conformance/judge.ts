import { exposeDays } from '../../src/cli/stage-source';
import { DAY } from '../../src/cli/samples/vilnius-clock';
import { DEFAULT_POLICIES } from '../../src/domain/policy';
import { createNodeEngine } from '../../src/engine/node-engine';
import { runEtl } from '../../src/etl/etl-run';
import { ALL_ROOTS } from '../../src/etl/model';
import { beginStaging, stageBatch } from '../../src/etl/staging';
import type { ConventionRow } from '../../src/queries/rows/clock-changes';
import type { DayRow } from '../../src/readers/day-batch';
import type { MeterRow } from '../corpus/meter-file';
import modelRows from '../native-run/model_rows.sql?raw';

/** Asks how files write clock changes, over and over on one engine, and runs no model that does not matter to it. */
export interface Judge {
  /** What is found of each file, in their order; each is judged on its own. */
  judge(files: readonly (readonly MeterRow[])[], zone: string): Promise<ConventionRow[]>;
  close(): Promise<void>;
}

export async function openJudge(): Promise<Judge> {
  const engine = await createNodeEngine({ threads: 1 });
  const connection = await engine.connect();
  return {
    judge: async (files, zone) => {
      await beginStaging(connection, false);
      const sources = files.map((_, index) => ({ source_id: index + 1, source_file: `file-${index}` }));
      for (const [index, rows] of files.entries()) {
        const file = sources[index]!;
        await exposeDays(connection, daysOf(rows, file.source_file));
        await stageBatch(connection, {
          sourceId: file.source_id,
          firstRow: 0,
          file: file.source_file,
          nullKeys: 'refuse',
        });
      }
      await runEtl(connection, sources, { ...DEFAULT_POLICIES, zone }, ALL_ROOTS, { only: 'convention' });
      const found = await connection.query<ConventionRow>(modelRows, { parameters: { model: 'convention' } });
      return found.sort((a, b) => a.source_id - b.source_id);
    },
    close: async () => {
      await connection.close();
      await engine.close();
    },
  };
}

/** Clients are named after their file, so that no series is shared and each file keeps its own evidence. */
function daysOf(rows: readonly MeterRow[], client: string): DayRow[] {
  return rows.map((row, index) => ({
    clientId: client,
    meter: row.ext_dev_ref,
    date: row.date === null ? null : row.date / DAY,
    values: row.energy_consumption,
    resolution: row.resolution,
    fuel: null,
    channel: null,
    unit: null,
    sourceRow: index,
    setAsideAs: null,
    flags: null,
  }));
}

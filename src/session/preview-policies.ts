import type { Policies } from '../domain/policy';
import type { Connection } from '../engine/engine';
import { runEtl } from '../etl/etl-run';
import type { Root } from '../etl/model';
import dayMark from '../queries/day_mark.sql?raw';
import ledgerMark from '../queries/ledger_mark.sql?raw';
import policyPreview from '../queries/policy_preview.sql?raw';
import type { PolicyPreviewRow } from '../queries/rows/clock-changes';
import type { Progress } from './progress';
import type { OpenSource } from './session-state';

const DAY_BEFORE = 'day_before';
const LEDGER_BEFORE = 'ledger_before';

/**
 * Tries policies and says what they would change, file by file. Everything is rolled back:
 * what is open stays as it is, and nobody else ever sees the try.
 */
export async function previewPolicies(
  connection: Connection,
  sources: readonly Pick<OpenSource, 'source_id' | 'name'>[],
  policies: Policies,
  changed: readonly Root[],
  progress: Pick<Progress, 'stage' | 'finish'>,
  signal: AbortSignal,
): Promise<PolicyPreviewRow[]> {
  let rows: PolicyPreviewRow[] = [];
  await runEtl(
    connection,
    sources.map((source) => ({ source_id: source.source_id, source_file: source.name })),
    policies,
    changed,
    {
      signal,
      onModel: (_name, done, total) => {
        progress.stage('staging', done, total);
      },
      onTrial: {
        before: async () => {
          await connection.materialize('table', DAY_BEFORE, dayMark);
          await connection.materialize('table', LEDGER_BEFORE, ledgerMark);
        },
        after: async () => {
          rows = await connection.query<PolicyPreviewRow>(policyPreview);
        },
      },
    },
  );
  progress.finish('staging');
  return rows;
}

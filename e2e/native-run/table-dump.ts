import { MODELS } from '../../src/etl/models';
import type { NativeRun } from './native-run';

/** Every model's rows as sorted text, so that two runs compare whatever the order of their rows. */
export async function tableDump(
  run: NativeRun,
  models: readonly string[] = MODELS.map((model) => model.name),
): Promise<Record<string, string[]>> {
  const dump: Record<string, string[]> = {};
  for (const model of models) {
    dump[model] = (await run.rows(model)).map((row) => JSON.stringify(row)).sort();
  }
  return dump;
}

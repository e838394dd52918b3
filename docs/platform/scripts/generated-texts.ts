import { answerTables } from '../questions/answers';
import { runSample, SAMPLE_PORTFOLIO } from '../questions/sample-run';
import { costTables } from '../sizing/cost-tables';
import { readMeasured } from '../sizing/measured';
import { sizingTables } from '../sizing/tables';
import { contractTables } from '../contracts/contract-tables';

/** The text of every generated part of every page, by name. Runs the ETL over the sample portfolio. */
export async function generatedTexts(): Promise<Record<string, string>> {
  const run = await runSample(SAMPLE_PORTFOLIO);
  const measured = readMeasured();
  try {
    return {
      ...sizingTables(measured),
      ...costTables(measured),
      ...contractTables(),
      ...(await answerTables(run)),
    };
  } finally {
    await run.close();
  }
}

import { dirname, join } from 'node:path';
import type { ConventionChoice } from '../../src/domain/policy';
import type { ConventionRow } from '../../src/queries/rows/clock-changes';
import { ledgerFacts } from '../native-run/ledger-facts';
import { runFiles } from '../native-run/native-run';
import type { NativeRun } from '../native-run/native-run';
import type { MadeFixture } from './corpus';
import differencesQuery from './difference.sql?raw';

/**
 * What a run over one file of the corpus got wrong, in words; empty when it is right.
 * @param path the input; the expected table must stand beside it
 */
export async function troublesOf(path: string, { entry }: Pick<MadeFixture, 'entry'>): Promise<string[]> {
  const run = await runFiles([path], { zone: entry.zone });
  try {
    const troubles: string[] = [];
    const [found] = await run.rows<ConventionRow>('convention');
    if (!found) return ['no judgement'];
    if (!entry.right_names.includes(found.name)) {
      const text = `named ${found.name} (${found.certainty}), not ${entry.right_names.join(' or ')}`;
      if (entry.series >= 20 || found.certainty === 'certain') troubles.push(text);
    }
    if (found.name !== entry.convention && needsChoice(entry.convention)) {
      await run.rerun({ convention: entry.convention as ConventionChoice }, ['policy.convention']);
    }
    const differences = await run.connection.query(differencesQuery, {
      parameters: { expected_path: join(dirname(path), entry.expected) },
    });
    troubles.push(...differences.map((difference) => `reading ${JSON.stringify(difference)}`));
    return [...troubles, ...(await ledgerTroubles(run, entry))];
  } finally {
    await run.close();
  }
}

/** A name that the file itself may not tell is chosen before readings are compared. */
function needsChoice(convention: string): boolean {
  return convention !== 'gap-copied';
}

async function ledgerTroubles(run: NativeRun, entry: MadeFixture['entry']): Promise<string[]> {
  const facts = await ledgerFacts(run);
  const aside = Object.values(facts.setAside);
  const pairs: [string, number, number][] = [
    ['readings', facts.readings, entry.readings],
    ['missing', facts.missing, entry.readings_missing],
    ['split', facts.split, entry.readings_split],
    ['set aside', aside.reduce((sum, each) => sum + each.values, 0), entry.values_set_aside],
    ['energy set aside', aside.reduce((sum, each) => sum + each.energy, 0), entry.energy_set_aside],
    ['unbalanced ledger lines', facts.unbalanced, 0],
  ];
  return pairs.flatMap(([what, got, want]) => (got === want ? [] : [`${what}: ${got}, not ${want}`]));
}

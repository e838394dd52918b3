import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCli } from '../src/cli/run';
import { DEFAULT_POLICIES } from '../src/domain/policy';
import type { Policies } from '../src/domain/policy';
import { POLICY_NAMES, policyTexts, readPolicyTexts } from '../src/domain/policy-text';
import { openFile } from '../src/parquet/open-file';
import { readStory } from '../src/session/export-metadata';
import { policyLines } from '../src/ui/policy-lines';
import { sourceStory } from '../src/ui/source-story';
import { shapedFiles } from './corpus/shaped-files';
import { testFolder } from './native-run/test-folder';

const KEY = ['client-1', 'meter-1', '', '', ''].join('\u001f');

/** Something else than the default for every policy there is: the type asks for each. */
const OTHERS: { readonly [K in keyof Policies]: { value: Policies[K]; told: RegExp } } = {
  zone: { value: 'Europe/Riga', told: /Europe\/Riga/ },
  convention: { value: 'wall-clock-first', told: /First hour only/ },
  fileConventions: { value: { 'a.csv': 'utc' }, told: /a\.csv: UTC days/ },
  clockOffsetMinutes: { value: -210, told: /UTC−3:30/ },
  fileClockOffsets: { value: { 'a.csv': 345 }, told: /a\.csv: UTC\+5:45/ },
  duplicates: { value: 'set-aside', told: /none counts/ },
  nullKeys: { value: 'set-aside', told: /set aside/ },
  assumedFuel: { value: 'gas', told: /gas/i },
  assumedChannel: { value: 'import', told: /import/ },
  assumedUnit: { value: 'MWh', told: /MWh/ },
  ruleThresholds: { value: { spike: 25, stuck: null }, told: /spike 25.*stuck off/ },
  outputUnit: { value: 'MWh', told: /^MWh$/ },
  power: { value: 'as-stated', told: /stay as they are/ },
  calorificKwhPerM3: { value: 10.55, told: /10\.55 kWh\/m³/ },
  meaning: { value: 'register', told: /counter states at the start/ },
  registerGaps: { value: 'split', told: /shared out/ },
  estimate: { value: 'export', told: /estimated in the exported file only/ },
  seriesSettings: {
    value: { [KEY]: { channel: 'export', unit: 'Wh', meaning: 'interval', capacityKw: 11 } },
    told: /meter-1: export, Wh, amounts.*, 11 kW/,
  },
};

const folder = testFolder();

/** What the page shows of a file that the command line wrote. */
async function storyOf(policies: Policies) {
  const { text, fileName } = shapedFiles.find(({ name }) => name === 'long-utc')!;
  const path = folder.write(fileName, new TextEncoder().encode(text));
  const out = join(folder.path, 'out.parquet');
  await runCli({ inputs: [path], out, report: null, policies, mapping: { roles: {}, label: 'end' } });
  const { library, inspection } = await openFile(await openAsBlob(out));
  library.free();
  return readStory('out.parquet', inspection)!;
}

describe('an exported file that is dropped back', () => {
  it('shows every choice behind it, and how its files were read', async () => {
    const policies = Object.fromEntries(
      POLICY_NAMES.map((name) => [name, OTHERS[name].value]),
    ) as unknown as Policies;
    const story = await storyOf(policies);
    expect(story.policies).toEqual(policies);
    const shown = policyLines(story.policies);
    const usual = new Map(policyLines(DEFAULT_POLICIES));
    expect(shown).toHaveLength(POLICY_NAMES.length);
    for (const [name, value] of shown) expect(value, name).not.toBe(usual.get(name));
    for (const name of POLICY_NAMES)
      expect(
        shown.filter(([, value]) => OTHERS[name].told.test(value)),
        name,
      ).not.toEqual([]);
    expect(sourceStory(story.sources[0]!, story.conventions[0])).toEqual([
      'Found: CSV, a row for each reading: times with their offset, times end their interval',
      'Columns: client id is “client_id”, ext dev ref is “meter”, timestamp is “timestamp”, value is “value”',
      expect.stringMatching(/^Clock changes: .* \((certain|chosen)\)$/),
    ]);
  });

  it.each(POLICY_NAMES)('%s also travels in an address', (name) => {
    const policies: Policies = { ...DEFAULT_POLICIES, [name]: OTHERS[name].value };
    expect(readPolicyTexts(policyTexts(policies))).toEqual({ policies, refused: [] });
  });

  it('tells of a policy that another hand wrote only what can be read', () => {
    const broken = Object.fromEntries(POLICY_NAMES.map((name) => [name, { toString: 'no' }]));
    for (const [name, value] of policyLines(broken))
      expect(value, name).toMatch(/^(cannot be read|as for all|none|the usual thresholds)$/);
  });
});

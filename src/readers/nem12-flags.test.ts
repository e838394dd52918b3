import { expect, it } from 'vitest';
import { nem12Value } from '../../e2e/corpus/nem12-file';
import { runFiles } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import placesSql from '../queries/quality_places.sql?raw';
import type { QualityPlaceRow } from '../queries/rows/quality';

const folder = testFolder();
const SLOTS = 48;

interface Line {
  energy: number | null;
  quality: string;
  quality_rule: string | null;
  timestamp_utc: number;
}

/** Three days of half hours: one estimated whole, one of variable quality, one measured. */
function flaggedText(): string {
  const day = (date: string, index: number, flag: string) => {
    const values = Array.from({ length: SLOTS }, (_, slot) => nem12Value(index, slot, 0).toFixed(3));
    return `300,${date},${values.join(',')},${flag},,,20220401000000,`;
  };
  return [
    '100,NEM12,202204010000,MDP1,Retail',
    '200,6001234567,E1,E1,E1,N1,METSER1,kWh,30,',
    day('20220601', 0, 'E52'),
    day('20220602', 1, 'V'),
    '400,1,4,E52,,',
    '400,5,5,N,,',
    '400,6,10,S14,32,Faulty',
    '400,11,12,F16,,',
    `400,13,${SLOTS},A,,`,
    day('20220603', 2, 'A'),
    '900',
    '',
  ].join('\n');
}

/** Quality and reason of every half hour, as the file says them. */
const expected = Array.from({ length: 3 * SLOTS }, (_, index): [string, string | null] => {
  const slot = index - SLOTS;
  if (index < SLOTS) return ['estimated', 'source_estimated_52'];
  if (slot < 4) return ['estimated', 'source_estimated_52'];
  if (slot === 4) return ['missing', 'source_null'];
  if (slot < 10) return ['estimated', 'source_substituted_14'];
  if (slot < 12) return ['estimated', 'source_final_substitute_16'];
  return ['measured', null];
});

it.each(['Australia/Brisbane', 'Australia/Sydney', 'Europe/Vilnius', 'America/New_York'])(
  'carries NEM12’s own flags and methods to every reading, in %s',
  async (zone) => {
    const run = await runFiles(
      [folder.write(`flags-${zone.replace('/', '-')}.csv`, Buffer.from(flaggedText()))],
      {
        zone,
      },
    );
    const rows = (await run.rows<Line>('analytical')).sort(
      (one, other) => one.timestamp_utc - other.timestamp_utc,
    );
    const first = Date.parse('2022-05-31T14:00:00Z');
    const within = rows.filter(({ timestamp_utc: at }) => at >= first && at < first + 3 * 86_400_000);
    expect(within.map(({ quality, quality_rule }) => [quality, quality_rule])).toEqual(expected);
    expect(within.map(({ energy }) => energy)).toEqual(
      expected.map(([quality], index) =>
        quality === 'missing' ? null : nem12Value(Math.floor(index / SLOTS), index % SLOTS, 0),
      ),
    );
    const ledger = await run.rows<Record<string, number>>('ledger');
    const sum = (name: string) => ledger.reduce((total, line) => total + line[name]!, 0);
    expect([sum('readings_flagged'), sum('values_read'), sum('values_shown')]).toEqual([59, 143, 143]);
    const findings = await run.rows<{ rule: string; finding_count: number }>('finding');
    const counts = Object.fromEntries(findings.map(({ rule, finding_count }) => [rule, finding_count]));
    expect(counts).toMatchObject({
      source_estimated_52: 52,
      source_substituted_14: 5,
      source_final_substitute_16: 2,
      source_null: 1,
    });
    await run.close();
  },
);

it('tells the days that begin in one row apart: a rule doubts the one reading that it means', async () => {
  const day = (date: string, spike: number) => {
    const values = Array.from({ length: SLOTS }, (_, slot) => (slot === spike ? '9.000' : '0.100'));
    return `300,${date},${values.join(',')},A,,,20220401000000,`;
  };
  const text = [
    '100,NEM12,202204010000,MDP1,Retail',
    '200,6001234567,E1,E1,E1,N1,METSER1,kWh,30,',
    day('20220601', 6),
    day('20220602', -1),
    '900',
    '',
  ].join('\n');
  // The first row fills slots 34 to 47 of one local day of Vilnius and 0 to 33 of the next.
  const run = await runFiles([folder.write('spike.csv', Buffer.from(text))], {
    ruleThresholds: { over_capacity: 10 },
  });
  const doubted = (await run.rows<Line>('analytical')).filter(({ quality }) => quality === 'suspect');
  expect(doubted.map(({ energy, timestamp_utc: at }) => [energy, new Date(at).toISOString()])).toEqual([
    [9, '2022-05-31T17:00:00.000Z'],
  ]);
  const places = await run.connection.query<QualityPlaceRow>(placesSql, {
    parameters: { rule: 'over_capacity', series_id: 0, most_places: 10 },
  });
  expect(places).toMatchObject([{ value: 9, found: 9, first_slot: 40, clock_minute: 1200, place_count: 1 }]);
  await run.close();
});

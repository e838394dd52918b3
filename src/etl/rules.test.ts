import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runFiles } from '../../e2e/native-run/native-run';
import type { NativeRun } from '../../e2e/native-run/native-run';
import { testFolder } from '../../e2e/native-run/test-folder';
import { RULE_CASES } from '../../e2e/rules/rule-cases';
import { month } from '../../e2e/rules/rule-months';
import { isoDate } from '../cli/samples/vilnius-clock';
import { RULE_SETTINGS } from '../domain/rules';
import findingPlaces from '../queries/finding_places.sql?raw';
import type { FindingPlaceRow } from '../queries/rows/quality';
import { MODELS } from './models';

const folder = testFolder();

describe('the rules', () => {
  let run: NativeRun;
  beforeAll(async () => {
    const rows = RULE_CASES.flatMap(({ rows: own }, index) =>
      own.map((label) => ({ ...label, row: { ...label.row, ext_dev_ref: meter(index) } })),
    );
    const path = folder.writeRows('cases.parquet', rows, { item: { type: 'DOUBLE' } });
    run = await runFiles([path], { ruleThresholds: { over_capacity: 1200 } }, { threads: 2 });
  });
  afterAll(() => run.close());

  const meter = (index: number) => `meter-${String(index).padStart(3, '0')}`;

  it.each(RULE_CASES.map((each, index) => [each.rule, each.why, each, index] as const))(
    '%s: %s',
    async (rule, _why, { places }, index) => {
      const named = await run.rows<{ series_id: number; ext_dev_ref: string }>('series_named');
      const seriesId = named.find((series) => series.ext_dev_ref === meter(index))!.series_id;
      const found: FindingPlaceRow[] = [];
      for (const severity of ['finding', 'suspect', 'set_aside']) {
        const parameters = { rule, severity, series_id: seriesId, skipped: 0 };
        found.push(...(await run.connection.query<FindingPlaceRow>(findingPlaces, { parameters })));
      }
      expect(found).toMatchObject(
        places.map(({ date, slot, count, ...rest }) => ({
          local_date: isoDate(date),
          count,
          ...(slot === undefined ? {} : { first_slot: slot }),
          ...rest,
        })),
      );
      expect(found).toHaveLength(places.length);
    },
  );

  it('flag readings suspect with the rule, and leave value and total alone', async () => {
    const readings = await run.rows<{
      ext_dev_ref: string;
      quality: string;
      quality_rule: string;
      energy: number;
    }>('analytical');
    const doubted = readings.filter((reading) => reading.quality === 'suspect');
    const of = (rule: string) =>
      RULE_CASES.flatMap((each, index) =>
        each.rule === rule && each.places.some((place) => place.slot !== undefined) ? [meter(index)] : [],
      );
    for (const rule of ['spike', 'negative', 'over_capacity', 'absurd_magnitude']) {
      const own = doubted.filter((reading) => of(rule).includes(reading.ext_dev_ref));
      expect(new Set(own.map((reading) => reading.quality_rule))).toEqual(new Set([rule]));
    }
    const ledger = await run.rows<{ readings_suspect: number; energy_difference: number }>('ledger');
    expect(ledger.reduce((sum, line) => sum + line.readings_suspect, 0)).toBe(doubted.length);
    const spiked = readings.filter((reading) => reading.ext_dev_ref === meter(0));
    const total = RULE_CASES[0]!.rows.flatMap((label) => label.row.energy_consumption ?? []);
    expect(spiked.reduce((sum, reading) => sum + reading.energy, 0)).toBe(
      total.reduce<number>((sum, value) => sum + (value ?? 0), 0),
    );
    expect(spiked).toHaveLength(744);
  });

  it('count in the findings what their places add up to', async () => {
    const findings = await run.rows<{
      rule: string;
      severity: string;
      series_id: number;
      finding_count: number;
    }>('finding');
    const places = await run.rows<(typeof findings)[number]>('finding_place');
    const own = findings.filter(
      ({ rule }) =>
        RULE_CASES.some((each) => each.rule === rule) &&
        !(rule === 'wrong_length' || rule.startsWith('duplicate')),
    );
    for (const { rule, severity, series_id, finding_count } of own) {
      const behind = places.filter(
        (place) => place.rule === rule && place.severity === severity && place.series_id === series_id,
      );
      expect([rule, behind.reduce((sum, place) => sum + place.finding_count, 0)]).toEqual([
        rule,
        finding_count,
      ]);
    }
    expect(own.length).toBeGreaterThan(20);
  });

  it('say nothing once they are off', async () => {
    const off = Object.fromEntries(RULE_SETTINGS.map(({ rule }) => [rule, null]));
    await run.rerun({ ruleThresholds: off }, ['policy.rules']);
    expect(await run.rows('rule_place')).toEqual([]);
    const qualities = (await run.rows<{ quality: string }>('judged_interval')).map(({ quality }) => quality);
    expect(qualities).not.toContain('suspect');
  });
});

describe('files that overlap', () => {
  it('are named where both have a period, and not elsewhere', async () => {
    const first = folder.writeRows('first.parquet', month().slice(0, 10));
    const second = folder.writeRows('second.parquet', month().slice(8, 20));
    const third = folder.writeRows('third.parquet', month().slice(20));
    const run = await runFiles([first, second, third]);
    const places = (await run.rows<FindingPlaceRow>('rule_place')).filter(
      ({ rule }) => rule === 'overlapping_files',
    );
    await run.close();
    expect(places.map(({ local_date, source_id, found }) => [local_date, source_id, found])).toEqual([
      [isoDate('2022-05-09'), 2, 1],
      [isoDate('2022-05-10'), 2, 1],
    ]);
  });
});

describe('a rule', () => {
  const watching = MODELS.filter(({ name }) =>
    RULE_SETTINGS.some(({ rule }) => rule === name || rule.startsWith(`${name}_`)),
  );

  it.each(watching.map(({ name, sql }) => [name, sql]))(
    '%s names threshold, source and severity',
    (_name, sql) => {
      expect(sql).toMatch(/^-- Rule `/);
      for (const word of ['Threshold:', 'Source:', 'Severity:', 'Grain:']) expect(sql).toContain(word);
    },
  );

  it('stands behind every setting', () => {
    expect(watching).toHaveLength(RULE_SETTINGS.length - 2);
  });
});

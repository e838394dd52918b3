import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPortfolio } from '../../src/cli/samples/portfolio';
import { isoDate } from '../../src/cli/samples/vilnius-clock';
import { meterFile } from '../corpus/meter-file';
import type { MeterRow } from '../corpus/meter-file';
import { runFiles } from '../native-run/native-run';
import { FAULTS, faultRandom } from './faults';

/** How a rule does on the clean sample and on seeded faults. */
export interface RuleRate {
  rule: string;
  /** Places that it points at in the clean sample, and the share of all its readings that it doubts. */
  falsePlaces: number;
  falseShare: number;
  seeded: number;
  hit: number;
}

/** What a rule is told beside its defaults: the connection of every meter of the sample. */
const CAPACITY_KW = 1000;
const LAST = isoDate('2023-05-31');

/** Measures every rule that has seeded faults. Takes a few seconds; the same figures every time. */
export async function measureRules(): Promise<{ rates: RuleRate[]; readings: number; series: number }> {
  const clean = buildPortfolio({}).map((series) =>
    series.rows.map(({ date, values }): MeterRow => ({
      client_id: series.client_id,
      date,
      ext_dev_ref: series.ext_dev_ref,
      energy_consumption: values.map((wattHours) => (wattHours === null ? null : wattHours / 1000)),
      resolution: `${series.resolution_minutes}min`,
      fuel: series.fuel,
      channel: series.channel,
      unit: 'kWh',
    })),
  );
  const alarms = await places([clean.flat()]);
  const spoiled = spoil(clean.map((rows) => rows.filter((row) => row.date! <= LAST)));
  const found = await places([spoiled.rows, spoiled.later]);
  const rates = Object.keys(FAULTS).map((rule) => {
    const faults = spoiled.faults.filter((fault) => fault.rule === rule);
    const own = found.list.filter((place) => place.rule === rule);
    const alarm = alarms.list.filter((place) => place.rule === rule);
    const doubted = alarm.filter((place) => place.severity === 'suspect').length;
    return {
      rule,
      falsePlaces: alarm.length,
      falseShare: doubted / alarms.readings,
      seeded: faults.length,
      hit: faults.filter((fault) =>
        own.some((place) => place.meter === fault.meter && place.date === fault.date),
      ).length,
    };
  });
  return { rates, readings: alarms.readings, series: clean.length };
}

interface Fault {
  rule: string;
  meter: string;
  date: number;
}

function spoil(clean: readonly MeterRow[][]): { rows: MeterRow[]; later: MeterRow[]; faults: Fault[] } {
  const rows: MeterRow[] = [];
  const later: MeterRow[] = [];
  const faults: Fault[] = [];
  for (const [rule, change] of Object.entries(FAULTS)) {
    clean.forEach((series, index) => {
      const faulty = change(series, faultRandom(rule, index));
      if (!faulty) return;
      const meter = `${series[0]!.ext_dev_ref}/${series[0]!.channel}/${rule}`;
      const named = (row: MeterRow) => ({ ...row, ext_dev_ref: meter });
      rows.push(...faulty.rows.map(named));
      later.push(...(faulty.later ?? []).map(named));
      faults.push(...faulty.dates.map((date) => ({ rule, meter, date })));
    });
  }
  return { rows, later, faults };
}

async function places(files: readonly MeterRow[][]) {
  const folder = mkdtempSync(join(tmpdir(), 'meterfold-rules-'));
  try {
    const paths = files.map((rows, index) => {
      const path = join(folder, `part-${index}.parquet`);
      writeFileSync(path, meterFile(rows, { item: { type: 'DOUBLE' } }));
      return path;
    });
    const run = await runFiles(paths, { ruleThresholds: { over_capacity: CAPACITY_KW } }, { threads: 2 });
    const named = await run.rows<{ series_id: number; ext_dev_ref: string }>('series_named');
    const meters = new Map(named.map((series) => [series.series_id, series.ext_dev_ref]));
    const found = await run.rows<{ rule: string; severity: string; series_id: number; local_date: number }>(
      'finding_place',
    );
    const ledger = await run.rows<{ readings: number }>('ledger');
    await run.close();
    return {
      list: found.map(({ rule, severity, series_id, local_date }) => ({
        rule,
        severity,
        meter: meters.get(series_id) ?? '',
        date: local_date,
      })),
      readings: ledger.reduce((total, line) => total + line.readings, 0),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The rates as the table of `docs/etl.md`. */
export function ratesTable({ rates, readings, series }: Awaited<ReturnType<typeof measureRules>>): string {
  const lines = rates.map(
    ({ rule, falsePlaces, falseShare, seeded, hit }) =>
      `| \`${rule}\` | ${falsePlaces} | ${(100 * falseShare).toFixed(3)} % | ${seeded} | ${((100 * hit) / seeded).toFixed(1)} % |`,
  );
  return [
    `Clean sample: ${series} series, ${readings.toLocaleString('en')} readings, ${CAPACITY_KW.toLocaleString('en')} kW connections.`,
    '',
    '| rule | false alarms, places | readings falsely suspect | faults seeded | found |',
    '| --- | ---: | ---: | ---: | ---: |',
    ...lines,
  ].join('\n');
}

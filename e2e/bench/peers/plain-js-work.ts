/**
 * The page's work in plain JavaScript, as a careful person would write it with
 * hyparquet and hyparquet-writer: row groups read one by one and column by column,
 * readings in typed arrays, calendar facts once for each day and not for each
 * reading, figures of each day taken once and kept, rules that look into those
 * days only whose figures say that there may be something, texts repeated by
 * reference, row groups written one by one. What it makes of a file is held to
 * native DuckDB's findings and daily figures by the benchmark (`peer-facts.ts`).
 * In a process of its own.
 */
import { statSync } from 'node:fs';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { metersToVisit } from '../figures';
import type { PeerRun } from '../figures';
import { sendFigures } from '../peer-process';
import { residentMemory } from '../process-figures';
import { factsOf } from './plain-js-facts';
import type { UnfoldedSeries } from './plain-js-unfold';
import { openFile, type OpenedMeter } from './plain-js-open';
import { readBack } from './plain-js-checks';
import { analyticalColumns } from './plain-js-columns';

const ROW_GROUP_ROWS = 1_000_000;
const DAY = 86_400_000;

const [, , source = '', output = '', listed = '0'] = process.argv;
await sendFigures(await measure(source, output, Number(listed)));

async function measure(from: string, to: string, listedMeters: number): Promise<PeerRun> {
  const idle = residentMemory(process.pid).now;
  const file = await timed(() => openFile(from));
  const opened = { ...file, value: file.value.meters.map(({ series }) => series) };
  const drawn = await timed(() => Promise.resolve(pictures(opened.value[0]!)));
  const visited = metersToVisit(listedMeters);
  const switched = await timed(() => Promise.resolve(visited.map((place) => pictures(opened.value[place]!))));
  const totals = await timed(() => Promise.resolve(dailyTotals(file.value.meters)));
  const profile = await timed(() => Promise.resolve(hourProfile(opened.value)));
  const exported = await timed(() => write(opened.value, to));
  return {
    load_ms: opened.ms + drawn.ms,
    open_ms: opened.ms,
    switch_ms: visited.length ? switched.ms / visited.length : null,
    meter_ms: visited.length ? switched.ms / visited.length : null,
    totals_ms: totals.ms,
    profile_ms: profile.ms,
    export_ms: exported.ms,
    load_cpu_ms: opened.cpu_ms + drawn.cpu_ms,
    export_cpu_ms: exported.cpu_ms,
    readings: opened.value.reduce((sum, { energy }) => sum + energy.length, 0),
    exported_bytes: statSync(to).size,
    process_idle_bytes: idle,
    process_peak_bytes: residentMemory(process.pid).peak,
    facts: factsOf(file.value.meters),
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; cpu_ms: number }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: performance.now() - started, cpu_ms: (user + system) / 1000 };
}

/** What the pictures of one meter show: days, months, hours of the week, load duration. */
function pictures({ energy, localUs }: UnfoldedSeries): number {
  const days = new Map<number, number>();
  const months = new Map<string, number>();
  const week = new Float64Array(168);
  for (const [index, value] of energy.entries()) {
    const local = localUs[index]! / 1000;
    const at = new Date(local);
    const known = Number.isNaN(value) ? 0 : value;
    const day = Math.floor(local / DAY);
    const month = `${at.getUTCFullYear()}-${at.getUTCMonth()}`;
    days.set(day, (days.get(day) ?? 0) + known);
    months.set(month, (months.get(month) ?? 0) + known);
    week[at.getUTCDay() * 24 + at.getUTCHours()]! += known;
  }
  const duration = Float64Array.from(energy).sort();
  return days.size + months.size + week.length + duration.length;
}

/** Adds up the figures that were taken when the rows came in. */
function dailyTotals(meters: readonly OpenedMeter[]): Map<number, number> {
  const totals = new Map<number, number>();
  for (const { days, figures } of meters) {
    for (let day = 0; day < days.length; day++) {
      const { date } = days[day]!;
      totals.set(date, (totals.get(date) ?? 0) + figures.energy[day]!);
    }
  }
  return totals;
}

function hourProfile(series: readonly UnfoldedSeries[]): Float64Array {
  const sums = new Float64Array(24);
  const minutes = new Float64Array(24);
  for (const { energy, localUs, intervalMinutes } of series) {
    for (let index = 0; index < energy.length; index++) {
      const value = energy[index]!;
      if (Number.isNaN(value)) continue;
      const hour = Math.floor(localUs[index]! / 3_600_000_000) % 24;
      sums[hour]! += value;
      minutes[hour]! += intervalMinutes[index]!;
    }
  }
  return sums.map((sum, hour) => (sum * 60) / minutes[hour]!);
}

/** Writes the analytical table, a row group at a time. */
async function write(series: readonly UnfoldedSeries[], path: string): Promise<void> {
  const writer = new ParquetWriter({ writer: fileWriter(path), schema: analyticalColumns([]).schema });
  let gathered: UnfoldedSeries[] = [];
  let rows = 0;
  const hand = async () => {
    const { columnData } = analyticalColumns(gathered);
    if (rows > 0) await writer.write({ columnData, rowGroupSize: rows });
    [gathered, rows] = [[], 0];
  };
  for (const one of series) {
    if (rows + one.energy.length > ROW_GROUP_ROWS) await hand();
    gathered.push(one);
    rows += one.energy.length;
  }
  await hand();
  await writer.finish();
  await verify(series, path);
}

/** @throws Error when the file does not hold every reading and all energy */
async function verify(series: readonly UnfoldedSeries[], path: string): Promise<void> {
  const [total, ...others] = (await readBack(path)).values();
  let [rows, energy] = [0, 0];
  for (const one of series) {
    rows += one.energy.length;
    for (const value of one.energy) if (!Number.isNaN(value)) energy += value;
  }
  if (others.length > 0 || total?.rows !== rows || total.energy !== energy)
    throw new Error(`the written file holds ${total?.rows} rows and ${total?.energy}`);
}

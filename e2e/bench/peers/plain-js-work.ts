/**
 * The page's work in plain JavaScript, as a careful person would write it with
 * hyparquet and hyparquet-writer: row groups read one by one, readings in typed
 * arrays, calendar facts once for each day and not for each reading, texts
 * repeated by reference, row groups written one by one. It counts what it reads
 * and holds what it unfolds to that, looks for the doubts that need every
 * reading, and reads the written file back. It knows wall-clock arrays of one
 * zone whose autumn slot is a sum, and nothing of other encodings, units,
 * registers, several files or the rules over days. In a process of its own.
 */
import { statSync } from 'node:fs';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { fileWriter, ParquetWriter } from 'hyparquet-writer';
import { localCalendar } from '../../../src/domain/local-time';
import { metersToVisit } from '../figures';
import type { PeerFigures } from '../figures';
import { residentMemory } from '../process-figures';
import { unfoldSeries } from './plain-js-unfold';
import type { FoldedDay, UnfoldedSeries } from './plain-js-unfold';
import { doubts, holdToLedger, readBack, readSide } from './plain-js-checks';
import { analyticalColumns } from './plain-js-columns';

const ZONE = 'Europe/Vilnius';
const ROW_GROUP_ROWS = 1_000_000;
const DAY = 86_400_000;

/** Readings that a rule points at; kept so that no compiler leaves the work out. */
let doubtful = 0;

const [, , source = '', output = '', listed = '0'] = process.argv;
process.send?.(await measure(source, output, Number(listed)));
process.disconnect();

async function measure(from: string, to: string, listedMeters: number): Promise<PeerFigures> {
  const idle = residentMemory(process.pid).now;
  const opened = await timed(() => open(from));
  const drawn = await timed(() => Promise.resolve(pictures(opened.value[0]!)));
  const visited = metersToVisit(listedMeters);
  const switched = await timed(() => Promise.resolve(visited.map((place) => pictures(opened.value[place]!))));
  const totals = await timed(() => Promise.resolve(dailyTotals(opened.value)));
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
  };
}

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; ms: number; cpu_ms: number }> {
  const started = performance.now();
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: performance.now() - started, cpu_ms: (user + system) / 1000 };
}

/** Reads the file row group by row group and unfolds meter after meter. */
async function open(path: string): Promise<UnfoldedSeries[]> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const series = new Map<string, FoldedDay[]>();
  let [first, last] = [Infinity, -Infinity];
  let rowStart = 0;
  for (const group of metadata.row_groups) {
    const rowEnd = rowStart + Number(group.num_rows);
    const rows = await readRows(file, metadata, rowStart, rowEnd);
    for (const [index, row] of rows.entries()) {
      const key = `${row.client_id}\u0000${row.ext_dev_ref}`;
      const date = row.date.getTime();
      [first, last] = [Math.min(first, date), Math.max(last, date)];
      let days = series.get(key);
      if (!days) series.set(key, (days = []));
      days.push({ date, values: row.energy_consumption, resolution: row.resolution, row: rowStart + index });
    }
    rowStart = rowEnd;
  }
  const calendar = new Map(localCalendar(ZONE, first, last).map((day) => [day.localDate, day]));
  const keys = [...series.keys()].sort();
  return keys.map((key) => {
    const [client_id = '', ext_dev_ref = ''] = key.split('\u0000');
    const days = series.get(key)!.sort((one, other) => one.date - other.date);
    series.delete(key);
    const read = readSide(days);
    const unfolded = unfoldSeries(client_id, ext_dev_ref, days, calendar);
    holdToLedger(unfolded, read);
    doubtful += doubts(unfolded);
    return unfolded;
  });
}

interface SourceRow {
  client_id: string;
  ext_dev_ref: string;
  date: Date;
  energy_consumption: (bigint | null)[];
  resolution: string;
}

function readRows(
  file: Awaited<ReturnType<typeof asyncBufferFromFile>>,
  metadata: Awaited<ReturnType<typeof parquetMetadataAsync>>,
  rowStart: number,
  rowEnd: number,
): Promise<SourceRow[]> {
  return new Promise((resolve, reject) => {
    parquetRead({
      file,
      metadata,
      rowStart,
      rowEnd,
      rowFormat: 'object',
      onComplete: (rows) => resolve(rows as unknown as SourceRow[]),
    }).catch(reject);
  });
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

function dailyTotals(series: readonly UnfoldedSeries[]): Map<number, number> {
  const totals = new Map<number, number>();
  for (const { energy, localUs } of series) {
    let [day, sum] = [-1, 0];
    for (let index = 0; index < energy.length; index++) {
      const at = Math.floor(localUs[index]! / 86_400_000_000);
      if (at !== day) {
        if (day >= 0) totals.set(day, (totals.get(day) ?? 0) + sum);
        [day, sum] = [at, 0];
      }
      const value = energy[index]!;
      if (!Number.isNaN(value)) sum += value;
    }
    totals.set(day, (totals.get(day) ?? 0) + sum);
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
      minutes[hour]! += intervalMinutes;
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
  if (others.length > 0 || total?.rows !== rows || total.energy !== energy || doubtful < 0)
    throw new Error(`the written file holds ${total?.rows} rows and ${total?.energy}`);
}

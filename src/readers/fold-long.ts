import { AppError } from '../domain/app-error';
import type { DuplicatePolicy } from '../domain/policy';
import { isNoValue, readClock } from './cell-text';
import { DayGatherer } from './day-batch';
import type { DayBatch } from './day-batch';
import type { InputMapping } from './input-mapping';
import type { InputTable, TableBatch } from './input-table';
import { LongSeries } from './long-series';
import { RowFields } from './row-fields';
import { seriesDays } from './series-days';
import { ZoneCalendar } from './zone-calendar';

const MINUTE = 60_000;
/** Readings that are held while the file is read: 20 bytes each. */
const MAX_READINGS = 30_000_000;

/** What folding depends on besides the file. */
export interface FoldContext {
  zone: string;
  duplicates: DuplicatePolicy;
}

/**
 * Files that have one row per reading: folds them to one array per meter and
 * local day of the zone. Readings may come in any order, so all are held first.
 * A reading that repeats or contradicts another becomes a row of its own that
 * says so.
 * @throws AppError VALUE_UNREADABLE, TIME_MISSING with row and column; TOO_LARGE
 */
export async function* foldLong(
  table: InputTable,
  mapping: InputMapping,
  context: FoldContext,
  onRows: (rows: number) => void,
): AsyncGenerator<DayBatch, void, undefined> {
  const series = await gatherSeries(table, mapping, onRows);
  const calendar = new ZoneCalendar(context.zone);
  const gatherer = new DayGatherer();
  for (const [key, one] of series) {
    for (const row of seriesDays(one, mapping, calendar, context.duplicates)) {
      gatherer.add(row);
      const full = gatherer.takeFull();
      if (full) yield full;
    }
    series.delete(key);
  }
  const rest = gatherer.take();
  if (rest) yield rest;
}

async function gatherSeries(
  table: InputTable,
  mapping: InputMapping,
  onRows: (rows: number) => void,
): Promise<Map<string, LongSeries>> {
  const fields = new RowFields(table, mapping);
  const series = new Map<string, LongSeries>();
  let count = 0;
  let last = { key: '', series: new LongSeries(null, null, null, null, null, null) };
  for await (const batch of table.batches(fields.wanted)) {
    count += batch.rows;
    if (count > MAX_READINGS) throw new AppError('TOO_LARGE', { count: table.rows, fits: MAX_READINGS });
    for (let row = 0; row < batch.rows; row++) {
      const labels = [
        fields.clientId(batch, row),
        fields.meter(batch, row),
        fields.text(batch, row, 'fuel'),
        fields.text(batch, row, 'channel'),
        fields.unit(batch, row),
        fields.text(batch, row, 'resolution'),
      ] as const;
      const key = labels.join('\u0000');
      if (last.key !== key) {
        const known: LongSeries = series.get(key) ?? new LongSeries(...labels);
        series.set(key, known);
        last = { key, series: known };
      }
      last.series.add(
        timeOf(fields, batch, row),
        fields.number(batch, row, mapping.roles.value!),
        batch.firstRow + row,
      );
    }
    onRows(batch.firstRow + batch.rows);
  }
  return series;
}

/** The time of a row: an instant where its clock is known, else what the zone's wall clock showed. */
function timeOf(fields: RowFields, batch: TableBatch, row: number): number {
  const { mapping } = fields;
  const role = mapping.roles.timestamp === undefined ? 'date' : 'timestamp';
  const time = fields.time(batch, row, role);
  if (!time) throw timeMissing(fields, batch, row, mapping.roles[role]!);
  const wall = time.wall + clockMinutes(fields, batch, row) * MINUTE;
  if (mapping.clock.kind === 'local') return wall;
  if (mapping.clock.kind === 'fixed') return wall - mapping.clock.offsetMinutes * MINUTE;
  if (time.offsetMinutes === null)
    throw fields.unreadable(batch, row, mapping.roles[role]!, batch.cell(row, mapping.roles[role]!));
  return wall - time.offsetMinutes * MINUTE;
}

function clockMinutes(fields: RowFields, batch: TableBatch, row: number): number {
  const column = fields.mapping.roles.time;
  if (column === undefined || fields.mapping.roles.timestamp !== undefined) return 0;
  const cell = batch.cell(row, column);
  if (typeof cell === 'number' && cell >= 0 && cell <= 24) return cell * 60;
  if (typeof cell !== 'string' || isNoValue(cell)) throw timeMissing(fields, batch, row, column);
  const minutes = readClock(cell);
  if (minutes === null) throw fields.unreadable(batch, row, column, cell);
  return minutes;
}

function timeMissing(fields: RowFields, batch: TableBatch, row: number, column: number): AppError {
  const place = fields.unreadable(batch, row, column, null);
  return new AppError('NULL_KEY', { ...place.detail, count: 1 });
}

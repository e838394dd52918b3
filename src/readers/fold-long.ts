import { AppError } from '../domain/app-error';
import type { DuplicatePolicy } from '../domain/policy';
import { isNoValue, readClock } from './cell-text';
import { DayGatherer } from './day-batch';
import type { DayBatch } from './day-batch';
import { MOST_READINGS } from './input-mapping';
import type { InputMapping } from './input-mapping';
import type { InputTable, TableBatch } from './input-table';
import { LongSeries } from './long-series';
import { flagged, flagReader } from './quality-words';
import type { PartTaker } from './part-taker';
import type { ReadingColumn } from './reading-columns';
import { RowFields } from './row-fields';
import { seriesDays } from './series-days';
import { ZoneCalendar } from './zone-calendar';

const MINUTE = 60_000;
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
  part: PartTaker | null,
): AsyncGenerator<DayBatch, void, undefined> {
  const series = await gatherSeries(table, mapping, onRows, part);
  const calendar = new ZoneCalendar(context.zone);
  const gatherer = new DayGatherer();
  for (const [key, one] of series) {
    for (const row of seriesDays(one, mapping, calendar, context.duplicates, part)) {
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
  part: PartTaker | null,
): Promise<Map<string, LongSeries>> {
  const fields = new RowFields(table, mapping);
  const flagOf = flagReader(table, mapping);
  const gatherers = fields.readings.map((reading) => new ColumnGatherer(fields, reading, part));
  const series = new Map<string, LongSeries>();
  for await (const batch of table.batches(fields.wanted)) {
    part?.see(batch.rows, 0);
    for (let row = 0; row < batch.rows; row++) {
      const time = timeOf(fields, batch, row);
      const flag = flagOf(batch, row);
      for (const gatherer of gatherers) gatherer.take(series, { batch, row, time, flag });
    }
    const held = gatherers.reduce((sum, gatherer) => sum + gatherer.held, 0);
    if (held > MOST_READINGS)
      throw new AppError('TOO_LARGE', { count: table.rows * gatherers.length, fits: MOST_READINGS });
    onRows(batch.firstRow + batch.rows);
  }
  return series;
}

/** A row of the file on its way into the series of its columns. */
interface RowInHand {
  batch: TableBatch;
  row: number;
  time: number;
  flag: string | null;
}

/** Sends the readings of one column to their series. */
class ColumnGatherer {
  private last: { key: string; series: LongSeries } | null = null;
  /** Readings that have gone to a series. */
  held = 0;

  constructor(
    private readonly fields: RowFields,
    private readonly reading: ReadingColumn,
    private readonly part: PartTaker | null,
  ) {}

  take(all: Map<string, LongSeries>, { batch, row, time, flag }: RowInHand): void {
    const { fields, reading, part } = this;
    const read = fields.number(batch, row, reading.column);
    // Beside other columns an empty cell says nothing: what is read by the hour stands in every fourth quarter.
    if (read === null && fields.readings.length > 1) return;
    const told = flagged(read, flag);
    if (part) {
      if (told.value !== null) part.see(0, 1);
      const meter = fields.meter(batch, row, reading.ownName);
      if (!part.isNear(time) || !part.takesMeter(fields.clientId(batch, row), meter)) return;
    }
    this.held += 1;
    this.seriesOf(all, batch, row).add(time, told.value, batch.firstRow + row, told.flag);
  }

  private seriesOf(all: Map<string, LongSeries>, batch: TableBatch, row: number): LongSeries {
    const { fields, reading } = this;
    const labels = [
      fields.clientId(batch, row),
      fields.meter(batch, row, reading.ownName),
      fields.fuel(batch, row, reading),
      fields.channel(batch, row, reading),
      fields.unit(batch, row, reading),
      fields.text(batch, row, 'resolution'),
    ] as const;
    const key = labels.join('\u0000');
    if (this.last?.key !== key) {
      const series: LongSeries = all.get(key) ?? new LongSeries(...labels);
      all.set(key, series);
      this.last = { key, series };
    }
    return this.last.series;
  }
}

/** The time of a row: an instant where its clock is known, else what the zone's wall clock showed. */
export function timeOf(fields: RowFields, batch: TableBatch, row: number): number {
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

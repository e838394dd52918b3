import { dayNumber } from './cell-text';
import { DayGatherer } from './day-batch';
import type { DayBatch, DayRow } from './day-batch';
import type { InputTable, TableBatch } from './input-table';
import { flagged, flagReader } from './quality-words';
import { valuesIn } from './part-taker';
import type { PartTaker } from './part-taker';
import type { ReadingColumn } from './reading-columns';
import { flagRuns } from './flag-runs';
import { RowFields } from './row-fields';
import type { InputMapping } from './input-mapping';
import { slotMinutes } from './slot-columns';

/**
 * Files that have one row per meter and local day: a list, a list written as
 * text, or a column per slot. Rows stay rows, one for each column of readings; nothing is merged.
 * @throws AppError VALUE_UNREADABLE with row and column
 */
export async function* foldArrays(
  table: InputTable,
  mapping: InputMapping,
  onRows: (rows: number) => void = () => undefined,
  part: PartTaker | null = null,
): AsyncGenerator<DayBatch, void, undefined> {
  const fields = new RowFields(table, mapping);
  const flagOf = flagReader(table, mapping);
  const gatherer = new DayGatherer();
  for await (const batch of table.batches(fields.wanted)) {
    for (let row = 0; row < batch.rows; row++) {
      const days = dayRows(fields, batch, row, flagOf(batch, row));
      for (const day of part ? takenOf(part, days) : days) gatherer.add(day);
      if (row === batch.rows - 1) onRows(batch.firstRow + batch.rows);
      const full = gatherer.takeFull();
      if (full) yield full;
    }
  }
  const rest = gatherer.take();
  if (rest) yield rest;
}

/** Those days of a row that are opened. */
function takenOf(part: PartTaker, days: readonly DayRow[]): DayRow[] {
  part.see(
    1,
    days.reduce((sum, day) => sum + valuesIn(day), 0),
  );
  const taken = days.filter((day) => part.takesDay(day));
  for (const day of taken) part.take(day.sourceRow, valuesIn(day));
  return taken;
}

/** What a row of the file gives: a day for each of its columns of readings, or one of its slot columns. */
function dayRows(fields: RowFields, batch: TableBatch, row: number, flag: string | null): DayRow[] {
  const { mapping } = fields;
  if (mapping.shape === 'slot-columns') {
    const values = mapping.slots.map((column) => fields.number(batch, row, column));
    return [dayRow({ fields, batch, row, flag }, values, null)];
  }
  const isOne = fields.readings.length === 1;
  return fields.readings.flatMap((reading) => {
    const values = fields.list(batch, row, reading.column);
    // Beside other columns an absent list says nothing.
    return values === null && !isOne ? [] : [dayRow({ fields, batch, row, flag }, values, reading)];
  });
}

interface RowInHand {
  fields: RowFields;
  batch: TableBatch;
  row: number;
  flag: string | null;
}

function dayRow(
  { fields, batch, row, flag }: RowInHand,
  read: readonly (number | null)[] | null,
  reading: ReadingColumn | null,
): DayRow {
  const { mapping } = fields;
  const time = fields.time(batch, row, mapping.roles.date === undefined ? 'timestamp' : 'date');
  const told = (read ?? []).map((value) => flagged(value, flag));
  const values = read && told.map(({ value }) => value);
  const minutes = mapping.resolutionMinutes ?? slotMinutes(values?.length ?? 0);
  return {
    clientId: fields.clientId(batch, row),
    meter: fields.meter(batch, row, reading?.ownName),
    date: time && dayNumber(time.wall),
    values,
    resolution: fields.text(batch, row, 'resolution') ?? (minutes === null ? null : `${minutes}min`),
    fuel: fields.fuel(batch, row, reading),
    channel: fields.channel(batch, row, reading),
    unit: fields.unit(batch, row, reading),
    sourceRow: batch.firstRow + row,
    setAsideAs: null,
    flags: flagRuns(told.map((each) => each.flag)),
  };
}

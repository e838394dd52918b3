import { dayNumber } from './cell-text';
import { DayGatherer } from './day-batch';
import type { DayBatch, DayRow } from './day-batch';
import type { InputTable, TableBatch } from './input-table';
import { RowFields } from './row-fields';
import type { InputMapping } from './input-mapping';
import { slotMinutes } from './slot-columns';

/**
 * Files that have one row per meter and local day: a list, a list written as
 * text, or a column per slot. Rows stay rows; nothing is merged.
 * @throws AppError VALUE_UNREADABLE with row and column
 */
export async function* foldArrays(
  table: InputTable,
  mapping: InputMapping,
): AsyncGenerator<DayBatch, void, undefined> {
  const fields = new RowFields(table, mapping);
  const gatherer = new DayGatherer();
  for await (const batch of table.batches(fields.wanted)) {
    for (let row = 0; row < batch.rows; row++) {
      gatherer.add(dayRow(fields, batch, row));
      const full = gatherer.takeFull();
      if (full) yield full;
    }
  }
  const rest = gatherer.take();
  if (rest) yield rest;
}

function dayRow(fields: RowFields, batch: TableBatch, row: number): DayRow {
  const { mapping } = fields;
  const time = fields.time(batch, row, mapping.roles.date === undefined ? 'timestamp' : 'date');
  const values =
    mapping.shape === 'slot-columns'
      ? mapping.slots.map((column) => fields.number(batch, row, column))
      : fields.list(batch, row, mapping.roles.value!);
  const minutes = mapping.resolutionMinutes ?? slotMinutes(values?.length ?? 0);
  return {
    clientId: fields.clientId(batch, row),
    meter: fields.meter(batch, row),
    date: time && dayNumber(time.wall),
    values,
    resolution: fields.text(batch, row, 'resolution') ?? (minutes === null ? null : `${minutes}min`),
    fuel: fields.text(batch, row, 'fuel'),
    channel: fields.text(batch, row, 'channel'),
    unit: fields.unit(batch, row),
    sourceRow: batch.firstRow + row,
    setAsideAs: null,
    flags: null,
  };
}

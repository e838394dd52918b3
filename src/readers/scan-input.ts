import { ScanTally } from '../domain/scan-tally';
import type { FileScan } from '../domain/selection';
import { findContainer } from './container';
import { foldArrays } from './fold-arrays';
import { timeOf } from './fold-long';
import type { FoldContext } from './fold-long';
import type { InputMapping } from './input-mapping';
import type { InputTable } from './input-table';
import { nem12Days } from './nem12';
import { openTable } from './open-table';
import { readingColumns } from './reading-columns';
import { RowFields } from './row-fields';
import { ZoneCalendar } from './zone-calendar';

const DAY = 86_400_000;
/** Rows after which it is told how far it is. */
const TOLD_ROWS = 50_000;

/**
 * Looks whose rows a file of any kind holds and of which dates, and keeps nothing else of them. Dates are about
 * right: a reading at midnight that ends its interval counts for the day that begins there.
 * @returns meters, dates and rows; yields the rows that have been looked at
 * @throws AppError as `readInput`
 */
export async function* scanInput(
  file: Blob,
  mapping: InputMapping,
  context: Pick<FoldContext, 'zone'>,
): AsyncGenerator<number, FileScan, undefined> {
  const { container, encoding } = await findContainer(file);
  if (container === 'nem12') return yield* scanNem12(file, encoding, mapping);
  const table = await openTable(file, container, encoding);
  return yield* mapping.shape === 'long-rows'
    ? scanLong(table, mapping, context)
    : scanArrays(table, mapping);
}

async function* scanNem12(
  file: Blob,
  encoding: string,
  mapping: InputMapping,
): AsyncGenerator<number, FileScan, undefined> {
  const tally = new ScanTally();
  let rows = 0;
  for await (const { register, date } of nem12Days(file, encoding)) {
    const ext_dev_ref = `${register.nmi} ${register.suffix}`;
    tally.add(tally.meter({ client_id: mapping.clientId, ext_dev_ref }), date, 1);
    if (++rows % TOLD_ROWS === 0) yield rows;
  }
  return tally.scan(rows);
}

/** A row with several columns of readings counts for each of them, and once in all. */
const weightOf = (table: InputTable, mapping: InputMapping): number =>
  1 / Math.max(1, readingColumns(mapping, table.columns).length);

async function* scanArrays(
  table: InputTable,
  mapping: InputMapping,
): AsyncGenerator<number, FileScan, undefined> {
  const tally = new ScanTally();
  const weight = weightOf(table, mapping);
  let rows = 0;
  for await (const days of foldArrays(table, mapping)) {
    for (const { clientId, meter, date, sourceRow } of days) {
      rows = sourceRow + 1;
      if (clientId === null || meter === null || date === null) continue;
      tally.add(tally.meter({ client_id: clientId, ext_dev_ref: meter }), date, weight);
    }
    yield rows;
  }
  return tally.scan(rows);
}

async function* scanLong(
  table: InputTable,
  mapping: InputMapping,
  { zone }: Pick<FoldContext, 'zone'>,
): AsyncGenerator<number, FileScan, undefined> {
  const tally = new ScanTally();
  const fields = new RowFields(table, mapping);
  const calendar = new ZoneCalendar(zone);
  const weight = weightOf(table, mapping);
  const isLocal = mapping.clock.kind === 'local';
  let rows = 0;
  for await (const batch of table.batches(fields.wanted)) {
    for (let row = 0; row < batch.rows; row++) {
      const time = timeOf(fields, batch, row);
      const day = isLocal ? Math.floor(time / DAY) : calendar.dayAt(time).localDate / DAY;
      const client_id = fields.clientId(batch, row);
      for (const { ownName } of fields.readings) {
        const ext_dev_ref = fields.meter(batch, row, ownName);
        if (client_id === null || ext_dev_ref === null) continue;
        tally.add(tally.meter({ client_id, ext_dev_ref }), day, weight);
      }
    }
    rows += batch.rows;
    yield rows;
  }
  return tally.scan(rows);
}

import { AppError } from '../domain/app-error';
import { csvRows, guessForm } from './csv-rows';
import type { DayBatch } from './day-batch';
import { DayGatherer } from './day-batch';
import type { FoldContext } from './fold-long';
import { LongSeries } from './long-series';
import { channelOfSuffix, Nem12Records } from './nem12-records';
import type { Nem12Day } from './nem12-records';
import type { InputMapping } from './input-mapping';
import { valuesIn } from './part-taker';
import type { PartTaker } from './part-taker';
import { seriesDays } from './series-days';
import { ZoneCalendar } from './zone-calendar';

const DAY = 86_400_000;
const MINUTE = 60_000;
/** The market's clock is UTC+10 all year, in every state. */
const MARKET_OFFSET_MINUTES = 600;
const HEAD_BYTES = 64 * 1024;

/** NEM12 knows its own columns, clock and labels. */
export const NEM12_MAPPING: InputMapping = {
  shape: 'nem12',
  roles: {},
  slots: [],
  values: [],
  resolutionMinutes: null,
  label: 'start',
  clock: { kind: 'fixed', offsetMinutes: MARKET_OFFSET_MINUTES },
  dateOrder: 'year-first',
  decimal: '.',
  clientId: 'unknown',
  meter: '',
  unit: null,
};

/** Days of a NEM12 file as they lie in it. @throws AppError NEM12_BROKEN, FILE_TRUNCATED, ROW_BROKEN */
export async function* nem12Days(file: Blob, encoding: string): AsyncGenerator<Nem12Day, void, undefined> {
  const head = new TextDecoder(encoding).decode(await file.slice(0, HEAD_BYTES).arrayBuffer());
  const form = { ...guessForm(head, encoding), delimiter: ',' };
  const records = new Nem12Records();
  let row = 0;
  for await (const rows of csvRows(file, form)) {
    for (const fields of rows) {
      const day = records.take(fields, row++);
      if (day) yield day;
    }
  }
  records.end();
}

/** How many days and values a file has: NEM12 announces neither. */
export async function countNem12(file: Blob, encoding: string): Promise<{ days: number; values: number }> {
  let days = 0;
  let values = 0;
  for await (const day of nem12Days(file, encoding)) {
    days++;
    values += day.values.length;
  }
  if (days === 0) throw new AppError('NO_ROWS');
  return { days, values };
}

/**
 * The days of a NEM12 file, moved from the market's clock to the local days of the
 * zone. A register of a meter is a series: `NMI suffix`. Flagged null data is missing; every other flag but A
 * goes with its reading.
 */
export async function* foldNem12(
  file: Blob,
  encoding: string,
  mapping: InputMapping,
  context: FoldContext,
  part: PartTaker | null,
): AsyncGenerator<DayBatch, void, undefined> {
  const series = new Map<string, LongSeries>();
  for await (const { register, date, values, flags, row } of nem12Days(file, encoding)) {
    const { nmi, suffix, unit, intervalMinutes } = register;
    if (part) {
      part.see(1, valuesIn({ values }));
      if (!part.isNear(date * DAY) || !part.takesMeter(mapping.clientId, `${nmi} ${suffix}`)) continue;
    }
    const key = `${nmi} ${suffix} ${unit} ${intervalMinutes}`;
    const one =
      series.get(key) ??
      new LongSeries(
        mapping.clientId,
        `${nmi} ${suffix}`,
        null,
        channelOfSuffix(suffix),
        unit,
        `${intervalMinutes}min`,
      );
    series.set(key, one);
    const start = date * DAY - MARKET_OFFSET_MINUTES * MINUTE;
    values.forEach((value, slot) =>
      one.add(start + slot * intervalMinutes * MINUTE, value, row, flags[slot] === 'A' ? null : flags[slot]!),
    );
  }
  yield* foldSeries(series, mapping, context, part);
}

function* foldSeries(
  series: ReadonlyMap<string, LongSeries>,
  mapping: InputMapping,
  context: FoldContext,
  part: PartTaker | null,
): Generator<DayBatch, void, undefined> {
  const calendar = new ZoneCalendar(context.zone);
  const gatherer = new DayGatherer();
  for (const one of series.values()) {
    for (const row of seriesDays(one, mapping, calendar, context.duplicates, part)) {
      gatherer.add(row);
      const full = gatherer.takeFull();
      if (full) yield full;
    }
  }
  const rest = gatherer.take();
  if (rest) yield rest;
}

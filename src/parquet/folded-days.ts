import { tableFromIPC, type Data, type RecordBatch } from 'apache-arrow';

/** A column where the engine put it: values in a row, and a bit for each that says whether it is there. */
export interface Values<T extends ArrayLike<unknown> = ArrayLike<number>> {
  values: T;
  /** Null where every value is there. */
  bits: Uint8Array | null;
}

/** Lists in a row: list `n` has the items from `starts[n]` up to `starts[n + 1]`. */
interface Lists {
  starts: Int32Array;
  bits: Uint8Array | null;
}

/** What the true intervals of unusual days say, item beside item of `energy`. */
export interface Intervals extends Lists {
  start_utc: Values<BigInt64Array>;
  utc_offset_minutes: Values;
  interval_minutes: Values;
  slot: Values;
  source_id: Values;
  source_row: Values;
  quality: Texts;
  quality_rule: Texts;
  estimate: Values<Float64Array>;
  estimate_rule: Texts;
}

/** Some rows of `export_day.sql`, column by column. */
export interface FoldedDays {
  days: number;
  series_id: Values;
  local_date: Values;
  resolution_minutes: Values;
  source_id: Values;
  source_row: Values;
  start_us: Values;
  utc_offset_minutes: Values;
  /** `items` are the bits of the values in the lists; a list is always there. */
  energy: { starts: Int32Array; values: Float64Array; items: Uint8Array | null };
  intervals: Intervals;
  first_slot: Values;
  turn_slot: Values;
  next_source_row: Values;
}

/** The days of one complete Arrow IPC stream, as many times as the engine cut it. */
export function foldedDays(ipc: Uint8Array): FoldedDays[] {
  return tableFromIPC(ipc)
    .batches.filter(({ numRows }) => numRows > 0)
    .map(daysOf);
}

export function isThere({ bits }: { bits: Uint8Array | null }, at: number): boolean {
  return bits === null || (bits[at >> 3]! & (1 << (at & 7))) !== 0;
}

function daysOf(batch: RecordBatch): FoldedDays {
  const of = (name: string) => child(batch.data, name);
  const numbers = (name: string) => valuesOf<ArrayLike<number>>(of(name));
  const energy = of('energy');
  const items = valuesOf<Float64Array>(energy.children[0]!);
  return {
    days: batch.numRows,
    series_id: numbers('series_id'),
    local_date: numbers('local_date'),
    resolution_minutes: numbers('resolution_minutes'),
    source_id: numbers('source_id'),
    source_row: numbers('source_row'),
    start_us: numbers('start_us'),
    utc_offset_minutes: numbers('utc_offset_minutes'),
    energy: { starts: listsOf(energy).starts, values: items.values, items: items.bits },
    intervals: intervalsOf(of('intervals')),
    first_slot: numbers('first_slot'),
    turn_slot: numbers('turn_slot'),
    next_source_row: numbers('next_source_row'),
  };
}

function intervalsOf(list: Data): Intervals {
  const item = list.children[0]!;
  const numbers = (name: string) => valuesOf<ArrayLike<number>>(child(item, name));
  return {
    ...listsOf(list),
    start_utc: valuesOf<BigInt64Array>(child(item, 'start_utc')),
    utc_offset_minutes: numbers('utc_offset_minutes'),
    interval_minutes: numbers('interval_minutes'),
    slot: numbers('slot'),
    source_id: numbers('source_id'),
    source_row: numbers('source_row'),
    quality: new Texts(child(item, 'quality')),
    quality_rule: new Texts(child(item, 'quality_rule')),
    estimate: valuesOf<Float64Array>(child(item, 'estimate')),
    estimate_rule: new Texts(child(item, 'estimate_rule')),
  };
}

function child(parent: Data, name: string): Data {
  const fields = parent.type.children as { name: string }[];
  const found = parent.children[fields.findIndex((field) => field.name === name)];
  if (!found) throw new Error(`the days have no column ${name}`);
  return found;
}

function bitsOf(data: Data): Uint8Array | null {
  return data.nullCount === 0 ? null : data.nullBitmap;
}

function valuesOf<T extends ArrayLike<unknown>>(data: Data): Values<T> {
  return { values: data.values as T, bits: bitsOf(data) };
}

function listsOf(data: Data): Lists {
  return { starts: data.valueOffsets as Int32Array, bits: bitsOf(data) };
}

/** Texts in a row. Neighbours mostly have the same one, so it is decoded where its bytes change. */
export class Texts {
  private readonly bytes: Uint8Array;
  private readonly starts: Int32Array;
  private last: { from: number; to: number; text: string } | null = null;
  readonly bits: Uint8Array | null;

  constructor(data: Data) {
    this.bytes = data.values as Uint8Array;
    this.starts = data.valueOffsets as Int32Array;
    this.bits = bitsOf(data);
  }

  at(place: number): string | null {
    if (!isThere(this, place)) return null;
    const [from, to] = [this.starts[place]!, this.starts[place + 1]!];
    if (!this.last || !this.isSame(this.last, from, to)) {
      this.last = { from, to, text: new TextDecoder().decode(this.bytes.subarray(from, to)) };
    }
    return this.last.text;
  }

  private isSame(other: { from: number; to: number }, from: number, to: number): boolean {
    if (other.to - other.from !== to - from) return false;
    for (let at = from, beside = other.from; at < to; at++, beside++) {
      if (this.bytes[at] !== this.bytes[beside]) return false;
    }
    return true;
  }
}

import { isThere, type FoldedDays } from './folded-days';

/** The qualities of a reading. A code is a place in this list. */
export const QUALITIES = ['measured', 'split', 'missing', 'suspect', 'estimated'] as const;
const [MEASURED, MISSING, ESTIMATED] = [0, 2, 4];
const NULL_RULE = 'null_in_source';
/** Stands for null among codes. */
export const NO_CODE = -1;

const US_PER_MINUTE = 60_000_000;
const MS_PER_DAY = 86_400_000;
const US_PER_HOUR = 60 * US_PER_MINUTE;
const US_PER_DAY = 24 * US_PER_HOUR;
const HALF_WORD = 2 ** 32;
/** 1970-01-01 was a Thursday, four days after a Monday that counts as 1. */
const ISO_WEEKDAY_OF_DAY_0 = 3;

/** Rows that may have no value: a 1 for each that has one. */
type Presence = Uint8Array;

/**
 * The readings of folded days, in typed arrays that are filled again and again: what `export_rows.sql` says of an
 * interval, the texts as codes. Days come whole.
 */
export class ReadingColumns {
  rows = 0;
  /** 64-bit integers, low word first. */
  readonly timestamp_utc: Int32Array;
  readonly timestamp_local: Int32Array;
  readonly utc_offset_minutes: Int16Array;
  readonly interval_minutes: Int32Array;
  readonly local_date: Int32Array;
  readonly local_hour: Int8Array;
  readonly iso_weekday: Int8Array;
  readonly local_month: Int8Array;
  readonly energy: Float64Array;
  readonly has_energy: Presence;
  readonly source_row: Int32Array;
  readonly has_source_row: Presence;
  readonly source_slot: Int16Array;
  readonly has_source_slot: Presence;
  readonly series_id: Int32Array;
  readonly source_id: Int32Array;
  readonly quality: Int32Array;
  readonly quality_rule: Int32Array;
  /** The rules that were met so far. A code is a place in this list. */
  readonly rules: string[] = [];
  private date = { day: NaN, weekday: 0, month: 0 };

  constructor(readonly capacity: number) {
    this.timestamp_utc = new Int32Array(2 * capacity);
    this.timestamp_local = new Int32Array(2 * capacity);
    this.utc_offset_minutes = new Int16Array(capacity);
    this.interval_minutes = new Int32Array(capacity);
    this.local_date = new Int32Array(capacity);
    this.local_hour = new Int8Array(capacity);
    this.iso_weekday = new Int8Array(capacity);
    this.local_month = new Int8Array(capacity);
    this.energy = new Float64Array(capacity);
    this.has_energy = new Uint8Array(capacity);
    this.source_row = new Int32Array(capacity);
    this.has_source_row = new Uint8Array(capacity);
    this.source_slot = new Int16Array(capacity);
    this.has_source_slot = new Uint8Array(capacity);
    this.series_id = new Int32Array(capacity);
    this.source_id = new Int32Array(capacity);
    this.quality = new Int32Array(capacity);
    this.quality_rule = new Int32Array(capacity);
  }

  /** Unfolds one day. There must be room for its readings. */
  add(days: FoldedDays, day: number): void {
    const count = readingsOf(days, day);
    this.series_id.fill(days.series_id.values[day]!, this.rows, this.rows + count);
    if (isThere(days.intervals, day)) this.addUnusual(days, day, count);
    else this.addOrdinary(days, day, count);
    this.rows += count;
  }

  /** Slots of one length, one after the other, all day long. */
  private addOrdinary(days: FoldedDays, day: number, count: number): void {
    const { values, items: bits, starts } = days.energy;
    const [from, first] = [this.rows, starts[day]!];
    const minutes = days.resolution_minutes.values[day]!;
    const offset = days.utc_offset_minutes.values[day]!;
    const startUs = days.start_us.values[day]!;
    const localUs = startUs + offset * US_PER_MINUTE;
    this.describeDate(days.local_date.values[day]!);
    const { day: localDate, weekday, month } = this.date;
    for (let slot = 0, at = from; slot < count; slot++, at++) {
      const elapsedUs = slot * minutes * US_PER_MINUTE;
      setWord(this.timestamp_utc, at, startUs + elapsedUs);
      setWord(this.timestamp_local, at, localUs + elapsedUs);
      this.utc_offset_minutes[at] = offset;
      this.interval_minutes[at] = minutes;
      this.local_date[at] = localDate;
      this.local_hour[at] = Math.floor((slot * minutes) / 60);
      this.iso_weekday[at] = weekday;
      this.local_month[at] = month;
      const place = first + slot;
      const isKnown = bits === null || (bits[place >> 3]! & (1 << (place & 7))) !== 0;
      this.energy[at] = isKnown ? values[place]! : 0;
      this.has_energy[at] = isKnown ? 1 : 0;
      this.quality[at] = isKnown ? MEASURED : MISSING;
      this.quality_rule[at] = isKnown ? NO_CODE : this.ruleCode(NULL_RULE);
    }
    this.source_id.fill(codeAt(days.source_id, day), from, from + count);
    this.placeInSource(days, day, count);
  }

  /** Where the slots of an ordinary day came from: one row, or two that follow each other. */
  private placeInSource(days: FoldedDays, day: number, count: number): void {
    const { source_row, next_source_row, first_slot, turn_slot } = days;
    const [from, to] = [this.rows, this.rows + count];
    const hasTurn = isThere(turn_slot, day);
    const turn = hasTurn ? Math.max(0, Math.min(turn_slot.values[day]!, count)) : count;
    const hasRow = isThere(source_row, day);
    const hasNext = isThere(next_source_row, day);
    this.source_row.fill(hasRow ? source_row.values[day]! : 0, from, from + turn);
    this.has_source_row.fill(hasRow ? 1 : 0, from, from + turn);
    this.source_row.fill(hasNext ? next_source_row.values[day]! : 0, from + turn, to);
    this.has_source_row.fill(hasNext ? 1 : 0, from + turn, to);
    const hasFirst = isThere(first_slot, day);
    const firstSlot = hasFirst ? first_slot.values[day]! : 0;
    const turnSlot = hasTurn ? turn_slot.values[day]! : 0;
    for (let slot = 0, at = from; slot < count; slot++, at++) {
      this.source_slot[at] = slot < turn ? firstSlot + slot : slot - turnSlot;
    }
    this.has_source_slot.fill(hasFirst ? 1 : 0, from, from + turn);
    this.has_source_slot.fill(1, from + turn, to);
  }

  /** Each interval says by itself when it is, where it comes from and what is wrong with it. */
  private addUnusual(days: FoldedDays, day: number, count: number): void {
    const { intervals, energy } = days;
    const { estimate } = intervals;
    const [first, beside] = [energy.starts[day]!, intervals.starts[day]!];
    for (let index = 0, at = this.rows; index < count; index++, at++) {
      const place = beside + index;
      const startUs = Number(intervals.start_utc.values[place]);
      const offset = intervals.utc_offset_minutes.values[place]!;
      const localUs = startUs + offset * US_PER_MINUTE;
      const localDate = Math.floor(localUs / US_PER_DAY);
      this.describeDate(localDate);
      setWord(this.timestamp_utc, at, startUs);
      setWord(this.timestamp_local, at, localUs);
      this.utc_offset_minutes[at] = offset;
      this.interval_minutes[at] = intervals.interval_minutes.values[place]!;
      this.local_date[at] = localDate;
      this.local_hour[at] = Math.floor((localUs - localDate * US_PER_DAY) / US_PER_HOUR);
      this.iso_weekday[at] = this.date.weekday;
      this.local_month[at] = this.date.month;
      const isKnown = isThere({ bits: energy.items }, first + index);
      const isFilled = !isKnown && isThere(estimate, place);
      this.energy[at] = isKnown ? energy.values[first + index]! : isFilled ? estimate.values[place]! : 0;
      this.has_energy[at] = isKnown || isFilled ? 1 : 0;
      this.quality[at] = isFilled ? ESTIMATED : qualityCode(intervals.quality.at(place));
      const rule = intervals.quality_rule.at(place);
      this.quality_rule[at] = this.ruleCode(isKnown ? rule : (intervals.estimate_rule.at(place) ?? rule));
      this.source_id[at] = codeAt(intervals.source_id, place);
      const hasRow = isThere(intervals.source_row, place);
      this.source_row[at] = hasRow ? intervals.source_row.values[place]! : 0;
      this.has_source_row[at] = hasRow ? 1 : 0;
      const hasSlot = isThere(intervals.slot, place);
      this.source_slot[at] = hasSlot ? intervals.slot.values[place]! : 0;
      this.has_source_slot[at] = hasSlot ? 1 : 0;
    }
  }

  private ruleCode(rule: string | null): number {
    if (rule === null) return NO_CODE;
    const known = this.rules.indexOf(rule);
    return known >= 0 ? known : this.rules.push(rule) - 1;
  }

  /** Weekday and month of a date, in days since 1970; mostly it is the one of the reading before. */
  private describeDate(day: number): void {
    if (day === this.date.day) return;
    const weekday = ((((day + ISO_WEEKDAY_OF_DAY_0) % 7) + 7) % 7) + 1;
    this.date = { day, weekday, month: new Date(day * MS_PER_DAY).getUTCMonth() + 1 };
  }
}

export function readingsOf({ energy }: FoldedDays, day: number): number {
  return energy.starts[day + 1]! - energy.starts[day]!;
}

function setWord(words: Int32Array, at: number, value: number): void {
  const high = Math.floor(value / HALF_WORD);
  words[2 * at] = value - high * HALF_WORD;
  words[2 * at + 1] = high;
}

function codeAt(column: { values: ArrayLike<number>; bits: Uint8Array | null }, at: number): number {
  return isThere(column, at) ? column.values[at]! : NO_CODE;
}

function qualityCode(quality: string | null): number {
  const code = QUALITIES.indexOf(quality as (typeof QUALITIES)[number]);
  if (code < 0) throw new Error(`unknown quality ${quality ?? 'null'}`);
  return code;
}

import type { TransitionDayRow, TransitionIntervalRow } from '../queries/rows/clock-changes';
import { MINUTE } from './time-text';

/** What became of a slot of the raw array. */
export type SlotRole = 'ordinary' | 'forked' | 'nothing' | 'set_aside';

/** One value of the array as it lies in the file. Minutes are on the day's own axis. */
export interface SlotCell {
  slot: number;
  start: number;
  end: number;
  value: number | null;
  role: SlotRole;
}

/** One real interval of the day. `start` and `end` are minutes of elapsed time since the day began. */
export interface HourCell {
  start: number;
  end: number;
  utc: number;
  local: number;
  offset: number;
  energy: number | null;
  quality: string;
  /** Two hours of the day carry this local label. */
  repeated: boolean;
}

/** Joins a slot, or its share, to the interval it became; `to` is a point where the slot ends in nothing. */
export interface SlotLink {
  slot: number;
  kind: 'straight' | 'fork' | 'nothing' | 'set_aside';
  fromStart: number;
  fromEnd: number;
  toStart: number;
  toEnd: number;
  /** The offset of the interval it leads to; null where it leads to none. */
  offset: number | null;
}

/** One transition day as two strips and the links between them, all on one axis of minutes. */
export interface TransitionLayout {
  minutes: number;
  slots: SlotCell[];
  hours: HourCell[];
  links: SlotLink[];
  /** Stretches of constant offset of the lower strip. */
  offsets: { start: number; end: number; offset: number }[];
  /** Slots that the focus leaves out. */
  hiddenSlots: number;
}

/** Layouts in which every slot has a place on the day's own axis. */
const PLACED = ['wall_clock', 'end_label', 'elapsed', 'repeat_last', 'fixed_clock'];

/** True where the array was read slot by slot; false where its row was set aside whole or is absent. */
export const isPlaced = (day: TransitionDayRow): boolean => PLACED.includes(day.layout);

const MOST_TEXT_CELLS = 30;
const FOCUS_MINUTES = 120;
const MOST_SLOTS = 240;

/** True for days with too many slots to write a value into each; these start with the stretch around the change. */
export const needsFocus = (day: TransitionDayRow, intervals: readonly unknown[]): boolean =>
  day.layout !== 'wrong_length' &&
  day.layout !== 'repeat_last' &&
  Math.max(day.raw_values?.length ?? 0, intervals.length) > MOST_TEXT_CELLS;

/** Lays out a day's slots, hours and the links between them. `focus` keeps only the hours around the change. */
export function transitionLayout(
  day: TransitionDayRow,
  intervals: readonly TransitionIntervalRow[],
  focus: boolean,
): TransitionLayout {
  const hours = hourCells(intervals);
  const length = (day.raw_values?.length ?? 0) * day.resolution_minutes;
  const axis = Math.max(1440, hours.at(-1)?.end ?? 0, isPlaced(day) ? length : 0);
  const slots = slotCells(day, intervals, axis);
  const whole: TransitionLayout = {
    minutes: axis,
    slots,
    hours,
    links: linksOf(day, slots, intervals, hours),
    offsets: offsetStretches(hours),
    hiddenSlots: 0,
  };
  return focus ? focused(day, whole) : whole;
}

function hourCells(intervals: readonly TransitionIntervalRow[]): HourCell[] {
  const dayStart = intervals[0]?.timestamp_utc ?? 0;
  const seen = new Map<number, number>();
  for (const row of intervals) seen.set(row.timestamp_local, (seen.get(row.timestamp_local) ?? 0) + 1);
  return intervals.map((row) => {
    const start = (row.timestamp_utc - dayStart) / MINUTE;
    return {
      start,
      end: start + row.interval_minutes,
      utc: row.timestamp_utc,
      local: row.timestamp_local,
      offset: row.utc_offset_minutes,
      energy: row.energy,
      quality: row.quality,
      repeated: seen.get(row.timestamp_local)! > 1,
    };
  });
}

/** False for the pass of a repeated hour that the convention says the slot does not hold. */
export const cameFromSlot = (
  row: TransitionIntervalRow,
): row is TransitionIntervalRow & { source_slot: number } =>
  row.source_slot !== null && row.quality_rule !== 'pass_not_recorded';

function slotCells(
  day: TransitionDayRow,
  intervals: readonly TransitionIntervalRow[],
  axis: number,
): SlotCell[] {
  const values = (day.raw_values ?? []).slice(0, MOST_SLOTS);
  const fits = isPlaced(day);
  const length = fits ? day.resolution_minutes : axis / Math.max(1, values.length);
  const counts = new Map<number, number>();
  for (const { source_slot: slot } of intervals.filter(cameFromSlot)) {
    counts.set(slot, (counts.get(slot) ?? 0) + 1);
  }
  return values.map((value, slot) => {
    const end = Math.min((slot + 1) * length, axis);
    return { slot, start: slot * length, end, value, role: slotRole(value, counts.get(slot) ?? 0, fits) };
  });
}

function slotRole(value: number | null, intervals: number, fits: boolean): SlotRole {
  if (!fits) return 'set_aside';
  if (intervals > 1) return 'forked';
  if (intervals === 1) return 'ordinary';
  return value === null || value === 0 ? 'nothing' : 'set_aside';
}

function linksOf(
  day: TransitionDayRow,
  slots: readonly SlotCell[],
  intervals: readonly TransitionIntervalRow[],
  hours: readonly HourCell[],
): SlotLink[] {
  if (!isPlaced(day)) return [];
  const bySlot = new Map<number, HourCell[]>();
  intervals.forEach((row, index) => {
    if (!cameFromSlot(row)) return;
    const list = bySlot.get(row.source_slot);
    if (list) list.push(hours[index]!);
    else bySlot.set(row.source_slot, [hours[index]!]);
  });
  const change = hours.find((hour) => hour.offset !== hours[0]!.offset)?.start ?? 0;
  // Slots behind the day's last hour end below themselves; skipped ones towards where the clocks changed.
  const end = hours.at(-1)?.end ?? 0;
  return slots.flatMap((slot) =>
    slotLinks(slot, bySlot.get(slot.slot) ?? [], slot.start >= end ? slot.start : change),
  );
}

function slotLinks(slot: SlotCell, hours: readonly HourCell[], change: number): SlotLink[] {
  const { slot: number, start, end } = slot;
  if (hours.length === 0) {
    const kind = slot.role === 'set_aside' ? 'set_aside' : 'nothing';
    return [
      { slot: number, kind, fromStart: start, fromEnd: end, toStart: change, toEnd: change, offset: null },
    ];
  }
  const total = hours.reduce((sum, hour) => sum + (hour.end - hour.start), 0);
  const kind = hours.length > 1 ? 'fork' : 'straight';
  let from = start;
  return hours.map((hour) => {
    const share = ((end - start) * (hour.end - hour.start)) / total;
    const link = { slot: number, kind, fromStart: from, fromEnd: from + share } as const;
    from += share;
    return { ...link, toStart: hour.start, toEnd: hour.end, offset: hour.offset };
  });
}

function offsetStretches(hours: readonly HourCell[]): TransitionLayout['offsets'] {
  const stretches: TransitionLayout['offsets'] = [];
  for (const hour of hours) {
    const last = stretches.at(-1);
    if (last && last.offset === hour.offset) last.end = hour.end;
    else stretches.push({ start: hour.start, end: hour.end, offset: hour.offset });
  }
  return stretches;
}

/** Only what lies within two hours of the change, moved so that it starts at zero. */
function focused(day: TransitionDayRow, whole: TransitionLayout): TransitionLayout {
  const { shift_start_minute: shiftStart, shift_minutes: shift, kind, layout } = day;
  const changed = whole.hours.find((hour) => hour.offset !== whole.hours[0]!.offset)?.start ?? shiftStart;
  const start = layout === 'fixed_clock' ? changed : shiftStart;
  const doubled = kind === 'gap' || layout === 'fixed_clock' ? 0 : 2 * shift;
  const from = Math.max(0, start - FOCUS_MINUTES);
  const realEnd = start + doubled + FOCUS_MINUTES;
  const inTime = layout === 'elapsed' || layout === 'fixed_clock';
  const slotEnd = inTime ? realEnd : shiftStart + shift + FOCUS_MINUTES;
  const move = <T extends { start: number; end: number }>(cell: T): T => ({
    ...cell,
    start: cell.start - from,
    end: cell.end - from,
  });
  const slots = whole.slots.filter((cell) => cell.start >= from && cell.end <= slotEnd).map(move);
  const hours = whole.hours.filter((cell) => cell.start >= from && cell.end <= realEnd).map(move);
  const shown = new Set(slots.map((cell) => cell.slot));
  const links = whole.links
    .filter((link) => shown.has(link.slot) && link.toStart >= from && link.toEnd <= realEnd)
    .map((link) => moveLink(link, from));
  const minutes = Math.max(...slots.map((cell) => cell.end), ...hours.map((cell) => cell.end), 60);
  const hiddenSlots = whole.slots.length - slots.length;
  return { minutes, slots, hours, links, offsets: offsetStretches(hours), hiddenSlots };
}

const moveLink = (link: SlotLink, by: number): SlotLink => ({
  ...link,
  fromStart: link.fromStart - by,
  fromEnd: link.fromEnd - by,
  toStart: link.toStart - by,
  toEnd: link.toEnd - by,
});

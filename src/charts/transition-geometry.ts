import type { HourCell, SlotCell, SlotLink, TransitionLayout } from './transition-layout';

/** `across`: slots above, hours below. `down`: slots left, hours right, for narrow screens. */
export type Direction = 'across' | 'down';

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Where everything of a transition picture lies, in pixels. */
export interface TransitionGeometry {
  direction: Direction;
  width: number;
  height: number;
  slots: { cell: SlotCell; box: Box }[];
  hours: { cell: HourCell; box: Box }[];
  links: { link: SlotLink; path: string; tip: { x: number; y: number } | null }[];
  offsets: { offset: number; box: Box }[];
  /** Length of one slot along the axis: tells how much text fits. */
  slotLength: number;
  hourLength: number;
}

interface Bands {
  slotAt: number;
  slotDepth: number;
  hourAt: number;
  hourDepth: number;
  offsetAt: number;
  offsetDepth: number;
}

/** The two strips of a picture that lies across: depths are heights. */
const ACROSS: Bands = { slotAt: 0, slotDepth: 46, hourAt: 132, hourDepth: 46, offsetAt: 184, offsetDepth: 5 };
const ROW = 27;
const NARROW_ROW = 9;
const GAP = 1.5;
/** How far the ribbon of a slot that ends in nothing reaches. */
const NOTHING_REACH = 0.62;

/** Narrower than this the picture turns and runs down the page. */
export const ACROSS_WIDTH = 620;

/** Turns minutes into pixels for the width there is. */
export function transitionGeometry(layout: TransitionLayout, width: number): TransitionGeometry {
  const direction: Direction = width >= ACROSS_WIDTH ? 'across' : 'down';
  const bands = direction === 'across' ? ACROSS : downBands(width);
  const length = direction === 'across' ? width : downLength(layout);
  const scale = length / layout.minutes;
  const box = (start: number, end: number, at: number, depth: number): Box =>
    direction === 'across'
      ? { x: start * scale + GAP / 2, y: at, width: Math.max(1, (end - start) * scale - GAP), height: depth }
      : { x: at, y: start * scale + GAP / 2, width: depth, height: Math.max(1, (end - start) * scale - GAP) };
  const first = layout.slots[0];
  const hour = layout.hours[0];
  return {
    direction,
    width,
    height: direction === 'across' ? bands.offsetAt + bands.offsetDepth : length,
    slots: layout.slots.map((cell) => ({
      cell,
      box: box(cell.start, cell.end, bands.slotAt, bands.slotDepth),
    })),
    hours: layout.hours.map((cell) => ({
      cell,
      box: box(cell.start, cell.end, bands.hourAt, bands.hourDepth),
    })),
    links: layout.links.map((link) => drawLink(link, bands, scale, direction)),
    offsets: layout.offsets.map(({ start, end, offset }) => ({
      offset,
      box: box(start, end, bands.offsetAt, bands.offsetDepth),
    })),
    slotLength: first ? (first.end - first.start) * scale : 0,
    hourLength: hour ? (hour.end - hour.start) * scale : 0,
  };
}

function downBands(width: number): Bands {
  const slotDepth = Math.round(width * 0.3);
  const hourDepth = Math.round(width * 0.4);
  const hourAt = width - hourDepth - 10;
  return { slotAt: 0, slotDepth, hourAt, hourDepth, offsetAt: width - 5, offsetDepth: 5 };
}

function downLength(layout: TransitionLayout): number {
  const cells = Math.max(layout.slots.length, layout.hours.length, 1);
  const shortest = Math.min(
    ...layout.slots.map((cell) => cell.end - cell.start),
    ...layout.hours.map((cell) => cell.end - cell.start),
    layout.minutes,
  );
  return (layout.minutes / shortest) * (cells > 30 ? NARROW_ROW : ROW);
}

function drawLink(
  link: SlotLink,
  bands: Bands,
  scale: number,
  direction: Direction,
): TransitionGeometry['links'][number] {
  const near = bands.slotAt + bands.slotDepth + 2;
  const full = bands.hourAt - 2;
  const ends = link.kind === 'nothing' || link.kind === 'set_aside';
  const far = ends ? near + (full - near) * NOTHING_REACH : full;
  const inset = GAP / 2;
  const from = [link.fromStart * scale + inset, link.fromEnd * scale - inset] as const;
  // A slot without an hour narrows to a point under its own middle, drawn towards where the hour would have been.
  const point = ((link.fromStart + link.fromEnd) / 2 + link.toStart) / 2;
  const to = ends
    ? ([point * scale, point * scale] as const)
    : ([link.toStart * scale + inset, link.toEnd * scale - inset] as const);
  const tip = !ends ? null : direction === 'across' ? { x: to[0], y: far } : { x: far, y: to[0] };
  return { link, path: ribbonPath(from, near, to, far, direction), tip };
}

/** A band from one edge to another with smooth sides. */
export function ribbonPath(
  from: readonly [number, number],
  near: number,
  to: readonly [number, number],
  far: number,
  direction: Direction,
): string {
  const middle = (near + far) / 2;
  const at = (along: number, depth: number): string =>
    (direction === 'across' ? [along, depth] : [depth, along])
      .map((value) => Math.round(value * 10) / 10)
      .join(' ');
  return [
    `M${at(from[0], near)}`,
    `C${at(from[0], middle)} ${at(to[0], middle)} ${at(to[0], far)}`,
    `L${at(to[1], far)}`,
    `C${at(to[1], middle)} ${at(from[1], middle)} ${at(from[1], near)}`,
    'Z',
  ].join('');
}

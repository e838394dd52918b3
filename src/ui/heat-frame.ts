import type { HeatRect } from '../charts/heatmap';

/** Where the cells of a heat map's panel lie, in pixels. */
export interface Frame {
  left: number;
  top: number;
  dayPixels: number;
  hourPixels: number;
  /** Days run across the page, hours down; on a phone it is the other way round. */
  across: boolean;
}

/** Where a part of a column lies, in pixels inside the frame. */
export function pixelBox({ x, y, height }: HeatRect, frame: Frame) {
  const { dayPixels, hourPixels } = frame;
  return frame.across
    ? { x: x * dayPixels, y: y * hourPixels, width: Math.max(dayPixels, 1), height: height * hourPixels }
    : { x: y * hourPixels, y: x * dayPixels, width: height * hourPixels, height: dayPixels };
}

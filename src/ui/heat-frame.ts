/** Where the cells of a heat map's panel lie, in pixels. */
export interface Frame {
  left: number;
  top: number;
  dayPixels: number;
  hourPixels: number;
  /** Days run across the page, hours down; on a phone it is the other way round. */
  across: boolean;
}

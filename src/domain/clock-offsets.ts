/** Every offset that a clock of the world keeps as its standard time, in minutes ahead of UTC, in order. */
export const CLOCK_OFFSETS: readonly number[] = [
  ...Array.from({ length: 27 }, (_, index) => (index - 12) * 60),
  ...[-570, -210, 210, 270, 330, 345, 390, 525, 570, 630, 765],
].sort((one, other) => one - other);

/** The readings of one series in file order: where the clock stood, the value, the row. Grows as it is filled. */
export class LongSeries {
  times = new Float64Array(64);
  values = new Float64Array(64);
  rows = new Int32Array(64);
  length = 0;
  /** What the file says of single readings, by their index, in its own words. */
  readonly flags = new Map<number, string>();

  constructor(
    readonly clientId: string | null,
    readonly meter: string | null,
    readonly fuel: string | null,
    readonly channel: string | null,
    readonly unit: string | null,
    readonly resolution: string | null,
  ) {}

  /** @param time milliseconds: an instant, or a wall clock as if UTC @param value null where the interval is empty */
  add(time: number, value: number | null, row: number, flag: string | null = null): void {
    if (this.length === this.times.length) this.grow();
    this.times[this.length] = time;
    this.values[this.length] = value ?? NaN;
    this.rows[this.length] = row;
    if (flag !== null) this.flags.set(this.length, flag);
    this.length++;
  }

  /** The value at a place, null where the interval is empty. */
  valueAt(index: number): number | null {
    const value = this.values[index]!;
    return Number.isNaN(value) ? null : value;
  }

  private grow(): void {
    const size = this.times.length * 2;
    const times = new Float64Array(size);
    const values = new Float64Array(size);
    const rows = new Int32Array(size);
    times.set(this.times);
    values.set(this.values);
    rows.set(this.rows);
    Object.assign(this, { times, values, rows });
  }
}

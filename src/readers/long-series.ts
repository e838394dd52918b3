/** The readings of one series in file order: where the clock stood, the value, the row. Grows as it is filled. */
export class LongSeries {
  times = new Float64Array(64);
  values = new Float64Array(64);
  rows = new Int32Array(64);
  length = 0;
  /** What the file says of single readings: places in `words`, 0 for nothing. A file may flag every one. */
  private flags = new Uint16Array(64);
  private readonly words = new Map<string, number>();
  private readonly wordByCode: (string | null)[] = [null];

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
    this.flags[this.length] = flag === null ? 0 : this.codeOf(flag);
    this.length++;
  }

  /** The value at a place, null where the interval is empty. */
  valueAt(index: number): number | null {
    const value = this.values[index]!;
    return Number.isNaN(value) ? null : value;
  }

  /** What the file says of the reading at a place, in its own words; null where it says nothing. */
  flagAt(index: number): string | null {
    return this.wordByCode[this.flags[index]!] ?? null;
  }

  private codeOf(flag: string): number {
    const known = this.words.get(flag);
    if (known !== undefined) return known;
    const code = this.wordByCode.push(flag) - 1;
    this.words.set(flag, code);
    return code;
  }

  private grow(): void {
    const size = this.times.length * 2;
    const times = new Float64Array(size);
    const values = new Float64Array(size);
    const rows = new Int32Array(size);
    const flags = new Uint16Array(size);
    times.set(this.times);
    values.set(this.values);
    rows.set(this.rows);
    flags.set(this.flags);
    Object.assign(this, { times, values, rows, flags });
  }
}

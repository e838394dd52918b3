import { tableFromIPC, type Data, type RecordBatch } from 'apache-arrow';
import { coded, nullTest, type Codes } from './coded-texts';
import type { SUMMED_COLUMNS } from './export-totals';
import { decimalOf } from './export-totals';

/** What rows of one fuel, channel and unit come to; null for one that they leave out. Energy is exact decimal text. */
export interface ColumnTotal {
  fuel: string | null;
  channel: string | null;
  unit: string | null;
  row_count: number;
  value_count: number;
  energy: string;
}

const KEYS = ['fuel', 'channel', 'unit'] as const;
/** Up to here a double holds every whole number. */
const EXACT = 2 ** 52;

/**
 * Adds up the rows of Arrow IPC streams, energy to nine decimals, each value rounded to them first as the engine
 * does it: half away from zero.
 */
export class ColumnTotals {
  private readonly sums = new Map<string, Sum>();

  /** Takes one complete IPC stream in. Columns other than fuel, channel, energy and unit are not looked at. */
  add(ipc: Uint8Array): void {
    for (const batch of tableFromIPC(ipc).batches) if (batch.numRows > 0) this.addBatch(batch);
  }

  totals(): ColumnTotal[] {
    return [...this.sums.values()].map((sum) => sum.total());
  }

  private addBatch(batch: RecordBatch): void {
    const dataOf = (name: (typeof SUMMED_COLUMNS)[number]): Data | undefined =>
      batch.data.children[batch.schema.fields.findIndex((field) => field.name === name)];
    const keys = KEYS.map((name) => coded(dataOf(name), batch.numRows));
    const [fuel, channel, unit] = keys.map(({ codes }) => codes) as [Codes, Codes, Codes];
    const energy = dataOf('energy');
    const values = energy?.values as Float64Array | undefined;
    const isNull = nullTest(energy);
    let sum: Sum | null = null;
    for (let row = 0; row < batch.numRows; row++) {
      const isOther =
        fuel[row] !== fuel[row - 1] || channel[row] !== channel[row - 1] || unit[row] !== unit[row - 1];
      if (!sum || isOther) sum = this.sumOf(keys.map(({ codes, texts }) => texts[codes[row]!] ?? null));
      sum.rows += 1;
      if (values && !isNull(row)) sum.add(values[row]!);
    }
  }

  private sumOf(texts: (string | null)[]): Sum {
    const key = JSON.stringify(texts);
    let sum = this.sums.get(key);
    if (!sum) this.sums.set(key, (sum = new Sum(texts)));
    return sum;
  }
}

class Sum {
  rows = 0;
  private values = 0;
  /** In billionths. What is small is gathered in a double, which is exact as long as it stays small. */
  private large = 0n;
  private small = 0;

  constructor(private readonly texts: readonly (string | null)[]) {}

  add(value: number): void {
    this.values += 1;
    const product = value * 1e9;
    const whole = Math.trunc(product);
    const rounded = Math.abs(product - whole) >= 0.5 ? whole + Math.sign(product) : whole;
    const sum = this.small + rounded;
    if (sum < EXACT && sum > -EXACT) {
      this.small = sum;
      return;
    }
    this.large += BigInt(this.small) + BigInt(rounded);
    this.small = 0;
  }

  total(): ColumnTotal {
    const [fuel = null, channel = null, unit = null] = this.texts;
    const energy = decimalOf(this.large + BigInt(this.small));
    return { fuel, channel, unit, row_count: this.rows, value_count: this.values, energy };
  }
}

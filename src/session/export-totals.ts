import { csvRecords } from './table-readers';
import type { TableShape } from './table-readers';
import type { SavedExport } from './session-state';

/** What a fuel × channel × unit comes to. Energy is exact decimal text. */
export type Total = SavedExport['energy'][number];

/** The columns that a file must have for its energy to be compared; file order. */
export const SUMMED_COLUMNS = ['fuel', 'channel', 'energy', 'unit'] as const;

const SCALE = 9;
const ONE = 10n ** BigInt(SCALE);

/**
 * Whether a file holds what it must: exactly, or to twelve digits where each row is a sum, which a double
 * stores with sixteen.
 */
export function isSameEnergy(expected: readonly Total[], found: readonly Total[], isExact: boolean): boolean {
  const [wanted, read] = [sorted(expected), sorted(found)];
  return (
    wanted.length === read.length &&
    wanted.every((total, index) => {
      const other = read[index]!;
      if (nameOf(total) !== nameOf(other)) return false;
      if (isExact) return scaled(total.energy) === scaled(other.energy);
      const [one, two] = [Number(total.energy), Number(other.energy)];
      return Math.abs(one - two) <= 1e-9 + 1e-12 * Math.abs(one);
    })
  );
}

/** Totals as a file without some of the columns can tell them apart: what it leaves out becomes null text. */
export function foldTotals(totals: readonly Total[], columns: readonly string[]): Total[] {
  const sums = new Map<string, Total & { sum: bigint }>();
  const kept = (column: 'fuel' | 'channel' | 'unit', total: Total) =>
    columns.includes(column) ? total[column] : '';
  for (const total of totals) {
    const folded = {
      fuel: kept('fuel', total),
      channel: kept('channel', total),
      unit: kept('unit', total),
      energy: '',
    };
    const entry = sums.get(nameOf(folded)) ?? { ...folded, sum: 0n };
    entry.sum += scaled(total.energy);
    sums.set(nameOf(folded), entry);
  }
  return [...sums.values()].map(({ sum, ...total }) => ({ ...total, energy: decimalOf(sum) }));
}

/** Reads a CSV of chosen rows back: its shape, and what it adds up to as far as its columns say. */
export class CsvTotals {
  private readonly sums = new Map<string, Total & { sum: bigint }>();

  /** Takes one file in. */
  async read(blob: Blob, signal: AbortSignal): Promise<TableShape> {
    let columns: string[] | null = null;
    let rows = 0;
    for await (const records of csvRecords(blob)) {
      signal.throwIfAborted();
      const lines = columns ? records : records.slice(1);
      columns ??= records[0] ?? [];
      rows += lines.length;
      this.add(lines, columns);
    }
    return { rows, columns: columns ?? [] };
  }

  totals(): Total[] {
    return [...this.sums.values()].map(({ sum, ...total }) => ({ ...total, energy: decimalOf(sum) }));
  }

  private add(lines: readonly string[][], columns: readonly string[]): void {
    const [fuelAt, channelAt, energyAt, unitAt] = SUMMED_COLUMNS.map((name) => columns.indexOf(name));
    if (energyAt === undefined || energyAt < 0) return;
    for (const cells of lines) {
      const fuel = cells[fuelAt!] ?? '';
      const channel = cells[channelAt!] ?? '';
      const unit = cells[unitAt!] ?? '';
      const key = `${fuel}\n${channel}\n${unit}`;
      let entry = this.sums.get(key);
      if (!entry) {
        entry = { fuel, channel, unit, energy: '', sum: 0n };
        this.sums.set(key, entry);
      }
      const cell = cells[energyAt]!;
      if (cell !== '') entry.sum += scaled(cell);
    }
  }
}

/** Decimal text in billionths, rounded half away from zero, as the engine does it. */
export function scaled(text: string): bigint {
  const plain = /e/i.test(text) ? withoutExponent(Number(text)) : text;
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(plain);
  if (!match) throw new Error(`no number: ${text}`);
  const fraction = (match[3] ?? '').padEnd(SCALE, '0');
  const size =
    BigInt(match[2]!) * ONE +
    BigInt(fraction.slice(0, SCALE)) +
    (Number(fraction[SCALE] ?? '0') >= 5 ? 1n : 0n);
  return match[1] === '-' ? -size : size;
}

function withoutExponent(value: number): string {
  return Math.abs(value) < 1e21 ? value.toFixed(SCALE + 1) : BigInt(value).toString();
}

/** Billionths as decimal text. */
export function decimalOf(sum: bigint): string {
  const size = sum < 0n ? -sum : sum;
  const fraction = (size % ONE).toString().padStart(SCALE, '0').replace(/0+$/, '');
  return `${sum < 0n ? '-' : ''}${size / ONE}${fraction ? `.${fraction}` : ''}`;
}

const nameOf = ({ fuel, channel, unit }: Total): string => JSON.stringify([fuel, channel, unit]);

const sorted = (totals: readonly Total[]): Total[] =>
  [...totals].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));

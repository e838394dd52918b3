import { AppError } from '../domain/app-error';
import { readNumber, readTime } from './cell-text';

/** The meter register that a 200 record announces and the 300 records after it belong to. */
export interface Nem12Register {
  nmi: string;
  suffix: string;
  unit: string | null;
  intervalMinutes: number;
}

/** One day of a register: a 300 record and the 400 records that qualify parts of it. */
export interface Nem12Day {
  register: Nem12Register;
  /** Days since 1970, on the market's clock. */
  date: number;
  values: (number | null)[];
  /** The quality of each interval as the file writes it: A, E52, S14, F16, or N for null data. */
  flags: string[];
  /** The file's row of the 300 record, counted from 0. */
  row: number;
}

const DAY = 86_400_000;
const INTERVALS: readonly number[] = [5, 15, 30];
/** Units as the market writes them, in any case. */
const UNITS: Readonly<Record<string, string>> = {
  wh: 'Wh',
  kwh: 'kWh',
  mwh: 'MWh',
  kw: 'kW',
  kvarh: 'kVArh',
  varh: 'VArh',
  mvarh: 'MVArh',
};

/** Takes the records of a NEM12 file one by one and hands out finished days. */
export class Nem12Records {
  private register: Nem12Register | null = null;
  private day: Nem12Day | null = null;
  private ended = false;

  /** @returns the day that this record finishes, or null. @throws AppError NEM12_BROKEN with row and field */
  take(fields: readonly string[], row: number): Nem12Day | null {
    const kind = fields[0]?.trim() ?? '';
    if (this.ended) throw broken(row, 'a record after the end record 900');
    switch (kind) {
      case '100':
        return null;
      case '200': {
        const done = this.finish();
        this.register = readRegister(fields, row);
        return done;
      }
      case '300': {
        const done = this.finish();
        this.day = readDay(this.register, fields, row);
        return done;
      }
      case '400':
        qualify(this.day, fields, row);
        return null;
      case '500':
        return null;
      case '900': {
        this.ended = true;
        return this.finish();
      }
      default:
        throw broken(row, `a record of an unknown kind, “${kind.slice(0, 20)}”`);
    }
  }

  /** @throws AppError FILE_TRUNCATED when the end record is missing */
  end(): void {
    if (!this.ended) throw new AppError('FILE_TRUNCATED', { cause: 'no end record 900' });
  }

  private finish(): Nem12Day | null {
    const { day } = this;
    this.day = null;
    if (day?.flags.some((flag) => flag.startsWith('V')))
      throw broken(day.row, 'a day of variable quality without its 400 records');
    return day;
  }
}

/** What flows through a register: E is energy to the customer, B from the customer; K and Q the same for reactive energy. */
export function channelOfSuffix(suffix: string): string {
  const first = suffix.charAt(0).toUpperCase();
  if (first === 'E' || first === 'Q') return 'import';
  if (first === 'B' || first === 'K') return 'export';
  return `nem12_${suffix.toLowerCase()}`;
}

function readRegister(fields: readonly string[], row: number): Nem12Register {
  const nmi = fields[1]?.trim() ?? '';
  const suffix = fields[4]?.trim() ?? '';
  const unit = fields[7]?.trim() ?? '';
  const intervalMinutes = Number(fields[8]);
  if (nmi === '') throw broken(row, 'a 200 record without NMI', 'NMI');
  if (suffix === '') throw broken(row, 'a 200 record without suffix', 'NMISuffix');
  if (!INTERVALS.includes(intervalMinutes))
    throw broken(row, `an interval of “${fields[8] ?? ''}” minutes`, 'IntervalLength');
  return { nmi, suffix, unit: UNITS[unit.toLowerCase()] ?? (unit === '' ? null : unit), intervalMinutes };
}

function readDay(register: Nem12Register | null, fields: readonly string[], row: number): Nem12Day {
  if (!register) throw broken(row, 'a 300 record before any 200 record');
  const date = /^\d{8}$/.test(fields[1]?.trim() ?? '') ? readTime(fields[1]!, 'year-first') : null;
  if (!date) throw broken(row, `the date “${fields[1] ?? ''}”`, 'IntervalDate');
  const count = 1440 / register.intervalMinutes;
  const flag = fields[2 + count]?.trim() ?? '';
  if (!/^([AN]|[EFSV]\d{0,2})$/.test(flag))
    throw broken(
      row,
      `no quality flag after ${count} values of ${register.intervalMinutes} minutes`,
      'QualityMethod',
    );
  const values = fields.slice(2, 2 + count).map((field, index) => {
    const value = readNumber(field, '.');
    if (value === undefined)
      throw broken(row, `the value “${field.slice(0, 40)}”`, `IntervalValue${index + 1}`);
    return value;
  });
  const quality = flag.charAt(0);
  return {
    register,
    date: date.wall / DAY,
    values: quality === 'N' ? values.map(() => null) : values,
    flags: values.map(() => flag),
    row,
  };
}

function qualify(day: Nem12Day | null, fields: readonly string[], row: number): void {
  if (!day) throw broken(row, 'a 400 record without a 300 record before it');
  const from = Number(fields[1]);
  const to = Number(fields[2]);
  const flag = fields[3]?.trim() ?? '';
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 1 || to < from || to > day.values.length)
    throw broken(row, `the intervals “${fields[1] ?? ''}” to “${fields[2] ?? ''}”`, 'StartInterval');
  if (!/^([AN]|[EFS]\d{0,2})$/.test(flag)) throw broken(row, `the quality flag “${flag}”`, 'QualityMethod');
  for (let interval = from - 1; interval < to; interval++) {
    day.flags[interval] = flag;
    if (flag === 'N') day.values[interval] = null;
  }
}

function broken(row: number, cause: string, column?: string): AppError {
  return new AppError('NEM12_BROKEN', { row: row + 1, cause, ...(column === undefined ? {} : { column }) });
}

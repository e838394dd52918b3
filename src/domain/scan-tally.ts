import type { FileScan, MeterKey, ScannedMeter } from './selection';

/** Counts whose rows lie in files, and of which dates. */
export class ScanTally {
  private readonly meters = new Map<string, ScannedMeter>();
  private readonly dates = new Map<number, number>();

  /** The meter's entry, to be handed to `add`. */
  meter({ client_id, ext_dev_ref }: MeterKey): ScannedMeter {
    const name = `${client_id}\u0000${ext_dev_ref}`;
    let entry = this.meters.get(name);
    if (!entry) this.meters.set(name, (entry = { client_id, ext_dev_ref, rows: 0 }));
    return entry;
  }

  /** @param day days since 1970 */
  add(meter: ScannedMeter, day: number, rows: number): void {
    meter.rows += rows;
    this.dates.set(day, (this.dates.get(day) ?? 0) + rows);
  }

  /** Adds what was found in another file. */
  addAll({ meters, dates }: FileScan): void {
    for (const meter of meters) this.meter(meter).rows += meter.rows;
    for (const [day, rows] of dates) this.dates.set(day, (this.dates.get(day) ?? 0) + rows);
  }

  /** @param rows all rows that were looked at, those without meter or date as well */
  scan(rows: number): FileScan {
    const byName = [...this.meters].sort(([one], [other]) => (one < other ? -1 : 1));
    return {
      meters: byName.map(([, meter]) => meter),
      dates: [...this.dates].sort(([one], [other]) => one - other),
      rows,
    };
  }
}

import type { SetAside, SetAsideReason } from '../corpus/corpus-types';
import type { NativeRun } from './native-run';

/** The ledger of a run, added up over series and files, with what was set aside by reason. */
export interface LedgerFacts {
  rowsRead: number;
  valuesRead: number;
  energyRead: number;
  readings: number;
  missing: number;
  split: number;
  energyOut: number;
  /** Lines that do not balance; a run that ended well has none. */
  unbalanced: number;
  setAside: Partial<Record<SetAsideReason, SetAside>>;
}

interface LedgerLine {
  rows_read: number;
  values_read: number;
  energy_read: number;
  energy_shown: number;
  readings: number;
  readings_missing: number;
  readings_split: number;
  rows_difference: number;
  values_difference: number;
  energy_difference: number;
}

interface SetAsideLine {
  reason: SetAsideReason;
  row_count: number;
  value_count: number;
  energy: number;
}

export async function ledgerFacts(run: NativeRun): Promise<LedgerFacts> {
  const ledger = await run.rows<LedgerLine>('ledger');
  const sum = (pick: (line: LedgerLine) => number) => ledger.reduce((total, line) => total + pick(line), 0);
  return {
    rowsRead: sum((line) => line.rows_read),
    valuesRead: sum((line) => line.values_read),
    energyRead: rounded(sum((line) => line.energy_read)),
    readings: sum((line) => line.readings),
    missing: sum((line) => line.readings_missing),
    split: sum((line) => line.readings_split),
    energyOut: rounded(sum((line) => line.energy_shown)),
    unbalanced: ledger.filter(isUnbalanced).length,
    setAside: await setAsideByReason(run),
  };
}

function isUnbalanced(line: LedgerLine): boolean {
  return line.rows_difference !== 0 || line.values_difference !== 0 || line.energy_difference !== 0;
}

async function setAsideByReason(run: NativeRun): Promise<LedgerFacts['setAside']> {
  const totals: LedgerFacts['setAside'] = {};
  for (const line of await run.rows<SetAsideLine>('set_aside')) {
    const before = totals[line.reason] ?? { rows: 0, values: 0, energy: 0 };
    totals[line.reason] = {
      rows: before.rows + line.row_count,
      values: before.values + line.value_count,
      energy: rounded(before.energy + line.energy),
    };
  }
  return totals;
}

/** Whole tables were added up as doubles here; the ledger itself is exact. */
function rounded(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}

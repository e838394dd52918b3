import type { SourceStamp } from '../etl/export-metadata';
import { ETL_VERSION } from '../etl/version';
import type { Connection } from '../engine/engine';
import conventionsQuery from '../queries/conventions.sql?raw';
import conversionsQuery from '../queries/conversions.sql?raw';
import findingsQuery from '../queries/findings.sql?raw';
import ledgerQuery from '../queries/ledger.sql?raw';
import type { ConventionRow } from '../queries/rows/clock-changes';
import type { ConversionRow, LedgerRow, SetAsideRow } from '../queries/rows/ledger';
import type { FindingRow } from '../queries/rows/quality';
import type { SeriesRow } from '../queries/rows/series';
import seriesQuery from '../queries/series_list.sql?raw';
import setAsideQuery from '../queries/set_aside.sql?raw';

/** The answers that both the report and the written file's metadata need. */
export interface RunFacts {
  conventions: ConventionRow[];
  conversions: ConversionRow[];
  ledger: LedgerRow[];
  setAside: SetAsideRow[];
  findings: FindingRow[];
  series: SeriesRow[];
}

/** Asks for the facts of the run that has just finished. */
export async function readFacts(connection: Connection): Promise<RunFacts> {
  return {
    conventions: await connection.query<ConventionRow>(conventionsQuery),
    conversions: await connection.query<ConversionRow>(conversionsQuery),
    ledger: await connection.query<LedgerRow>(ledgerQuery),
    setAside: await connection.query<SetAsideRow>(setAsideQuery),
    findings: await connection.query<FindingRow>(findingsQuery),
    series: await connection.query<SeriesRow>(seriesQuery),
  };
}

/**
 * The report as plain data. Figures at the top of `ledger` are control sums over
 * the whole run; `by_channel` has them per fuel, channel and unit, which are
 * quantities of energy and are never added to each other elsewhere.
 */
export function buildReport(
  { conventions, conversions, ledger, setAside, findings, series }: RunFacts,
  inputs: readonly SourceStamp[],
): object {
  const sum = (pick: (line: LedgerRow) => number) => ledger.reduce((total, line) => total + pick(line), 0);
  const [first] = conventions;
  return {
    etl_version: ETL_VERSION,
    inputs: inputs.map(({ name, ...stamp }) => ({ file: name, ...stamp })),
    ledger: {
      rows_read: sum((line) => line.rows_read),
      values_read: sum((line) => line.values_read),
      energy_read: addDecimals(ledger.map((line) => line.energy_read)),
      readings: sum((line) => line.readings),
      energy_out: addDecimals(ledger.map((line) => line.energy_shown)),
      set_aside: byReason(setAside),
      energy_difference: addDecimals(ledger.map((line) => line.energy_difference)),
      rows_out: sum((line) => line.rows_shown),
      values_out: sum((line) => line.values_shown),
      readings_split: sum((line) => line.readings_split),
      readings_missing: sum((line) => line.readings_missing),
      readings_suspect: sum((line) => line.readings_suspect),
      readings_estimated: sum((line) => line.readings_estimated),
      readings_flagged: sum((line) => line.readings_flagged),
      by_channel: ledger,
    },
    convention: first ? { name: first.name, certainty: first.certainty, evidence: evidenceOf(first) } : null,
    conventions: conventions.map((row) => ({
      source_file: row.source_file,
      name: row.name,
      certainty: row.certainty,
      evidence: evidenceOf(row),
    })),
    conversions: conversions.map(({ series_id: _id, ...row }) => row),
    findings: findings.map((row) => nameSeries(row, series)),
  };
}

function evidenceOf(row: ConventionRow): object {
  const { source_id: _id, source_file: _file, name: _name, certainty: _certainty, ...evidence } = row;
  return evidence;
}

function nameSeries({ series_id, ...row }: FindingRow, series: readonly SeriesRow[]): object {
  const found = series.find((candidate) => candidate.series_id === series_id);
  const date = (value: number | null) => (value === null ? null : new Date(value).toISOString().slice(0, 10));
  return {
    ...row,
    first_date: date(row.first_date),
    last_date: date(row.last_date),
    client_id: found?.client_id ?? null,
    ext_dev_ref: found?.ext_dev_ref ?? null,
    fuel: found?.fuel ?? null,
    channel: found?.channel ?? null,
  };
}

function byReason(rows: readonly SetAsideRow[]): object[] {
  const reasons = [...new Set(rows.map((row) => row.reason))].sort();
  return reasons.map((reason) => {
    const lines = rows.filter((row) => row.reason === reason);
    return {
      reason,
      rows: lines.reduce((total, line) => total + line.rows, 0),
      values: lines.reduce((total, line) => total + line.values, 0),
      energy: addDecimals(lines.map((line) => line.energy)),
    };
  });
}

/** Adds exact decimal texts of at most nine decimals without rounding on the way. */
function addDecimals(texts: readonly string[]): number {
  const total = texts.reduce((sum, text) => sum + nanoUnits(text), 0n);
  return Number(total) / 1e9;
}

function nanoUnits(text: string): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const size = BigInt(whole || '0') * 1_000_000_000n + BigInt(fraction.padEnd(9, '0'));
  return text.startsWith('-') ? -size : size;
}

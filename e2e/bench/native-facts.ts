import type { RunFacts } from '../../src/cli/report';
import type { Connection } from '../../src/engine/engine';
import dayFacts from './peers/day_facts.sql?raw';
import type { OpenFacts } from './peers/peer-facts';

interface DayFacts {
  meter: string;
  days: number;
  intervals: number;
  minutes_known: number;
  energy: number;
  highest_rate: number;
}

/** What the ETL found out about an open file, to hold another peer to. */
export async function openFacts(connection: Connection, run: RunFacts): Promise<OpenFacts> {
  const meters = new Map(run.series.map((one) => [one.series_id, `${one.client_id}/${one.ext_dev_ref}`]));
  const findings = run.findings.map(
    ({ rule, severity, series_id, count }) =>
      [`${rule}/${severity}/${meters.get(series_id)}`, count] as const,
  );
  const days = await connection.query<DayFacts>(dayFacts);
  return {
    findings: Object.fromEntries(findings),
    series: Object.fromEntries(
      days.map(({ meter, days: count, intervals, minutes_known, energy, highest_rate }) => [
        meter,
        [count, intervals, minutes_known, energy, highest_rate],
      ]),
    ),
  };
}

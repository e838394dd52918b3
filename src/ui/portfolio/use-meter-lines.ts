import { useEffect, useMemo, useState } from 'react';
import type { MeterBaseLoadRow, MeterTableRow } from '../../queries/rows/portfolio';
import type { SeriesRow } from '../../queries/rows/series';
import baseLoadSql from '../../queries/meter_base_load.sql?raw';
import tableSql from '../../queries/meter_table.sql?raw';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';
import { useQuestion } from '../use-question';
import type { Question } from '../use-question';
import { meterLines } from './meter-line';
import type { MeterLine } from './meter-line';

/** Readings per question about base loads: it unfolds them, and other questions want their turn. */
const READINGS_PER_RUN = 1_500_000;
const MINUTES_PER_DAY = 1440;

interface SeriesRun {
  first_series_id: number;
  last_series_id: number;
}

/** What has been answered about the data of one run, so that coming back to the table asks nothing again. */
interface Kept {
  table: MeterTableRow[] | null;
  baseLoads: Map<number, number>;
}

const kept = new WeakMap<Dataset, Kept>();

function keptOf(dataset: Dataset): Kept {
  const known = kept.get(dataset);
  if (known) return known;
  const fresh: Kept = { table: null, baseLoads: new Map() };
  kept.set(dataset, fresh);
  return fresh;
}

interface MeterLines {
  lines: MeterLine[];
  table: Question<MeterTableRow>;
  /** The base loads are still coming in, run by run. */
  isComing: boolean;
}

/** The lines of the meter table: at once what is known of every series, then the figures as they arrive. */
export function useMeterLines(session: Session, dataset: Dataset): MeterLines {
  const memory = keptOf(dataset);
  const asked = useQuestion<MeterTableRow>(session, tableSql, memory.table ? null : {}, dataset.version);
  const rows = memory.table ?? (asked.state === 'ready' ? asked.rows : null);
  useEffect(() => {
    if (rows) keptOf(dataset).table = rows;
  }, [dataset, rows]);
  const { baseLoads, isComing } = useBaseLoads(session, dataset, rows !== null);
  const lines = useMemo(
    () => meterLines(dataset.series, dataset.findings, rows ?? [], baseLoads),
    [dataset, rows, baseLoads],
  );
  return { lines, table: rows ? { state: 'ready', rows } : asked, isComing };
}

/** Asks for the base loads of a few hundred series at a time. A run that fails leaves its figures unknown. */
function useBaseLoads(session: Session, dataset: Dataset, isTurn: boolean) {
  const [arrived, setArrived] = useState<{ dataset: Dataset; baseLoads: Map<number, number> } | null>(null);
  const baseLoads = arrived?.dataset === dataset ? arrived.baseLoads : keptOf(dataset).baseLoads;
  const [isDone, setDone] = useState<Dataset | null>(null);

  useEffect(() => {
    if (!isTurn) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const askAll = async () => {
      for (const run of runsOf(dataset.series, keptOf(dataset).baseLoads)) {
        const rows = await session.ask<MeterBaseLoadRow>(baseLoadSql, { ...run }, signal);
        const known = new Map(keptOf(dataset).baseLoads);
        for (const row of rows) known.set(row.series_id, row.base_load_per_hour);
        keptOf(dataset).baseLoads = known;
        if (signal.aborted) return;
        setArrived({ dataset, baseLoads: known });
      }
    };
    askAll()
      .catch(() => undefined)
      .finally(() => {
        if (!signal.aborted) setDone(dataset);
      });
    return () => controller.abort();
  }, [session, dataset, isTurn]);

  return { baseLoads, isComing: isTurn && isDone !== dataset };
}

/** Runs of series that are not known yet, each with about as many readings. */
function runsOf(series: readonly SeriesRow[], known: ReadonlyMap<number, number>): SeriesRun[] {
  const runs: SeriesRun[] = [];
  let readings = Infinity;
  const asked = series.filter((row) => !known.has(row.series_id));
  for (const row of asked.toSorted((one, other) => one.series_id - other.series_id)) {
    const more = row.days * Math.max(1, MINUTES_PER_DAY / row.min_resolution_minutes);
    const last = runs.at(-1);
    if (last && readings + more <= READINGS_PER_RUN) {
      last.last_series_id = row.series_id;
      readings += more;
    } else {
      runs.push({ first_series_id: row.series_id, last_series_id: row.series_id });
      readings = more;
    }
  }
  return runs;
}

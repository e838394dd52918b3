import { useEffect, useRef, useState } from 'react';
import coverageWeekSql from '../../queries/coverage_week.sql?raw';
import placesSql from '../../queries/quality_places.sql?raw';
import ledgerFileSql from '../../queries/ledger_file.sql?raw';
import type { FileLedgerRow } from '../../queries/rows/ledger';
import type { CoverageWeekRow, QualityPlaceRow } from '../../queries/rows/quality';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';
import { qualityReport } from './quality-report';

/** So many places are written out; `places_in_all` says how many there are. */
const MOST_PLACES = 20_000;

/** Puts the quality of what is open together as JSON and hands it to the browser's downloads. */
export function useQualityFile(session: Session, dataset: Dataset) {
  const [state, setState] = useState<'idle' | 'saving' | 'failed'>('idle');
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), [dataset]);

  const save = () => {
    const controller = new AbortController();
    running.current = controller;
    const { signal } = controller;
    setState('saving');
    gather(session, signal).then(
      (parts) => {
        const report = qualityReport(dataset, parts, new Date());
        handOver(`${JSON.stringify(report, null, 2)}\n`, nameOf(dataset));
        setState('idle');
      },
      () => setState(signal.aborted ? 'idle' : 'failed'),
    );
  };
  return { save, isSaving: state === 'saving', hasFailed: state === 'failed' };
}

async function gather(session: Session, signal: AbortSignal) {
  const every = { rule: '', series_id: 0, most_places: MOST_PLACES };
  const [coverage, ledger, places] = await Promise.all([
    session.ask<CoverageWeekRow>(coverageWeekSql, {}, signal),
    session.ask<FileLedgerRow>(ledgerFileSql, {}, signal),
    session.ask<QualityPlaceRow>(placesSql, every, signal),
  ]);
  return { coverage, ledger, places };
}

const nameOf = (dataset: Dataset): string =>
  `${(dataset.sources[0]?.name ?? 'meters').replace(/\.[^.]+$/, '') || 'meters'}.quality.json`;

function handOver(json: string, name: string): void {
  const address = URL.createObjectURL(new Blob([json], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

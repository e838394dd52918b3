import { useState } from 'react';
import {
  countOf,
  countText,
  decimalText,
  isUnitKnown,
  percentText,
  shortText,
  unitText,
} from '../../domain/number-text';
import { dateText } from '../../charts/time-text';
import type { FileLedgerRow } from '../../queries/rows/ledger';
import type { CoverageWeekRow } from '../../queries/rows/quality';
import type { SeriesRow } from '../../queries/rows/series';
import type { Dataset } from '../../session/session-state';
import { groupText } from '../ledger-text';
import { findingGroups } from './finding-groups';
import { periodText } from './findings-by-rule';
import { verdictText } from './quality-head';
import { ruleText } from './rule-text';
import { WeekStrip } from './week-strip';

/** What fits on one page of A4. */
const MOST_FILES = 5;
const MOST_RULES = 8;
const MOST_SERIES = 6;
const MOST_LEDGER_LINES = 6;

interface QualitySheetProps {
  dataset: Dataset;
  coverage: readonly CoverageWeekRow[];
  ledger: readonly FileLedgerRow[];
}

/** The report on one page of A4, for the supplier of the data. On paper it is all there is; on the screen it is not shown. */
export function QualitySheet({ dataset, coverage, ledger }: QualitySheetProps) {
  const [today] = useState(() => Date.now());
  const first = Math.min(...dataset.series.map((row) => row.first_date));
  const last = Math.max(...dataset.series.map((row) => row.last_date));
  return (
    <article className="quality-sheet" aria-hidden="true">
      <header className="sheet-head">
        <h1>Meter data quality report</h1>
        <p>
          {dateText(today)} · readings of {dateText(first)} to {dateText(last)} · local time of{' '}
          {dataset.policies.zone}
        </p>
      </header>
      <p className="sheet-verdict">{verdictText(dataset)}</p>
      <SheetFiles dataset={dataset} />
      <SheetRules dataset={dataset} />
      <SheetSeries series={dataset.series} coverage={coverage} />
      <SheetLedger rows={ledger} />
      <footer className="sheet-foot">
        Made by Meterfold on the reader’s own machine. Each place, with file, row and slot, is in the JSON of
        this report. Please correct the files named here and send them again whole; rows that are repeated
        unchanged do no harm.
      </footer>
    </article>
  );
}

const moreText = (all: number, most: number, noun: string, plural?: string): string | null =>
  all > most ? `and ${countOf(all - most, noun, plural)} more` : null;

function SheetFiles({ dataset }: { dataset: Dataset }) {
  const more = moreText(dataset.sources.length, MOST_FILES, 'file');
  return (
    <section>
      <h2>Files</h2>
      <ul>
        {dataset.sources.slice(0, MOST_FILES).map((source) => (
          <li key={source.source_id}>
            <strong>{shortText(source.name, 60)}</strong>, {countOf(source.rows, 'row')}, SHA-256{' '}
            <code>{source.sha256.slice(0, 24)}…</code>
          </li>
        ))}
        {more && <li>{more}</li>}
      </ul>
    </section>
  );
}

function SheetRules({ dataset }: { dataset: Dataset }) {
  const groups = findingGroups(dataset.findings);
  const more = moreText(groups.length, MOST_RULES, 'rule');
  return (
    <section>
      <h2>What was found</h2>
      {groups.length === 0 && <p>No rule found anything.</p>}
      {groups.length > 0 && (
        <table className="sheet-rules">
          <thead>
            <tr>
              <th>Rule</th>
              <th className="number">Count</th>
              <th className="number">Series</th>
              <th>When</th>
              <th>What was done</th>
            </tr>
          </thead>
          <tbody>
            {groups.slice(0, MOST_RULES).map((group) => (
              <tr key={group.key}>
                <td>{ruleText(group.rule).title}</td>
                <td className="number">{countText(group.count)}</td>
                <td className="number">{countText(group.series)}</td>
                <td className="sheet-when">{periodText(group)}</td>
                <td>{ruleText(group.rule).done}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more && <p>{more}</p>}
    </section>
  );
}

interface SheetSeriesProps {
  series: readonly SeriesRow[];
  coverage: readonly CoverageWeekRow[];
}

function SheetSeries({ series, coverage }: SheetSeriesProps) {
  const rows = new Map(coverage.map((row) => [row.series_id, row]));
  const share = (row: SeriesRow) => {
    const own = rows.get(row.series_id);
    return own && own.intervals > 0 ? own.intervals_known / own.intervals : 0;
  };
  const worst = series.toSorted((one, other) => share(one) - share(other)).slice(0, MOST_SERIES);
  return (
    <section>
      <h2>
        {series.length > MOST_SERIES
          ? `The ${MOST_SERIES} least complete series, week by week`
          : 'Coverage, week by week'}
      </h2>
      <table className="sheet-series">
        <tbody>
          {worst.map((row) => (
            <tr key={row.series_id}>
              <td>
                {shortText(row.ext_dev_ref, 30)}, {groupText(row)}
              </td>
              <td className="number">{percentText(share(row))}</td>
              <td className="sheet-strip">
                <WeekStrip weeks={rows.get(row.series_id)?.weeks ?? ''} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function SheetLedger({ rows }: { rows: readonly FileLedgerRow[] }) {
  const more = moreText(rows.length, MOST_LEDGER_LINES, 'line');
  return (
    <section>
      <h2>Energy read = shown + set aside</h2>
      <table>
        <thead>
          <tr>
            <th>File</th>
            <th>What</th>
            <th className="number">Read</th>
            <th className="number">Shown</th>
            <th className="number">Set aside</th>
            <th className="number">Missing intervals</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, MOST_LEDGER_LINES).map((row) => (
            <tr key={`${row.source_file}/${row.fuel}/${row.channel}/${row.unit}`}>
              <td>{row.source_file === '–' ? 'in no file' : shortText(row.source_file, 34)}</td>
              <td>
                {groupText(row)}
                {isUnitKnown(row.unit) && row.unit !== '–' ? `, ${unitText(row.unit)}` : ''}
              </td>
              <td className="number">{decimalText(row.energy_read)}</td>
              <td className="number">{decimalText(row.energy_shown)}</td>
              <td className="number">{decimalText(row.energy_set_aside)}</td>
              <td className="number">{countText(row.readings_missing)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && <p>{more}</p>}
    </section>
  );
}

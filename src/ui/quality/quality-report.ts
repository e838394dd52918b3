import { version } from '../../../package.json';
import type { FileLedgerRow } from '../../queries/rows/ledger';
import type { CoverageWeekRow, QualityPlaceRow } from '../../queries/rows/quality';
import type { SeriesRow } from '../../queries/rows/series';
import type { Dataset } from '../../session/session-state';
import { changeText, ruleText } from './rule-text';
import { findingGroups } from './finding-groups';
import type { FindingGroup } from './finding-groups';

/** What the page asks for a report beside the dataset. */
export interface ReportParts {
  coverage: readonly CoverageWeekRow[];
  ledger: readonly FileLedgerRow[];
  places: readonly QualityPlaceRow[];
}

const isoDate = (local: number | null): string | null =>
  local === null ? null : new Date(local).toISOString().slice(0, 10);

/**
 * The quality of what is open as plain data: files, policies, conventions, coverage of each series, findings
 * by rule with their places, what was set aside, and the ledger of each file. Dates are local, `YYYY-MM-DD`;
 * energy is exact decimal text; rows and slots count from 0 as in the exported Parquet.
 */
export function qualityReport(dataset: Dataset, parts: ReportParts, createdAt: Date): object {
  const coverage = new Map(parts.coverage.map((row) => [row.series_id, row]));
  const series = new Map(dataset.series.map((row) => [row.series_id, row]));
  const total = parts.places[0]?.place_count ?? 0;
  return {
    report: 'meterfold-quality',
    version,
    created_at: createdAt.toISOString(),
    policies: dataset.policies,
    files: dataset.sources.map(({ name, sha256, bytes, rows }) => ({ name, sha256, bytes, rows })),
    conventions: dataset.conventions,
    series: dataset.series.map((row) => ({
      client_id: row.client_id,
      ext_dev_ref: row.ext_dev_ref,
      fuel: row.fuel,
      channel: row.channel,
      unit: row.unit,
      first_date: isoDate(row.first_date),
      last_date: isoDate(row.last_date),
      intervals: coverage.get(row.series_id)?.intervals ?? null,
      intervals_with_value: coverage.get(row.series_id)?.intervals_known ?? null,
    })),
    rules: findingGroups(dataset.findings).map(ruleOut),
    places: parts.places.map((place) => placeOut(place, series.get(place.series_id))),
    places_in_all: total,
    set_aside: dataset.setAside,
    ledger: parts.ledger,
  };
}

function ruleOut(group: FindingGroup): object {
  const { title, means, done, place } = ruleText(group.rule);
  return {
    rule: group.rule,
    severity: group.severity,
    count: group.count,
    series: group.series,
    first_date: isoDate(group.first_date),
    last_date: isoDate(group.last_date),
    title,
    means,
    what_was_done: done,
    how_to_change_it: changeText(place),
  };
}

function placeOut(place: QualityPlaceRow, of: SeriesRow | undefined): object {
  return {
    rule: place.rule,
    severity: place.severity,
    client_id: of?.client_id ?? null,
    ext_dev_ref: of?.ext_dev_ref ?? null,
    fuel: of?.fuel ?? null,
    channel: of?.channel ?? null,
    source_file: place.source_file,
    source_row: place.source_row,
    first_slot: place.first_slot,
    first_date: isoDate(place.local_date),
    last_date: isoDate(place.last_date),
    count: place.finding_count,
    value: place.value,
    found: place.found,
    threshold: place.threshold,
  };
}

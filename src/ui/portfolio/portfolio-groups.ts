import { channelText, fuelText } from '../../charts/series-text';
import type { LedgerRow } from '../../queries/rows/ledger';
import type { SeriesRow } from '../../queries/rows/series';
import type { Dataset } from '../../session/session-state';
import type { MeterLine } from './meter-line';

/** A fuel, channel and unit with what the portfolio has of it. Groups are never added to each other. */
export interface PortfolioGroup {
  key: string;
  fuel: string;
  channel: string;
  unit: string;
  series: number;
  /** Series with monthly readings only, which are in no day and in no hour. */
  monthlySeries: number;
  /** Exact decimal text, null when the ledger has no line for the group. */
  energy: string | null;
  intervals: number;
  intervalsKnown: number;
  seriesWithFindings: number;
}

type Grouped = Pick<SeriesRow, 'fuel' | 'channel' | 'unit'>;

export const groupKey = (row: Grouped): string => JSON.stringify([row.fuel, row.channel, row.unit]);

export const groupName = (group: Grouped): string => `${fuelText(group.fuel)} ${channelText(group.channel)}`;

const MONTH_MINUTES = 43_200;

/** The groups of the portfolio, the one with most series first. */
export function portfolioGroups(dataset: Dataset, lines: readonly MeterLine[]): PortfolioGroup[] {
  const ledger = new Map<string, LedgerRow>(dataset.ledger.map((row) => [groupKey(row), row]));
  const groups = new Map<string, PortfolioGroup>();
  for (const { series, findings } of lines) {
    const key = groupKey(series);
    const row = ledger.get(key);
    const group = groups.get(key) ?? {
      key,
      fuel: series.fuel,
      channel: series.channel,
      unit: series.unit,
      series: 0,
      monthlySeries: 0,
      energy: row?.energy_shown ?? null,
      intervals: row?.readings ?? 0,
      intervalsKnown: row ? row.readings - row.readings_missing : 0,
      seriesWithFindings: 0,
    };
    group.series += 1;
    if (series.min_resolution_minutes >= MONTH_MINUTES) group.monthlySeries += 1;
    if (findings.length) group.seriesWithFindings += 1;
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => other.series - one.series);
}

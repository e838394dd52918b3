import { countOf, countText, isUnitKnown, percentText, unitText } from '../../domain/number-text';
import { channelText, fuelText, hasHours, resolutionText } from '../../charts/series-text';
import { longDateText, offsetText } from '../../charts/time-text';
import type { TransitionDayRow } from '../../queries/rows/clock-changes';
import type { OverviewRow, SeriesRow } from '../../queries/rows/series';
import type { Dataset } from '../../session/session-state';

/** What the meter measures, in a line. */
export function meterLine(series: SeriesRow): string {
  const unit = isUnitKnown(series.unit) ? `in ${unitText(series.unit)}` : 'unit not stated in the file';
  return `${fuelText(series.fuel)}, ${channelText(series.channel)}, ${resolutionText(series.min_resolution_minutes)} readings ${unit}`;
}

/** The days on which the clocks changed, in a sentence; `whole` says that the report is about all of the meter's time. */
export function clockSentence(days: readonly TransitionDayRow[], series: SeriesRow, zone: string): string {
  if (!hasHours(series.min_resolution_minutes)) {
    return 'The readings cover whole days, so the change of the clocks does not touch them.';
  }
  if (!days.length) return `The clocks did not change in this period in ${zone}.`;
  const open = days.filter((day) => day.layout !== 'wall_clock' && day.layout !== 'elapsed');
  const named = days.slice(0, 4).map((day) => {
    const way = day.kind === 'gap' ? 'forward' : 'back';
    const hours = countText(day.day_minutes / 60);
    return `${way} on ${longDateText(day.local_date)} (${hours} hours, ${offsetText(day.offset_before_minutes)} to ${offsetText(day.offset_after_minutes)})`;
  });
  const more = days.length > 4 ? `, and ${countOf(days.length - 4, 'more time')}` : '';
  const state = open.length
    ? `On ${countOf(open.length, 'of these days', 'of these days')} the file has no readable values.`
    : 'Every value was put to its true hour; what was split is marked.';
  return `The clocks went ${named.join('; ')}${more}. ${state}`;
}

/** How good the readings are, counted. */
export function qualitySentence(overview: OverviewRow, dataset: Dataset, series: SeriesRow): string {
  const {
    intervals,
    intervals_with_energy: known,
    intervals_split: split,
    intervals_suspect: doubted,
  } = overview;
  const parts = [
    `${countText(known)} of ${countOf(intervals, 'interval')} have a value (${percentText(intervals ? known / intervals : 0)})`,
  ];
  if (split) parts.push(`${countText(split)} were split at a change of the clocks`);
  if (doubted) parts.push(`${countText(doubted)} look doubtful and are marked`);
  const findings = dataset.findings.filter((row) => row.series_id === series.series_id);
  const checks = findings.length ? ` The checks found ${countOf(findings.length, 'thing')} to look at.` : '';
  const alike = dataset.setAside.filter(
    (row) => row.fuel === series.fuel && row.channel === series.channel && row.unit === series.unit,
  );
  const lost = alike.reduce((sum, row) => sum + row.values, 0);
  const kind = `${fuelText(series.fuel)} ${channelText(series.channel)}`;
  const aside = lost
    ? ` Of all ${kind} in the files ${countOf(lost, 'value')} were set aside, each with its reason.`
    : '';
  return `${parts.join('; ')}.${checks}${aside}`;
}

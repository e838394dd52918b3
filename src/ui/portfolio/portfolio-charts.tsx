import { useMemo, useState } from 'react';
import { dailyTimeline } from '../../charts/daily-timeline';
import type { ChartSpec } from '../../charts/chart-spec';
import { hourProfile } from '../../charts/hour-profile';
import { DAY } from '../../charts/time-text';
import { countOf, isUnitKnown, unitText } from '../../domain/number-text';
import { PORTFOLIO_SQL } from '../../queries/portfolio-sql';
import type { PortfolioDayRow, PortfolioHourRow } from '../../queries/rows/portfolio';
import type { Session } from '../../session/session';
import type { Dataset } from '../../session/session-state';
import { Answer } from '../answer';
import { DayLegend } from '../day-legend';
import { PlotFigure } from '../plot-figure';
import { useQuestion } from '../use-question';
import { groupKey, groupName } from './portfolio-groups';
import type { PortfolioGroup } from './portfolio-groups';

const HEIGHT = 240;

interface PortfolioChartsProps {
  session: Session;
  dataset: Dataset;
  groups: readonly PortfolioGroup[];
}

/** The portfolio over time and over the day, for one fuel, channel and unit at a time. */
export function PortfolioCharts({ session, dataset, groups }: PortfolioChartsProps) {
  const [chosen, setChosen] = useState<string | null>(null);
  const group = groups.find((each) => each.key === chosen) ?? groups[0];
  const days = useQuestion<PortfolioDayRow>(session, PORTFOLIO_SQL.day, {}, dataset.version);
  const hours = useQuestion<PortfolioHourRow>(session, PORTFOLIO_SQL.hour, {}, dataset.version);
  if (!group) return null;
  const { zone } = dataset.policies;
  const named = `${groupName(group)}${isUnitKnown(group.unit) ? ` in ${unitText(group.unit)}` : ', unit not stated'}`;
  const left = group.monthlySeries
    ? ` ${countOf(group.monthlySeries, 'series', 'series')} with monthly readings left out.`
    : '';
  return (
    <section className="portfolio-charts" aria-label="Portfolio over time">
      {groups.length > 1 && <GroupPicker groups={groups} chosen={group.key} onChoose={setChosen} />}
      <div className="portfolio-pair">
        <section className="card" aria-label="Daily totals">
          <h2 className="card-title">Daily totals</h2>
          <p className="card-note">
            All meters together, {named}.{left}
          </p>
          <Answer question={days} height={HEIGHT}>
            {(rows) => <DayPicture rows={rows} group={group} zone={zone} />}
          </Answer>
        </section>
        <section className="card" aria-label="Mean day">
          <h2 className="card-title">Mean day of a meter</h2>
          <p className="card-note">Every known reading of at most an hour, {named}.</p>
          <Answer question={hours} height={HEIGHT}>
            {(rows) => <HourPicture rows={rows} group={group} zone={zone} />}
          </Answer>
        </section>
      </div>
    </section>
  );
}

interface GroupPickerProps {
  groups: readonly PortfolioGroup[];
  chosen: string;
  onChoose: (key: string) => void;
}

function GroupPicker({ groups, chosen, onChoose }: GroupPickerProps) {
  return (
    <div className="segments" role="group" aria-label="Fuel, channel and unit of the pictures">
      {groups.map((group) => (
        <button
          key={group.key}
          type="button"
          className="segment"
          aria-pressed={group.key === chosen}
          onClick={() => onChoose(group.key)}
        >
          {groupName(group)}
          {isUnitKnown(group.unit) ? `, ${unitText(group.unit)}` : ''}
        </button>
      ))}
    </div>
  );
}

interface PictureProps<R> {
  rows: readonly R[];
  group: PortfolioGroup;
  zone: string;
}

function DayPicture({ rows, group, zone }: PictureProps<PortfolioDayRow>) {
  const own = useMemo(() => rows.filter((row) => groupKey(row) === group.key), [rows, group.key]);
  const spec = useMemo(() => dayTotals(own, group.unit, zone), [own, group.unit, zone]);
  if (!spec) return <p className="nothing-here">No readings of a day or less.</p>;
  return (
    <>
      <PlotFigure spec={spec} label="Daily totals of the portfolio" />
      <DayLegend days={own} />
    </>
  );
}

/** The time line of a meter, drawn of the totals; each day also says how many meters it adds up. */
function dayTotals(rows: readonly PortfolioDayRow[], unit: string, zone: string): ChartSpec | null {
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return null;
  const window = { from: first.local_date, to: last.local_date + DAY };
  const days = rows.map((row) => ({ ...row, minutes: DAY / 60_000 }));
  const spec = dailyTimeline({ rows: days, window, unit, zone, height: HEIGHT, per: 'day' });
  const points = spec.points.map((point, index) => ({
    ...point,
    read: () => {
      const { title, lines } = point.read();
      return { title, lines: [...lines, countOf(rows[index]?.series_count ?? 0, 'meter')] };
    },
  }));
  return { ...spec, points };
}

function HourPicture({ rows, group, zone }: PictureProps<PortfolioHourRow>) {
  const spec = useMemo(() => {
    const own = rows.filter((row) => groupKey(row) === group.key);
    return own.length ? hourProfile(own, group.unit, zone, HEIGHT) : null;
  }, [rows, group.key, group.unit, zone]);
  if (!spec) return <p className="nothing-here">No readings of an hour or less.</p>;
  return <PlotFigure spec={spec} label="Mean load by hour of the day" />;
}

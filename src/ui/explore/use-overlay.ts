import { useMemo } from 'react';
import type { Overlay } from '../../charts/overlay';
import { otherPart } from '../../charts/time-shift';
import type { TimeShift } from '../../charts/time-shift';
import type { TimeWindow } from '../../charts/timeline-window';
import { METER_SQL } from '../../queries/meter-sql';
import { WHOLE_PERIOD } from '../../queries/period';
import type {
  DailyRow,
  DistributionRow,
  HeatmapRow,
  LoadDurationRow,
  MonthlyRow,
  OverviewRow,
  SeriesRow,
  TypicalDayRow,
  WeekRow,
} from '../../queries/rows/series';
import type { Session } from '../../session/session';
import { useQuestion } from '../use-question';
import type { Question } from '../use-question';
import type { Compared } from './comparison';
import { failedOverlays } from './failed-overlays';
import type { FailedOverlay } from './failed-overlays';

/** What is laid over the pictures, each null until it has arrived, and both sides' figures. */
export interface Overlays {
  daily: Overlay<DailyRow> | null;
  hours: Overlay<HeatmapRow> | null;
  typicalDay: Overlay<TypicalDayRow> | null;
  typicalWeek: Overlay<WeekRow> | null;
  loadDuration: Overlay<LoadDurationRow> | null;
  distribution: Overlay<DistributionRow> | null;
  monthly: Overlay<MonthlyRow> | null;
  own: Question<OverviewRow>;
  other: Question<OverviewRow>;
  /** What could not be answered. */
  failed: readonly FailedOverlay[];
}

function period(window: TimeWindow, shift: TimeShift) {
  const { from, to } = otherPart(window, shift);
  return { from_date_ms: Math.round(from), to_date_ms: Math.round(to) };
}

/** Asks about the other side of a comparison; asks nothing while there is none. */
export function useOverlays(
  session: Session,
  version: number,
  own: SeriesRow,
  compared: Compared | null,
  holidays: string,
): Overlays {
  const id = compared && { series_id: compared.series.series_id };
  const all = id && { ...id, ...WHOLE_PERIOD };
  const part = compared && { ...id, ...period(compared.common, compared.shift) };
  const mine = compared && { series_id: own.series_id, ...period(compared.common, 0) };
  const daily = useQuestion<DailyRow>(session, METER_SQL.daily, all, version);
  const hours = useQuestion<HeatmapRow>(session, METER_SQL.heatmap, all, version);
  const monthly = useQuestion<MonthlyRow>(session, METER_SQL.monthly, all, version);
  const typical = useQuestion<TypicalDayRow>(
    session,
    METER_SQL.typicalDay,
    part && { ...part, holidays },
    version,
  );
  const week = useQuestion<WeekRow>(session, METER_SQL.week, part, version);
  const duration = useQuestion<LoadDurationRow>(session, METER_SQL.loadDuration, part, version);
  const classes = useQuestion<DistributionRow>(session, METER_SQL.distribution, part, version);
  const ownFigures = useQuestion<OverviewRow>(session, METER_SQL.overview, mine, version);
  const otherFigures = useQuestion<OverviewRow>(session, METER_SQL.overview, part, version);
  return {
    daily: useOverlayOf(daily, compared),
    hours: useOverlayOf(hours, compared),
    monthly: useOverlayOf(monthly, compared),
    typicalDay: useOverlayOf(typical, compared),
    typicalWeek: useOverlayOf(week, compared),
    loadDuration: useOverlayOf(duration, compared),
    distribution: useOverlayOf(classes, compared),
    own: ownFigures,
    other: otherFigures,
    failed: failedOverlays([
      [['the figures of this meter'], ownFigures],
      [['the figures of the other side'], otherFigures],
      [['Time line', 'Calendar'], daily],
      [['Every hour'], hours],
      [['Typical day'], typical],
      [['Months'], monthly],
      [['Typical week'], week],
      [['Load duration'], duration],
      [['Loads by time'], classes],
    ]),
  };
}

function useOverlayOf<R extends object>(question: Question<R>, compared: Compared | null): Overlay<R> | null {
  const rows = question.state === 'ready' ? question.rows : null;
  return useMemo(
    () =>
      compared && rows
        ? { rows, label: compared.label, colour: compared.colour, shift: compared.shift }
        : null,
    [rows, compared],
  );
}

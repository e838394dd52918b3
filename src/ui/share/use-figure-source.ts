import { useMemo } from 'react';
import { DAY } from '../../charts/time-text';
import { windowText } from '../../charts/timeline-window';
import { channelText, fuelText } from '../../charts/series-text';
import { shortText } from '../../domain/number-text';
import type { SeriesRow } from '../../queries/rows/series';
import type { Dataset } from '../../session/session-state';
import { subjectText } from '../status-text';
import type { FigureSource } from './figure-source';

/** What saved and copied figures of a series say of themselves. */
export function useFigureSource(dataset: Dataset, series: SeriesRow): FigureSource {
  return useMemo(
    () => ({
      files: subjectText(dataset),
      subject: `${shortText(series.ext_dev_ref, 60)}, ${fuelText(series.fuel)} ${channelText(series.channel)}`,
      zone: dataset.policies.zone,
      period: windowText({ from: series.first_date, to: series.last_date + DAY }),
    }),
    [dataset, series],
  );
}

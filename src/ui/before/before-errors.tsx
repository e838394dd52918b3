import {
  countText,
  energyText,
  isUnitKnown,
  numberText,
  percentText,
  unitText,
} from '../../domain/number-text';
import type { NaiveErrorRow } from '../../queries/rows/clock-changes';
import type { SeriesRow } from '../../queries/rows/series';

/** What the naive way costs: in hours, days, months and money at an example price. */
export function BeforeErrors({ row, series }: { row: NaiveErrorRow; series: SeriesRow }) {
  const { unit } = series;
  const items = [
    {
      name: 'Hours',
      value: `${countText(row.hours_misplaced)} of ${countText(row.hours ?? 0)}`,
      note: `stand at another time than they happened; ${energyText(row.energy_in_wrong_hour, unit)} in the wrong hour`,
    },
    {
      name: 'Days',
      value: `${countText(row.days_wrong)} of ${countText(row.days)}`,
      note: `have a wrong total; ${energyText(row.energy_in_wrong_day, unit)} on the wrong date`,
    },
    {
      name: 'Months',
      value: `${countText(row.months_wrong)} of ${countText(row.months)}`,
      note: `have a wrong total; ${energyText(row.energy_in_wrong_month, unit)} in the wrong month`,
    },
    ...(series.fuel === 'electricity' ? [costItem(row, unit)] : []),
  ];
  return (
    <>
      <dl className="before-errors" aria-label="Errors of 24 fixed hours">
        {items.map(({ name, value, note }) => (
          <div key={name} className="before-error">
            <dt>{name}</dt>
            <dd className="before-value">{value}</dd>
            <dd className="figure-note">{note}</dd>
          </div>
        ))}
      </dl>
      {(row.energy_in_wrong_hour ?? 0) <
        (row.hours_misplaced * (row.total_energy ?? 0)) / (row.hours ?? 1) / 50 && (
        <p className="card-note">
          Neighbouring hours of this meter hold nearly the same, so that little energy changes place although
          its time is wrong.
        </p>
      )}
    </>
  );
}

/** Units of energy in a kilowatt-hour's terms, for the example price. */
const IN_KWH: Readonly<Record<string, number>> = {
  Wh: 0.001,
  kWh: 1,
  MWh: 1000,
  GWh: 1_000_000,
};

function costItem(row: NaiveErrorRow, unit: string) {
  const factor = IN_KWH[unit];
  const { true_cost: real, naive_cost: naive } = row;
  const by = (naive ?? 0) - (real ?? 0);
  const sign = by > 0 ? '+' : by < 0 ? '−' : '';
  const share = real ? percentSmall(Math.abs(by / real)) : '–';
  const prices = `${numberText(row.lowest_price)} to ${numberText(row.highest_price)}`;
  const amount = `${sign}${numberText(Math.abs(by) * (factor ?? 1))}`;
  const per = factor ? 'per kWh' : isUnitKnown(unit) ? `per ${unitText(unit)}` : 'per unit, unit not stated';
  return {
    name: 'Cost, by an example',
    value: `${sign}${share}`,
    note: `${amount} of ${numberText((real ?? 0) * (factor ?? 1))} at an example day-ahead price of ${prices} ${per}, dearest at 18:00; no market’s real prices`,
  };
}

/** Small shares with the digits that tell them from nothing. */
const percentSmall = (share: number): string =>
  share > 0 && share < 0.001 ? `${numberText(share * 100)}%` : percentText(share);

import { channelText, fuelText } from '../charts/series-text';
import { shortText } from '../domain/number-text';
import type { Policies } from '../domain/policy';
import { CHANNELS, FUELS, MEANINGS } from '../domain/series';
import { isVolumeUnit } from '../domain/units';
import type { Meaning, SeriesSetting } from '../domain/series';
import type { SeriesRow } from '../queries/rows/series';
import { MEANING_TEXTS } from './meaning-text';
import { Choice } from './choice';
import { NumberField } from './number-field';

interface SeriesChoicesProps {
  series: SeriesRow;
  policies: Policies;
  busy: boolean;
  onChoose: (change: Partial<Policies>) => void;
}

const UNITS = ['Wh', 'kWh', 'MWh', 'W', 'kW', 'MW', 'm³'] as const;
const AS_IT_IS = '';

/** What one series is, where its file is wrong or silent: set by the person, it goes before the file's word. */
export function SeriesChoices({ series, policies, busy, onChoose }: SeriesChoicesProps) {
  const { seriesSettings } = policies;
  const own = seriesSettings[series.series_key] ?? {};
  const set = (change: { [name in keyof SeriesSetting]: string | number | null }) => {
    const next = Object.fromEntries(
      Object.entries({ ...own, ...change }).filter(([, value]) => value !== AS_IT_IS && value !== null),
    ) as SeriesSetting;
    const { [series.series_key]: _before, ...others } = seriesSettings;
    const isEmpty = Object.keys(next).length === 0;
    onChoose({ seriesSettings: isEmpty ? others : { ...others, [series.series_key]: next } });
  };
  const field = (
    label: string,
    name: 'fuel' | 'channel' | 'unit' | 'meaning',
    now: string,
    values: readonly string[],
    text: (value: string) => string,
  ) => (
    <Choice
      label={label}
      value={own[name] ?? AS_IT_IS}
      options={[
        {
          value: AS_IT_IS,
          label: own[name] === undefined ? `as it is: ${text(now)}` : 'as the file says',
        },
        ...values.map((value) => ({ value, label: text(value) })),
      ]}
      busy={busy}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <>
      <h3 className="choices-name">Only {shortText(series.ext_dev_ref, 40)}, this series</h3>
      <div className="choices">
        {field('Fuel of this series', 'fuel', series.fuel, FUELS, fuelText)}
        {field('Channel of this series', 'channel', series.channel, CHANNELS, channelText)}
        {field('Unit in its file', 'unit', series.stated_unit, UNITS, (unit) => shortText(unit, 20))}
        <NumberField
          label="Its connection carries, kW"
          value={own.capacityKw ?? null}
          busy={busy}
          placeholder={
            policies.ruleThresholds.over_capacity
              ? `as all: ${policies.ruleThresholds.over_capacity}`
              : 'not known'
          }
          hint="more is flagged suspect"
          onChange={(capacityKw) => set({ capacityKw })}
        />
        {isVolumeUnit(series.stated_unit) && (
          <NumberField
            label="Calorific value of its gas, kWh/m³"
            value={own.calorificKwhPerM3 ?? null}
            busy={busy}
            placeholder={policies.calorificKwhPerM3 ? `as all: ${policies.calorificKwhPerM3}` : 'm³ stay m³'}
            hint="from the bill; never assumed"
            onChange={(calorificKwhPerM3) => set({ calorificKwhPerM3 })}
          />
        )}
        {field(
          'Its values are',
          'meaning',
          policies.meaning,
          MEANINGS,
          (meaning) => MEANING_TEXTS[meaning as Meaning],
        )}
      </div>
    </>
  );
}

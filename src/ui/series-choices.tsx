import { channelText, fuelText } from '../charts/series-text';
import { shortText } from '../domain/number-text';
import type { Policies } from '../domain/policy';
import { CHANNELS, FUELS } from '../domain/series';
import type { SeriesSetting } from '../domain/series';
import type { SeriesRow } from '../queries/rows';

interface SeriesChoicesProps {
  series: SeriesRow;
  policies: Policies;
  busy: boolean;
  onChoose: (change: Partial<Policies>) => void;
}

const UNITS = ['Wh', 'kWh', 'MWh', 'm³'] as const;
const AS_IT_IS = '';

/** What one series is, where its file is wrong or silent: set by the person, it goes before the file's word. */
export function SeriesChoices({ series, policies, busy, onChoose }: SeriesChoicesProps) {
  const { seriesSettings } = policies;
  const own = seriesSettings[series.series_key] ?? {};
  const set = (change: SeriesSetting) => {
    const next = Object.fromEntries(
      Object.entries({ ...own, ...change }).filter(([, value]) => value !== AS_IT_IS),
    ) as SeriesSetting;
    const { [series.series_key]: _before, ...others } = seriesSettings;
    const isEmpty = Object.keys(next).length === 0;
    onChoose({ seriesSettings: isEmpty ? others : { ...others, [series.series_key]: next } });
  };
  const field = (
    label: string,
    name: keyof SeriesSetting,
    values: readonly string[],
    text: (value: string) => string,
  ) => (
    <label>
      <span className="field-label">{label}</span>
      <select
        className="field"
        value={own[name] ?? AS_IT_IS}
        disabled={busy}
        onChange={(event) => set({ [name]: event.target.value })}
      >
        <option value={AS_IT_IS}>
          {own[name] === undefined ? `as it is: ${text(series[name])}` : 'as the file says'}
        </option>
        {values.map((value) => (
          <option key={value} value={value}>
            {text(value)}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <>
      <h3 className="choices-name">Only {shortText(series.ext_dev_ref, 40)}, this series</h3>
      <div className="choices">
        {field('Fuel of this series', 'fuel', FUELS, fuelText)}
        {field('Channel of this series', 'channel', CHANNELS, channelText)}
        {field('Unit of this series', 'unit', UNITS, (unit) => shortText(unit, 20))}
      </div>
    </>
  );
}

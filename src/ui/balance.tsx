import { channelText } from '../charts/series-text';
import { clockText, DAY, dateOf, dateText } from '../charts/time-text';
import type { TimeWindow } from '../charts/timeline-window';
import { countOf, countText, energyText, percentText } from '../domain/number-text';
import balanceSql from '../queries/meter_balance.sql?raw';
import type { MeterBalanceRow, SeriesRow } from '../queries/rows/series';
import type { Session } from '../session/session';
import type { Dataset } from '../session/session-state';
import { Icon } from './icon';
import { useQuestion } from './use-question';
import './balance.css';

interface BalanceProps {
  session: Session;
  dataset: Dataset;
  series: SeriesRow;
  /** Brings a part of the time line into view. */
  onShow: (part: TimeWindow) => void;
}

const CHANNELS = ['production', 'consumption', 'export', 'import'] as const;

/** Whether a meter's four channels fit each other; nothing where it has fewer. */
export function Balance({ session, dataset, series, onShow }: BalanceProps) {
  const has = new Set(dataset.series.filter((row) => isSameMeter(row, series)).map((row) => row.channel));
  const complete = CHANNELS.every((channel) => has.has(channel));
  const parameters = complete ? { series_id: series.series_id } : null;
  const question = useQuestion<MeterBalanceRow>(session, balanceSql, parameters, dataset.version);
  const [row] = question.state === 'ready' ? question.rows : [];
  if (!complete || !row) return null;
  const { largest_local: largest } = row;
  return (
    <section className="card" aria-label="Balance of the four channels">
      <div className="card-head">
        <div>
          <h2 className="card-title">Do the four channels fit?</h2>
          <p className="card-note">What is made and imported must be used or exported, in every interval.</p>
        </div>
      </div>
      <div className="equation balance-equation">
        {CHANNELS.map((channel) => (
          <BalanceTerm
            key={channel}
            sign={SIGNS[channel]}
            name={channelText(channel)}
            value={energyText(row[`${channel}_energy`], series.unit)}
          />
        ))}
        <BalanceTerm sign="=" name="left over" value={leftOver(row.residual, series.unit)} />
      </div>
      <p className="balance-verdict" data-fits={row.intervals_off === 0}>
        <Icon name={row.intervals_off === 0 ? 'check' : 'warn'} />
        <span>
          {verdict(row, series.unit)}{' '}
          {row.intervals_off > 0 && largest !== null && (
            <button
              type="button"
              className="button-link"
              onClick={() => onShow({ from: dateOf(largest) - DAY, to: dateOf(largest) + 2 * DAY })}
            >
              Show {dateText(largest)} {clockText(largest)}
            </button>
          )}
        </span>
      </p>
    </section>
  );
}

const SIGNS = { production: '', consumption: '−', export: '−', import: '+' } as const;

function BalanceTerm({ sign, name, value }: { sign: string; name: string; value: string }) {
  return (
    <span className="equation-part">
      {sign && <span className="equation-sign">{sign}</span>}
      <span className="term">
        <span className="term-name">{name}</span>
        <span className="term-value">{value}</span>
      </span>
    </span>
  );
}

/** Sums of kWh are not exact to the last bit of a double; what is below is nothing. */
const leftOver = (residual: number | null, unit: string): string =>
  energyText(residual !== null && Math.abs(residual) < 1e-9 ? 0 : residual, unit).replace('-', '−');

/** Whether the channels fit, in how many intervals, and how far off the worst one is. */
export function verdict(row: MeterBalanceRow, unit: string): string {
  const all = `${countText(row.intervals_compared)} of ${countText(row.intervals)} intervals were compared, those in which all four have a value.`;
  if (row.intervals_compared === 0)
    return 'There is no interval in which all four have a value, so nothing could be compared.';
  if (row.intervals_off === 0) return `They fit exactly. ${all}`;
  const throughput = (row.production_energy ?? 0) + (row.import_energy ?? 0);
  const share = throughput > 0 ? Math.abs(row.residual ?? 0) / throughput : 0;
  const part = share < 0.001 ? 'less than 0.1%' : percentText(share);
  const off = row.intervals_off === 1 ? 'does not fit' : 'do not fit';
  return `${countOf(row.intervals_off, 'interval')} ${off}, by ${energyText(row.largest_residual, unit)} at most; ${part} of what was made and imported is left over in all. ${all}`;
}

function isSameMeter(row: SeriesRow, series: SeriesRow): boolean {
  const { client_id, ext_dev_ref, fuel, unit } = series;
  return (
    row.client_id === client_id && row.ext_dev_ref === ext_dev_ref && row.fuel === fuel && row.unit === unit
  );
}

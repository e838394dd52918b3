import { channelText } from '../charts/series-text';
import { countText, energyText, percentText } from '../domain/number-text';
import balanceSql from '../queries/meter_balance.sql?raw';
import type { MeterBalanceRow, SeriesRow } from '../queries/rows';
import type { Session } from '../session/session';
import type { Dataset } from '../session/session-state';
import { useQuestion } from './use-question';

interface BalanceProps {
  session: Session;
  dataset: Dataset;
  series: SeriesRow;
}

const CHANNELS = ['production', 'consumption', 'export', 'import'] as const;

/** Whether a meter's four channels fit each other; nothing where it has fewer. */
export function Balance({ session, dataset, series }: BalanceProps) {
  const has = new Set(dataset.series.filter((row) => isSameMeter(row, series)).map((row) => row.channel));
  const complete = CHANNELS.every((channel) => has.has(channel));
  const parameters = complete ? { series_id: series.series_id } : null;
  const question = useQuestion<MeterBalanceRow>(session, balanceSql, parameters, dataset.version);
  const [row] = question.state === 'ready' ? question.rows : [];
  if (!complete || !row) return null;
  return (
    <section className="card" aria-label="Balance of the four channels">
      <div className="card-head">
        <div>
          <h2 className="card-title">Do the four channels fit?</h2>
          <p className="card-note">{verdict(row, series.unit)}</p>
        </div>
      </div>
      <div className="equation">
        {CHANNELS.map((channel) => (
          <BalanceTerm
            key={channel}
            sign={SIGNS[channel]}
            name={channelText(channel)}
            value={energyText(row[`${channel}_energy`], series.unit)}
          />
        ))}
        <BalanceTerm sign="=" name="left over" value={energyText(row.residual, series.unit)} />
      </div>
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

/** One sentence: what is left over, of what, and where it is largest. */
export function verdict(row: MeterBalanceRow, unit: string): string {
  const residual = Math.abs(row.residual ?? 0);
  const throughput = (row.production_energy ?? 0) + (row.import_energy ?? 0);
  const share = throughput > 0 ? residual / throughput : 0;
  const over = `over ${countText(row.intervals_compared)} of ${countText(row.intervals)} intervals, those in which all four have a value`;
  const largest = row.largest_residual ?? 0;
  if (largest <= 1e-9 * Math.max(1, throughput)) return `They fit exactly, ${over}.`;
  const part = `${percentText(share)} of what was produced and imported is left over, ${over}`;
  return `${part}; the largest of one interval is ${energyText(largest, unit)}.`;
}

function isSameMeter(row: SeriesRow, series: SeriesRow): boolean {
  const { client_id, ext_dev_ref, fuel, unit } = series;
  return (
    row.client_id === client_id && row.ext_dev_ref === ext_dev_ref && row.fuel === fuel && row.unit === unit
  );
}

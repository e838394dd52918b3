import { countText, energyText, percentText } from '../domain/number-text';
import balanceSql from '../queries/meter_balance.sql?raw';
import type { MeterBalanceRow, SeriesRow } from '../queries/rows';
import type { Session } from '../session/session';
import type { Dataset } from '../session/session-state';
import { Card } from './card';
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
  const facts: [string, string][] = CHANNELS.map((channel) => [
    SIGNED[channel],
    energyText(row[`${channel}_energy`], series.unit),
  ]);
  return (
    <Card title="Do the four channels fit?" note={verdict(row, series.unit)}>
      <dl className="facts">
        {[...facts, ['= left over', energyText(row.residual, series.unit)] as const].map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

const SIGNED = {
  production: 'Production',
  consumption: '− Consumption',
  export: '− Export',
  import: '+ Import',
} as const;

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

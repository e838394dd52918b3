import { countOf, countText, decimalText, percentText, shortText, unitText } from '../domain/number-text';
import { channelText, fuelText, hasHours, resolutionRangeText, resolutionText } from '../charts/series-text';
import { clockText, dateText } from '../charts/time-text';
import type { TransitionDayRow } from '../queries/rows/clock-changes';
import type { OverviewRow, SeriesRow } from '../queries/rows/series';
import type { Dataset } from '../session/session-state';
import { Icon } from './icon';
import type { IconName } from './icon';
import { groupText, isBalanced } from './ledger-text';
import { MeterFound } from './meter-found';
import type { Policies } from '../domain/policy';

interface MeterHeadProps {
  dataset: Dataset;
  series: SeriesRow;
  overview: OverviewRow | null;
  days: readonly TransitionDayRow[] | null;
  busy: boolean;
  onChoose: (change: Partial<Policies>) => void;
}

/** Who and what: the meter, its facts, and three things that make the picture worth trusting. */
export function MeterHead({ dataset, series, overview, days, busy, onChoose }: MeterHeadProps) {
  const { zone } = dataset.policies;
  const at = (local: number) => `${dateText(local)} ${clockText(local)}`;
  const facts: [string, string][] = [
    ['Client', shortText(series.client_id, 60)],
    ['Fuel', fuelText(series.fuel)],
    ['Channel', channelText(series.channel)],
    ['Unit', unitText(series.unit).replace('unit ', '')],
    ['Resolution', resolutionRangeText(series.min_resolution_minutes, series.max_resolution_minutes)],
    ['First interval', overview ? at(overview.first_local) : '…'],
    ['Last interval', overview ? at(overview.last_local) : '…'],
    ['Time zone', zone],
  ];
  return (
    <section className="meter-head" aria-label="Meter">
      <div>
        <p className="field-label">Meter</p>
        <h1 className="meter-name">{shortText(series.ext_dev_ref, 120)}</h1>
      </div>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="verdicts">
        <CompleteVerdict overview={overview} />
        <ClockVerdict days={days} series={series} zone={zone} />
        <LedgerVerdict dataset={dataset} series={series} />
      </div>
      <MeterFound {...{ dataset, series, busy, onChoose }} />
    </section>
  );
}

interface VerdictProps {
  tone: 'good' | 'warn' | 'plain';
  icon: IconName;
  title: string;
  note: string;
  href: string;
}

function Verdict({ tone, icon, title, note, href }: VerdictProps) {
  return (
    <a className={`verdict is-${tone}`} href={href}>
      <Icon name={icon} />
      <span className="verdict-title">{title}</span>
      <span className="verdict-note">{note}</span>
    </a>
  );
}

function CompleteVerdict({ overview }: { overview: OverviewRow | null }) {
  if (!overview)
    return <Verdict tone="plain" icon="clock" title="Counting intervals" note="…" href="#time-line" />;
  const { intervals, intervals_with_energy: known } = overview;
  const note = `${countText(known)} of ${countText(intervals)} intervals`;
  return known === intervals ? (
    <Verdict tone="good" icon="check" title="Complete" note={note} href="#time-line" />
  ) : (
    <Verdict
      tone="warn"
      icon="warn"
      title={`${percentText(intervals ? known / intervals : 0)} complete`}
      note={`${note} have a value`}
      href="#time-line"
    />
  );
}

interface ClockVerdictProps {
  days: readonly TransitionDayRow[] | null;
  series: SeriesRow;
  zone: string;
}

function ClockVerdict({ days, series, zone }: ClockVerdictProps) {
  const plain = { tone: 'plain', icon: 'clock', href: '#difficult-days' } as const;
  if (!hasHours(series.min_resolution_minutes)) {
    const readings = resolutionText(series.min_resolution_minutes);
    return <Verdict {...plain} title="Clock changes do no harm" note={`${readings} readings stay whole`} />;
  }
  if (!days) return <Verdict {...plain} title="Looking for clock changes" note="…" />;
  if (!days.length)
    return <Verdict {...plain} title="No clock changes" note={`none in this period, ${zone}`} />;
  const open = days.filter((day) => day.layout !== 'wall_clock' && day.layout !== 'elapsed');
  const forward = days.filter((day) => day.kind === 'gap').length;
  const note = `${countText(forward)} forward, ${countText(days.length - forward)} back; see what was done`;
  if (!open.length)
    return <Verdict {...plain} tone="good" icon="check" title="Clock changes put right" note={note} />;
  const what = open.every((day) => day.layout === 'absent') ? 'without readings' : 'not readable';
  const title = `${countOf(open.length, 'clock-change day')} ${what}`;
  return <Verdict {...plain} tone="warn" icon="warn" title={title} note={note} />;
}

function LedgerVerdict({ dataset, series }: { dataset: Dataset; series: SeriesRow }) {
  const row = dataset.ledger.find(
    (each) => each.fuel === series.fuel && each.channel === series.channel && each.unit === series.unit,
  );
  const balanced = dataset.ledger.every(isBalanced);
  const all = dataset.series.length > 1 && row ? `All ${groupText(row)}: ` : '';
  const note = row
    ? `${all}${decimalText(row.energy_read)} read = ${decimalText(row.energy_shown)} shown + ${decimalText(row.energy_set_aside)} set aside`
    : 'see the ledger';
  return (
    <Verdict
      tone={balanced ? 'good' : 'warn'}
      icon={balanced ? 'check' : 'warn'}
      title={balanced ? 'Nothing lost' : 'The ledger does not add up'}
      note={note}
      href="#ledger"
    />
  );
}

import conventions from '../../../src/queries/conventions.sql?raw';
import ledger from '../../../src/queries/ledger.sql?raw';
import type { ConventionRow } from '../../../src/queries/rows/clock-changes';
import type { LedgerRow, SetAsideRow } from '../../../src/queries/rows/ledger';
import setAside from '../../../src/queries/set_aside.sql?raw';
import { markdownTable } from '../scripts/marked-sections';
import forecastBar from './forecast_bar.sql?raw';
import type { SampleRun } from './sample-run';
import solarUse from './solar_use.sql?raw';
import yearOnYear from './year_on_year.sql?raw';

const YEAR = 2024;
const QUESTIONED_METER = 'house-electric-heating';

/** The answers to the four departments' questions, computed on the sample portfolio, by the name of their part. */
export async function answerTables({ connection }: SampleRun): Promise<Record<string, string>> {
  const years = await connection.query<YearRow>(yearOnYear, {
    parameters: { ext_dev_ref: QUESTIONED_METER },
  });
  const homes = await connection.query<SolarRow>(solarUse, { parameters: { local_year: YEAR } });
  const forecasts = await connection.query<ForecastRow>(forecastBar, { parameters: { local_year: YEAR } });
  return {
    'answer-engineering-ledger': ledgerTable(await connection.query<LedgerRow>(ledger)),
    'answer-engineering-set-aside': setAsideTable(await connection.query<SetAsideRow>(setAside)),
    'answer-engineering-convention': conventionSentence(await connection.query<ConventionRow>(conventions)),
    'answer-customer-success-table': yearTable(years),
    'answer-customer-success': yearSentence(years),
    'answer-sales-table': solarTable(homes),
    'answer-sales': solarSentence(homes),
    'answer-data-science-table': forecastTable(forecasts),
    'answer-data-science': forecastSentence(forecasts),
  };
}

interface YearRow {
  local_year: number;
  energy: number;
  intervals: number;
  intervals_missing: number;
  first_incomplete_date: number | null;
  last_incomplete_date: number | null;
  comparable_days: number;
  comparable_energy: number;
}

interface SolarRow {
  ext_dev_ref: string;
  complete_days: number;
  production: number;
  exported: number;
  imported: number;
  self_consumed: number;
  consumption: number;
  self_consumption_share: number;
  self_sufficiency: number;
}

interface ForecastRow {
  ext_dev_ref: string;
  hours: number;
  mean_energy: number;
  mean_absolute_error: number;
  mase: number;
}

function ledgerTable(rows: readonly LedgerRow[]): string {
  return markdownTable(
    [
      'Fuel, channel',
      'Rows read',
      'Values read',
      'Energy read',
      'Shown',
      'Set aside',
      'Difference',
      'Readings',
      'Missing',
    ],
    rows.map((row) => [
      `${row.fuel.replace('_', ' ')}, ${row.channel}`,
      whole(row.rows_read),
      whole(row.values_read),
      `${exact(row.energy_read)} ${row.unit}`,
      exact(row.energy_shown),
      exact(row.energy_set_aside),
      `**${exact(row.energy_difference)}**`,
      whole(row.readings),
      whole(row.readings_missing),
    ]),
  );
}

function setAsideTable(rows: readonly SetAsideRow[]): string {
  return markdownTable(
    ['Reason', 'Fuel, channel', 'Rows', 'Values', 'Energy'],
    rows.map((row) => [
      row.reason,
      `${row.fuel.replace('_', ' ')}, ${row.channel}`,
      whole(row.rows),
      whole(row.values),
      `${exact(row.energy)} ${row.unit}`,
    ]),
  );
}

function conventionSentence([found]: readonly ConventionRow[]): string {
  if (!found) throw new Error('the sample has no convention');
  return (
    `The hour that happens twice is written as **${found.name}** (${found.certainty}): in ${whole(found.gap_days)} spring ` +
    `arrays the skipped hour is empty in ${whole(found.gap_slots_null)} of ${whole(found.gap_slots_null + found.gap_slots_zero + found.gap_slots_valued)} slots, and in ` +
    `autumn the doubled slot holds ${fixed(found.overlap_ratio ?? 0, 2)} times its neighbours, where other days hold ` +
    `${fixed(found.ordinary_ratio ?? 0, 2)}. ${whole(found.elapsed_days)} days came with 23 or 25 hours of their own and needed no such reading.`
  );
}

function yearTable(years: readonly YearRow[]): string {
  return markdownTable(
    [
      'Year',
      'Energy as recorded',
      'Missing intervals',
      'Between',
      'Days that both years have',
      'Energy on those days',
    ],
    years.map((year) => [
      String(year.local_year),
      kwh(year.energy),
      `${whole(year.intervals_missing)} of ${whole(year.intervals)}`,
      year.first_incomplete_date === null || year.last_incomplete_date === null
        ? '–'
        : `${isoDate(year.first_incomplete_date)} and ${isoDate(year.last_incomplete_date)}`,
      whole(year.comparable_days),
      kwh(year.comparable_energy),
    ]),
  );
}

function yearSentence([before, after]: readonly YearRow[]): string {
  if (!before || !after) throw new Error('two years are expected');
  const recorded = after.energy / before.energy - 1;
  const comparable = after.comparable_energy / before.comparable_energy - 1;
  return (
    `The records fell by **${percent(-recorded)}**, but most of that is absence: ${whole(after.intervals_missing)} hours of ` +
    `${after.local_year} never arrived. On the ${whole(after.comparable_days)} days that both years have, the home used ` +
    `**${percent(-comparable)}** less.`
  );
}

function solarTable(homes: readonly SolarRow[]): string {
  return markdownTable(
    ['Home', 'Complete days', 'Produced', 'Exported', 'Imported', 'Own use of solar', 'Covered by solar'],
    homes.map((home) => [
      home.ext_dev_ref,
      whole(home.complete_days),
      kwh(home.production),
      kwh(home.exported),
      kwh(home.imported),
      percent(home.self_consumption_share),
      percent(home.self_sufficiency),
    ]),
  );
}

function solarSentence(homes: readonly SolarRow[]): string {
  const [first, second] = [...homes].sort(
    (one, other) => one.self_consumption_share - other.self_consumption_share,
  );
  if (!first || !second) throw new Error('two solar homes are expected');
  return (
    `${first.ext_dev_ref} uses ${percent(first.self_consumption_share)} of its own solar power and ${second.ext_dev_ref} ` +
    `${percent(second.self_consumption_share)}: both give most of it away at midday. That is the opening for a battery, a ` +
    `tariff or a charging tip, and the number that a customer of the prospect would see.`
  );
}

function forecastTable(rows: readonly ForecastRow[]): string {
  return markdownTable(
    ['Meter', 'Hours judged', 'Mean an hour', 'Mean absolute error', 'Against last week (MASE)'],
    rows.map((row) => [
      row.ext_dev_ref,
      whole(row.hours),
      `${fixed(row.mean_energy, 2)} kWh`,
      `${fixed(row.mean_absolute_error, 2)} kWh`,
      fixed(row.mase, 2),
    ]),
  );
}

function forecastSentence(rows: readonly ForecastRow[]): string {
  const better = rows.filter(({ mase }) => mase < 1);
  const worse = rows.filter(({ mase }) => mase >= 1);
  const best = better.reduce((one, other) => (other.mase < one.mase ? other : one));
  return (
    `The mean of the last seven days beats “same hour last week” for ${better.length} of ${rows.length} meters ` +
    `(best ${fixed(best.mase, 2)}, ${best.ext_dev_ref}) and loses for ${worse.map(({ ext_dev_ref, mase }) => `${ext_dev_ref} (${fixed(mase, 2)})`).join(', ')}, ` +
    `where weekends and weekdays differ. So the bar that a model must clear is the better of the two for each meter, not one rule for all.`
  );
}

function whole(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function fixed(value: number, digits: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function kwh(value: number): string {
  return `${whole(value)} kWh`;
}

function percent(share: number): string {
  return `${fixed(share * 100, 1)} %`;
}

/** Separators for a decimal that is exact text. */
function exact(decimal: string): string {
  const [integer = '0', fraction] = decimal.split('.');
  const grouped = integer.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

function isoDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

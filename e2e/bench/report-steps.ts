import type { PairedRun } from './figures';

export type Pick = (run: PairedRun) => number | null;

/** A step that page and peers both do. */
export interface Step {
  title: string;
  what: string;
  figure: 'load_ms' | 'open_ms' | 'meter_ms' | 'switch_ms' | 'totals_ms' | 'profile_ms' | 'export_ms';
  /** The most that the page may take, as a multiple of native. */
  aim: number | null;
  /** How many times faster than plain JavaScript the page must be at 1,000 meters. */
  aimAgainstPlainJs: number | null;
}

export const STEPS: readonly Step[] = [
  {
    title: 'Open',
    what: 'From choosing the file until its data is there: read, stage, run every model and rule, check the ledger, list the meters. Native does the same through the same SQL, every model and the ledger included, reading Parquet by itself, without the file’s checksum. Plain JavaScript does the same for a file of this kind: checksum, rows that repeat a date, the encoding of clock changes from array lengths, spring and autumn days, the figures of each day, every rule that can find something in arrays of hours or shorter (but for zeros over whole days), readings unfolded into typed arrays, and the ledger; the command fails when its findings, by rule and meter, or its daily figures differ from native’s. It takes the zone, the fuel and the unit as given, as the others do by default; it stops at the first evidence that decides the encoding, where the others gather all of it; it refuses a file of another kind (other encodings, array lengths, counters, several fuels or files) instead of handling it; and it makes no list of places to look at.',
    figure: 'open_ms',
    aim: 1.5,
    aimAgainstPlainJs: 3,
  },
  {
    title: 'Open and first picture',
    what: 'The same until the first meter is drawn. The peers answer the questions behind the pictures and draw nothing.',
    figure: 'load_ms',
    aim: null,
    aimAgainstPlainJs: null,
  },
  {
    title: 'One meter, a year of it',
    what: 'The eleven questions of a meter’s page, asked of the page’s own session all at once, as the page does, until the last answer is there. Native answers the same statements one after the other. Mean of three meters a run.',
    figure: 'meter_ms',
    aim: 3,
    aimAgainstPlainJs: null,
  },
  {
    title: 'Another meter, until it is drawn',
    what: 'From a click in the meter list until all its pictures are drawn; the peers answer the same questions and draw nothing, so that a ratio means little. Mean of three meters a run.',
    figure: 'switch_ms',
    aim: null,
    aimAgainstPlainJs: null,
  },
  {
    title: 'Fleet totals',
    what: 'Daily totals of the whole fleet (`portfolio_day.sql`), asked of the page’s own session. All sides add up figures taken when the rows came in.',
    figure: 'totals_ms',
    aim: 1.5,
    aimAgainstPlainJs: null,
  },
  {
    title: 'Hour-of-day profile over all readings',
    what: 'The mean load of each hour of the day (`portfolio_hour.sql`), asked of the page’s own session.',
    figure: 'profile_ms',
    aim: null,
    aimAgainstPlainJs: null,
  },
  {
    title: 'Export to Parquet',
    what: 'From the click until “Saved”: every reading written (zstd), the file read back and compared. Native writes the same rows in one `COPY` and compares; its statement sorts readings where the page’s sorts days, which costs native about a third of its time. Plain JavaScript writes the same columns and types (snappy, since it has no zstd), reads the file back and compares.',
    figure: 'export_ms',
    aim: 1.3,
    aimAgainstPlainJs: 3,
  },
];

export const ofPage =
  (step: Step): Pick =>
  ({ page }) =>
    page[step.figure];
export const ofNative =
  (step: Step): Pick =>
  ({ native }) =>
    native[step.figure];
export const ofPlainJs =
  (step: Step): Pick =>
  ({ plain_js }) =>
    plain_js && plain_js[step.figure];

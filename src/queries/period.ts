/** The part of a series that a question is about, in local wall-clock milliseconds as if UTC: from inclusive, to exclusive. */
export interface Period {
  from_date_ms: number;
  to_date_ms: number;
}

/** All that a series has: the first and last moments that a date can name. */
export const WHOLE_PERIOD: Readonly<Period> = { from_date_ms: -8.64e15, to_date_ms: 8.64e15 };

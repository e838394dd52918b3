import clockChangeDays from '../../queries/examples/clock_change_days.sql?raw';
import highestIntervals from '../../queries/examples/highest_intervals.sql?raw';
import ledgerLines from '../../queries/examples/ledger_lines.sql?raw';
import missingByMonth from '../../queries/examples/missing_by_month.sql?raw';
import monthlyEnergy from '../../queries/examples/monthly_energy.sql?raw';
import rawArray from '../../queries/examples/raw_array.sql?raw';
import typicalDay from '../../queries/examples/typical_day.sql?raw';

/** Questions in plain words, each with the statement that answers it. */
export const EXAMPLES: readonly { question: string; sql: string }[] = [
  { question: 'How much energy per month?', sql: monthlyEnergy },
  { question: 'When was it highest?', sql: highestIntervals },
  { question: 'What does a typical day look like?', sql: typicalDay },
  { question: 'What happened when the clocks changed?', sql: clockChangeDays },
  { question: 'Where are values missing?', sql: missingByMonth },
  { question: 'Does the ledger balance?', sql: ledgerLines },
  { question: 'How do the arrays lie in the file?', sql: rawArray },
];

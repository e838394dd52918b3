/** One stop of the tour: the part of the page it speaks of, and what it says. */
export interface TourStep {
  /** A selector of the part. */
  target: string;
  title: string;
  text: string;
}

/** The tour of the sample year. What it says is true of that file only; a browser test holds it to the page. */
export const TOUR_STEPS: readonly TourStep[] = [
  {
    target: '.meter-head',
    title: 'One meter, one year',
    text: 'The file has 365 rows, one for each day of 2022, and each row holds an array of hourly values. Every true hour is 100, so any mistake would show.',
  },
  {
    target: '.figures',
    title: 'Seven figures, each explained',
    text: 'Point at a name, or reach it with Tab, and a sentence says what it means. The file does not state its unit, so none is made up.',
  },
  {
    target: '[aria-label="Every hour"]',
    title: 'The whole year in one picture',
    text: 'Every hour of every day, coloured by its energy. One even colour is right here: each hour holds 100. Two days are marked, with 23 and 25 hours.',
  },
  {
    target: '#ledger',
    title: 'Nothing is lost, and here is the proof',
    text: '876,000 read = 876,000 shown + 0 set aside, exact to the last digit. Below it stands what the checks noticed, and where you decide what the file leaves open.',
  },
  {
    target: '#difficult-days',
    title: 'The two difficult days',
    text: 'On 27 March the slot for 03:00 is empty, because that hour did not exist. On 30 October it holds 200: two real hours with the same clock time. They are split, 100 each, and flagged.',
  },
  {
    target: '.header .button-primary',
    title: 'Take clean data with you',
    text: 'Export Parquet writes 8,760 rows, one for each real hour. The file is read back and checked before it is called saved.',
  },
];

import { createElement } from 'react';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { calendarFrame, calendarMonths, calendarScale } from '../charts/calendar';
import { compareDays, dayDifferenceScale, differenceMonths } from '../charts/compared-days';
import {
  compareHours,
  differenceCellText,
  differencePanel,
  hourDifferenceScale,
} from '../charts/compared-hours';
import { exampleDay } from '../charts/example-day';
import { heatCellText, heatPanels, heatScale } from '../charts/heatmap';
import { DAY } from '../charts/time-text';
import { transitionGeometry } from '../charts/transition-geometry';
import type { DailyRow, HeatmapRow } from '../queries/rows/series';
import { CalendarSheets, HEAT_DAYS } from './explore/calendar-sheets';
import { DIFFERENCE_DAYS, differenceColour } from './explore/difference-legend';
import { shadeColour } from './heat-legend';
import { HeatPanelView } from './heat-panel';
import { TransitionPicture } from './transition-picture';

const START = Date.UTC(2022, 2, 20);
const SPRING = Date.UTC(2022, 2, 27);
const marksOf = (date: number) => (date === SPRING ? ['Clocks went forward'] : []);

const heat: HeatmapRow[] = Array.from({ length: 240 }, (_, index) => ({
  local_date: START + Math.floor(index / 24) * DAY,
  local_hour: index % 24,
  pass: 0,
  energy_per_hour: index === 30 ? null : index % 24,
  minutes: 60,
})).filter((row) => row.local_date !== SPRING || row.local_hour !== 3);
const days: DailyRow[] = Array.from({ length: 20 }, (_, index) => ({
  local_date: START + index * DAY,
  energy: index === 3 ? null : index + 1,
  intervals: 24,
  intervals_missing: index === 3 ? 24 : index === 5 ? 2 : 0,
  minutes: START + index * DAY === SPRING ? 1380 : 1440,
}));
const selected = { from: START + 2 * DAY, to: START + 12 * DAY };

const panel = heatPanels(heat, heatScale(heat))[0]!;
const heatPanel = (across: boolean) =>
  createElement(HeatPanelView, {
    panel,
    width: across ? 640 : 330,
    across,
    rowHeight: 9.5,
    colourOf: shadeColour,
    read: (cell) => heatCellText(panel, cell, 'kWh'),
    window: selected,
    onSelect: () => undefined,
    marksOf,
  });
const lower = heat.map((row) => ({
  ...row,
  local_date: row.local_date - 364 * DAY,
  energy_per_hour: row.energy_per_hour === null ? null : 14 - row.energy_per_hour / 3,
}));
const common = { from: START + DAY, to: START + 10 * DAY };
const hours = compareHours(heat, lower, common, 364 * DAY);
const difference = differencePanel(hours, hourDifferenceScale(hours), common, '2022');
const comparedDays = compareDays(
  days,
  days.map((day, index) => ({ ...day, energy: 9, intervals_missing: index === 8 ? 24 : 0 })),
  { from: START, to: START + 20 * DAY },
  0,
);
const months = calendarMonths(days, calendarScale(days)).slice(2, 4);
const frame = calendarFrame(320);
const PICTURES: Readonly<Record<string, ReactElement>> = {
  'heat-across': heatPanel(true),
  'heat-down': heatPanel(false),
  calendar: createElement(CalendarSheets, {
    months,
    frame,
    width: 320,
    height: frame.monthHeight,
    window: selected,
    active: null,
    marksOf,
    colours: HEAT_DAYS,
  }),
  'heat-difference': createElement(HeatPanelView, {
    panel: difference,
    width: 640,
    across: true,
    rowHeight: 9.5,
    colourOf: differenceColour,
    read: (cell) => differenceCellText(difference, cell, 'kWh', { own: 'one', other: 'the other' }),
    window: null,
    onSelect: () => undefined,
    marksOf,
  }),
  'calendar-difference': createElement(CalendarSheets, {
    months: differenceMonths(comparedDays, dayDifferenceScale(comparedDays), common),
    frame,
    width: 320,
    height: frame.monthHeight,
    window: null,
    active: null,
    marksOf,
    colours: DIFFERENCE_DAYS,
  }),
  transition: createElement(TransitionPicture, {
    geometry: transitionGeometry(exampleDay(), 640),
    laterOffset: 180,
  }),
};

test.each(Object.keys(PICTURES))('%s is drawn as before', async (name) => {
  const markup = renderToStaticMarkup(PICTURES[name]).replaceAll('><', '>\n<');
  expect(markup).not.toMatch(/NaN|undefined|Infinity/);
  await expect(`${markup}\n`).toMatchFileSnapshot(`snapshots/${name}.html`);
});

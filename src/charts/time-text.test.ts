import { expect, test } from 'vitest';
import {
  clockText,
  dateText,
  dayMonthText,
  durationText,
  localTimeText,
  longDateText,
  minuteText,
  nextMonth,
  offsetText,
} from './time-text';

// The tests run with the machine in Los Angeles: a local getter anywhere would show.
const autumnNight = Date.UTC(2022, 9, 30, 3);

test('local times are read as they are written, whatever the zone of the machine', () => {
  expect(dateText(autumnNight)).toBe('30 Oct 2022');
  expect(longDateText(autumnNight)).toBe('Sunday 30 October 2022');
  expect(clockText(autumnNight)).toBe('03:00');
  expect(localTimeText(autumnNight, 180)).toBe('30 Oct 2022 03:00 (UTC+3)');
  expect(dayMonthText(Date.UTC(2022, 8, 1))).toBe('1 Sep');
});

test('offsets', () => {
  expect(offsetText(0)).toBe('UTC+0');
  expect(offsetText(330)).toBe('UTC+5:30');
  expect(offsetText(-210)).toBe('UTC−3:30');
  expect(offsetText(845)).toBe('UTC+14:05');
});

test('minutes of the day and lengths', () => {
  expect(minuteText(180)).toBe('03:00');
  expect(minuteText(1440)).toBe('24:00');
  expect(durationText(1380)).toBe('23 hours');
  expect(durationText(1410)).toBe('23 hours 30 minutes');
  expect(durationText(60)).toBe('1 hour');
  expect(durationText(15)).toBe('15 minutes');
});

test('months follow each other over the end of a year', () => {
  expect(nextMonth(Date.UTC(2022, 11, 15))).toBe(Date.UTC(2023, 0, 1));
});

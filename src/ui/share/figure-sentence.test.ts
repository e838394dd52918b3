import { expect, test } from 'vitest';
import { figureSentence } from './figure-sentence';

const figure = { name: 'Peak', value: '3.2', unit: 'kW', note: '5 Jan 2022 18:00 (UTC+2)' };
const source = {
  files: 'a.parquet',
  subject: 'meter 7',
  zone: 'Europe/Vilnius',
  period: '1 Jan 2022 – 31 Dec 2022',
};

test('a copied figure says its unit, its period and where it comes from', () => {
  expect(figureSentence(figure, '', source)).toBe(
    'Peak: 3.2 kW (5 Jan 2022 18:00 (UTC+2); meter 7, 1 Jan 2022 – 31 Dec 2022, Europe/Vilnius)',
  );
  expect(figureSentence(figure, ' of 1 Jul 2022 – 31 Jul 2022', source)).toContain(
    'meter 7, 1 Jul 2022 – 31 Jul 2022, Europe/Vilnius',
  );
  expect(figureSentence({ ...figure, unit: '', value: '33%', note: '22:00 to 06:00' }, '', null)).toBe(
    'Peak: 33% (22:00 to 06:00)',
  );
});

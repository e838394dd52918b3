import { expect, test } from 'vitest';
import { inspectInput } from '../readers/open-input';
import { SaidMappings } from './said-mappings';

const first = new File(['x'], 'june.csv');

test('what was said of a file’s columns holds for every file that has the same, under its own name', async () => {
  const said = new SaidMappings();
  const inspect = (name: string, names: string) =>
    inspectInput(new Blob([`timestamp,${names}\n2022-06-01T00:00Z,1,2\n2022-06-01T01:00Z,1,2`]), name);
  const june = await inspect('june.csv', 'kWh,kW');
  const july = await inspect('july.csv', 'kW,kWh');
  expect(june.recognition.open).toEqual(['value-column']);
  expect(said.alike(july)).toBeNull();
  said.say(first, june, june.recognition.mapping);
  expect(said.get(first)).toBe(june.recognition.mapping);
  expect(said.alike(july)).toMatchObject({ roles: { timestamp: 0, value: 2 }, meter: 'july' });
  expect(said.alike(await inspect('august.csv', 'kW,Wh'))).toBeNull();
});

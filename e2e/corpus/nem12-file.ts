/** A NEM12 file of one meter with a register to and one from the customer, over the clock changes of Sydney and Vilnius. */
export interface Nem12Options {
  minutes?: 5 | 15 | 30;
  first?: string;
  days?: number;
}

const DAY = 86_400_000;

/** Whole watt hours that differ from interval to interval. */
export const nem12Value = (day: number, slot: number, register: number): number =>
  (((day * 31 + slot * 7 + register * 13) % 97) + 1) / 1000;

/** The text of the file. The second day is of variable quality: slots 1 to 4 estimated, 5 null, the rest actual. */
export function nem12Text({ minutes = 30, first = '2022-03-20', days = 14 }: Nem12Options = {}): string {
  const slots = 1440 / minutes;
  const lines = ['100,NEM12,202204010000,MDP1,Retail'];
  for (const [register, suffix] of ['E1', 'B1'].entries()) {
    lines.push(`200,6001234567,E1B1,${suffix},${suffix},N1,METSER1,kWh,${minutes},`);
    for (let day = 0; day < days; day++) {
      const date = new Date(Date.parse(first) + day * DAY).toISOString().slice(0, 10).replaceAll('-', '');
      const values = Array.from({ length: slots }, (_, slot) => nem12Value(day, slot, register).toFixed(3));
      const isVariable = day === 1;
      lines.push(`300,${date},${values.join(',')},${isVariable ? 'V' : 'A'},,,20220401000000,`);
      if (!isVariable) continue;
      lines.push('400,1,4,E52,,', '400,5,5,N,,', `400,6,${slots},A,,`);
    }
  }
  return [...lines, '900', ''].join('\n');
}

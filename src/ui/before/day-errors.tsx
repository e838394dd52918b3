import { longDateText } from '../../charts/time-text';
import { countText, energyText } from '../../domain/number-text';
import { displacedEnergy, kindOf } from './before-layout';
import type { BeforeDay } from './before-layout';

/** Every clock change of the series with what 24 fixed hours do to that one day. */
export function DayErrors({ days, unit }: { days: readonly BeforeDay[]; unit: string }) {
  return (
    <div
      className="table-scroll before-table"
      tabIndex={0}
      role="region"
      aria-label="Errors on the days of clock changes"
    >
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">Real hours</th>
            <th scope="col" className="number">
              Hours at the wrong time
            </th>
            <th scope="col" className="number">
              Energy at the wrong time
            </th>
            <th scope="col">What goes wrong</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.localDate}>
              <th scope="row">{longDateText(day.localDate)}</th>
              <td>{kindOf(day).hours}</td>
              <td className="number">{countText(day.misplaced)}</td>
              <td className="number">{energyText(displacedEnergy(day), unit)}</td>
              <td>{kindOf(day).text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

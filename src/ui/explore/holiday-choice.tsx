import { Icon } from '../icon';
import type { Holidays } from './use-holidays';

/** Switches the holidays of a country on, with the country and whether they count as weekend days. */
export function HolidayChoice({ holidays }: { holidays: Holidays }) {
  const { shown, country, countries, days, years, asWeekend, failed, set } = holidays;
  return (
    <>
      <button
        type="button"
        className="button button-small"
        aria-pressed={shown}
        onClick={() => set({ shown: !shown })}
      >
        <Icon name={shown ? 'check' : 'minus'} />
        Holidays
      </button>
      {shown && failed && <span className="explore-hint">The list of holidays did not arrive.</span>}
      {shown && years && country !== null && days.length === 0 && (
        <span className="explore-hint">
          No public holiday is known here; the list has {years.first} to {years.last}.
        </span>
      )}
      {shown && countries.length > 0 && (
        <>
          <label className="holiday-country">
            <span className="visually-hidden">Country of the holidays</span>
            <select
              className="field field-small"
              value={country ?? ''}
              onChange={(event) => set({ country: event.target.value })}
            >
              {country === null && <option value="">choose a country</option>}
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <button
            type="button"
            className="button button-small"
            aria-pressed={asWeekend}
            onClick={() => set({ asWeekend: !asWeekend })}
          >
            <Icon name={asWeekend ? 'check' : 'minus'} />
            as weekend days
          </button>
        </>
      )}
    </>
  );
}

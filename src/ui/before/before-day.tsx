import { clockText, HOUR, longDateText, minuteText, offsetText } from '../../charts/time-text';
import { countOf, energyText, tileText } from '../../domain/number-text';
import { ChartTableView } from '../chart-table';
import { useWidth } from '../use-width';
import type { BeforeDay, BeforeTile } from './before-layout';

interface BeforeDayViewProps {
  day: BeforeDay;
  unit: string;
  isBefore: boolean;
}

const HEIGHT = 56;
const NARROWEST = 40;

/** One day's hours on the UTC line; flipping the switch moves each to where the other way puts it. */
export function BeforeDayView({ day, unit, isBefore }: BeforeDayViewProps) {
  const [ref, width] = useWidth();
  const hour = Math.max(NARROWEST, width / day.hours);
  const name = longDateText(day.localDate);
  return (
    <article className="before-day" aria-label={name}>
      <h3 className="day-title">{name}</h3>
      <p className="card-note">
        {isBefore
          ? `24 fixed hours: ${countOf(day.misplaced, 'hour')} at the wrong time. ${wrongText(day)}`
          : 'Every value at the time it happened.'}
      </p>
      <div ref={ref} className="table-scroll" tabIndex={0} role="region" aria-label={`Hours of ${name}`}>
        {width > 0 && (
          <svg className="before-picture" width={hour * day.hours} height={HEIGHT + 24} aria-hidden="true">
            {day.tiles.map((tile) => (
              <Tile key={tile.key} tile={tile} hour={hour} isBefore={isBefore} />
            ))}
            {Array.from({ length: Math.ceil(day.hours) }, (_, index) => (
              <text key={index} className="before-utc" x={index * hour + 3} y={HEIGHT + 18}>
                {index === 1 ? '' : clockText(day.startUtc + index * HOUR)}
                {index === 0 ? ' UTC' : ''}
              </text>
            ))}
          </svg>
        )}
      </div>
      <ChartTableView table={tableOf(day, unit, name)} />
    </article>
  );
}

function wrongText(day: BeforeDay): string {
  const nowhere = day.tiles.filter((tile) => !tile.real).length;
  const doubled = day.tiles.filter((tile) => !tile.naive.isShown).length;
  if (nowhere) return `${countOf(nowhere, 'hour')} that never was, kept as an empty one.`;
  return doubled ? `${countOf(doubled, 'hour')} lost, its energy piled onto the one before.` : '';
}

function Tile({ tile, hour, isBefore }: { tile: BeforeTile; hour: number; isBefore: boolean }) {
  const { naive, real } = tile;
  const isHidden = isBefore ? !naive.isShown : real === null;
  const at = isBefore ? naive.at : (real?.at ?? naive.at);
  const isWrong = isBefore && real?.at !== naive.at;
  const isDoubled = isBefore && tile.isSplit;
  const time = isBefore ? minuteText(naive.minute) : real ? clockText(real.local) : '';
  const value = isBefore ? naive.value : (real?.value ?? null);
  const kind = isBefore && !real ? ' is-nowhere' : isDoubled ? ' is-doubled' : isWrong ? ' is-wrong' : '';
  return (
    <g
      className={`before-tile${kind}${isHidden ? ' is-hidden' : ''}`}
      style={{ transform: `translateX(${at * hour}px)` }}
    >
      <rect x={1} y={2} width={hour - 2} height={HEIGHT - 4} rx={5} />
      <text className="tile-label" x={hour / 2} y={21}>
        {time}
      </text>
      <text className="tile-value" x={hour / 2} y={42}>
        {tileText(value)}
      </text>
    </g>
  );
}

const tableOf = (day: BeforeDay, unit: string, name: string) => ({
  caption: `${name}: where 24 fixed hours put each value, and where it belongs`,
  columns: ['Naive hour', 'Naive value', 'Real local time', 'Real value'],
  rows: day.tiles.map(({ naive, real }) => [
    minuteText(naive.minute),
    naive.isShown ? energyText(naive.value, unit) : 'added to the hour before',
    real ? `${clockText(real.local)} ${offsetText(real.offset)}` : 'never happened',
    real ? energyText(real.value, unit) : 'none',
  ]),
});

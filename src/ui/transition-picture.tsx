import { numberText, tileText } from '../domain/number-text';
import { clockText, offsetText } from '../charts/time-text';
import type { Box, TransitionGeometry } from '../charts/transition-geometry';
import type { HourCell, SlotCell } from '../charts/transition-layout';

interface TransitionPictureProps {
  geometry: TransitionGeometry;
  /** The larger of the day's two offsets: summer time, drawn in the warm colour. */
  laterOffset: number;
}

/** Pixels that a tile needs for a label such as `03:00`. */
const FULL_LABEL = 38;
const SHORT_LABEL = 22;

/** Two strips and the ribbons between them: the array as it lies in the file, and the hours that were real. */
export function TransitionPicture({ geometry, laterOffset }: TransitionPictureProps) {
  const { slots, hours, links, offsets, width, height } = geometry;
  const tone = (offset: number | null) =>
    offset === null ? 'none' : offset === laterOffset ? 'later' : 'earlier';
  return (
    <svg className={`transition is-${geometry.direction}`} width={width} height={height} aria-hidden="true">
      {links.map(({ link, path }) => (
        <path
          key={`${link.slot}/${link.toStart}`}
          className={`ribbon is-${link.kind} tone-${tone(link.offset)}`}
          d={path}
        />
      ))}
      {links.map(
        ({ link, tip }) => tip && <NothingMark key={link.slot} x={tip.x} y={tip.y} kind={link.kind} />,
      )}
      {slots.map(({ cell, box }) => (
        <SlotTile key={cell.slot} cell={cell} box={box} geometry={geometry} />
      ))}
      {hours.map(({ cell, box }) => (
        <HourTile key={cell.utc} cell={cell} box={box} geometry={geometry} tone={tone(cell.offset)} />
      ))}
      {offsets.map(({ offset, box }) => (
        <rect key={box.x + box.y} className={`offset-bar tone-${tone(offset)}`} {...box} rx={2.5} />
      ))}
      <NothingLabel geometry={geometry} />
    </svg>
  );
}

interface TileProps<C> {
  cell: C;
  box: Box;
  geometry: TransitionGeometry;
}

function SlotTile({ cell, box, geometry }: TileProps<SlotCell>) {
  return (
    <g className={`tile slot-tile is-${cell.role}`}>
      <title>{`Slot ${cell.slot}: ${cell.value === null ? 'null' : numberText(cell.value)}`}</title>
      <rect {...box} rx={Math.min(5, box.width / 4, box.height / 4)} />
      <TileText
        box={box}
        direction={geometry.direction}
        length={geometry.slotLength}
        label={geometry.direction === 'down' ? `slot ${cell.slot}` : String(cell.slot)}
        shortLabel={String(cell.slot)}
        value={tileText(cell.value)}
      />
    </g>
  );
}

function HourTile({ cell, box, geometry, tone }: TileProps<HourCell> & { tone: string }) {
  const known = cell.energy !== null;
  const time = clockText(cell.local);
  const down = geometry.direction === 'down';
  return (
    <g className={`tile hour-tile tone-${tone} is-${cell.quality}${cell.repeated ? ' is-repeated' : ''}`}>
      <title>
        {`${time} ${offsetText(cell.offset)}, ${clockText(cell.utc)} UTC: ${known ? numberText(cell.energy) : 'missing'} (${cell.quality})`}
      </title>
      <rect {...box} rx={Math.min(5, box.width / 4, box.height / 4)} />
      {!known && <rect className="tile-hatch" {...box} fill="url(#hatch-missing)" />}
      <TileText
        box={box}
        direction={geometry.direction}
        length={geometry.hourLength}
        label={down ? `${time} ${offsetText(cell.offset)}` : time}
        shortLabel={down ? time : time.slice(0, 2)}
        value={tileText(cell.energy)}
      />
    </g>
  );
}

interface TileTextProps {
  box: Box;
  direction: TransitionGeometry['direction'];
  length: number;
  label: string;
  shortLabel: string;
  value: string;
}

/** Label and value: under each other when the strip lies across, beside each other when it runs down. */
function TileText({ box, direction, length, label, shortLabel, value }: TileTextProps) {
  if (direction === 'down') {
    if (length < 14) return null;
    const y = box.y + box.height / 2;
    const text = box.width < 118 && label.length > 8 ? shortLabel : label;
    return (
      <>
        <text className="tile-label" x={box.x + 7} y={y} textAnchor="start" dominantBaseline="central">
          {text}
        </text>
        <text
          className="tile-value"
          x={box.x + box.width - 7}
          y={y}
          textAnchor="end"
          dominantBaseline="central"
        >
          {value}
        </text>
      </>
    );
  }
  if (length < SHORT_LABEL) return null;
  const x = box.x + box.width / 2;
  const fits = value.length * 7 < length;
  return (
    <>
      <text className="tile-label" x={x} y={box.y + 16} textAnchor="middle">
        {length < FULL_LABEL ? shortLabel : label}
      </text>
      {fits && (
        <text className="tile-value" x={x} y={box.y + 35} textAnchor="middle">
          {value}
        </text>
      )}
    </>
  );
}

/** Where a slot ends in nothing: an open ring, or a filled one when a value was set aside. */
function NothingMark({ x, y, kind }: { x: number; y: number; kind: string }) {
  return (
    <g className={`nothing-mark is-${kind}`} transform={`translate(${x} ${y})`}>
      <circle r={6} />
      <path d="M-3.2 3.2 3.2-3.2" />
    </g>
  );
}

function NothingLabel({ geometry }: { geometry: TransitionGeometry }) {
  const ends = geometry.links.filter(({ tip }) => tip);
  const last = ends.at(-1);
  if (!last?.tip) return null;
  const aside = ends.some(({ link }) => link.kind === 'set_aside');
  const { x, y } = last.tip;
  const text = aside ? 'set aside: this time never happened' : 'this time never happened';
  if (geometry.direction === 'down') return null;
  const left = x > geometry.width * 0.7;
  return (
    <text
      className={`nothing-label${aside ? ' is-set_aside' : ''}`}
      x={left ? x - 14 : x + 14}
      y={y + 4}
      textAnchor={left ? 'end' : 'start'}
    >
      {text}
    </text>
  );
}

import { memo } from 'react';
import type { CSSProperties, MouseEvent } from 'react';
import {
  countText,
  isUnitKnown,
  numberText,
  percentText,
  powerUnitText,
  shortText,
  unitText,
} from '../../domain/number-text';
import { channelText, fuelText } from '../../charts/series-text';
import type { SeriesRow } from '../../queries/rows/series';
import { Icon } from '../icon';
import { findingSentence } from '../ledger-text';
import { CourseLine } from './course-line';
import type { MeterLine } from './meter-line';

interface MeterRowProps {
  id: string;
  line: MeterLine;
  /** Counted from 1, the heading included. */
  rowIndex: number;
  top: number;
  height: number;
  selected: boolean;
  active: boolean;
  isComing: boolean;
  onOpen: (series: SeriesRow) => void;
  /** A press on the box, or on the row itself; `box` tells them apart. */
  onPress: (key: string, event: MouseEvent, box: boolean) => void;
}

/** One series: a row of the table, or a card on a phone. */
export const MeterRow = memo(function MeterRow(props: MeterRowProps) {
  const { id, line, rowIndex, top, height, selected, active, onOpen, onPress } = props;
  const { series } = line;
  const name = shortText(series.ext_dev_ref, 60);
  const style: CSSProperties = { transform: `translateY(${top}px)`, height };
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={selected}
      className={active ? 'meter-row is-active' : 'meter-row'}
      style={style}
      onClick={(event) => onPress(line.key, event, false)}
    >
      <span role="gridcell" className="cell-box">
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`Select ${name}, ${fuelText(series.fuel)} ${channelText(series.channel)}`}
          checked={selected}
          onChange={() => undefined}
          onClick={(event) => {
            event.stopPropagation();
            onPress(line.key, event, true);
          }}
        />
      </span>
      <span role="rowheader" className="cell-meter">
        <button
          type="button"
          tabIndex={-1}
          className="meter-open clip"
          title={`Open ${name} in Explore`}
          onClick={(event) => {
            event.stopPropagation();
            onOpen(series);
          }}
        >
          {name}
        </button>
      </span>
      <span role="gridcell" className="cell-client clip" title={shortText(series.client_id, 200)}>
        {shortText(series.client_id, 40)}
      </span>
      <span role="gridcell" className="cell-fuel clip">
        {fuelText(series.fuel)}
      </span>
      <span role="gridcell" className="cell-channel clip">
        {channelText(series.channel)}
      </span>
      <FigureCells {...props} />
    </div>
  );
});

function FigureCells({ line, isComing }: MeterRowProps) {
  const { series, figures } = line;
  const wait = figures ? null : '…';
  const rateUnit = isUnitKnown(series.unit) ? powerUnitText(series.unit) : 'per hour';
  const energyUnit = isUnitKnown(series.unit) ? unitText(series.unit) : '';
  const base = line.base_load_per_hour === null && isComing ? '…' : numberText(line.base_load_per_hour);
  return (
    <>
      <Amount name="Total" text={wait ?? numberText(figures?.total_energy ?? null)} unit={energyUnit} />
      <span role="gridcell" className="cell-number cell-complete" data-name="Complete">
        {wait ?? <Completeness share={line.completeness} />}
      </span>
      <FindingsCell line={line} />
      <Amount name="Base load" text={base} unit={rateUnit} />
      <Amount name="Peak" text={wait ?? numberText(figures?.peak_per_hour ?? null)} unit={rateUnit} />
      <span role="gridcell" className="cell-number" data-name="Load factor">
        {wait ?? percentText(line.load_factor)}
      </span>
      <span role="gridcell" className="cell-course">
        {figures && <CourseLine course={figures.course} unit={series.unit} />}
      </span>
    </>
  );
}

function Amount({ name, text, unit }: { name: string; text: string; unit: string }) {
  return (
    <span role="gridcell" className="cell-number" data-name={name}>
      {text} {unit && <span className="cell-unit">{unit}</span>}
    </span>
  );
}

function Completeness({ share }: { share: number | null }) {
  if (share === null) return <>–</>;
  return (
    <>
      <span className="complete-bar" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
      {percentText(share)}
    </>
  );
}

function FindingsCell({ line: { findings } }: { line: MeterLine }) {
  const worst = findings.some((row) => row.severity !== 'finding');
  const title = findings.map((row) => `${countText(row.count)} ${findingSentence(row)}`).join('\n');
  return (
    <span role="gridcell" className="cell-number cell-findings" data-name="Findings" title={title}>
      {findings.length ? (
        <span className={worst ? 'findings-badge is-worse' : 'findings-badge'}>
          <Icon name={worst ? 'warn' : 'clock'} />
          {countText(findings.length)}
        </span>
      ) : (
        <span className="meter-none">none</span>
      )}
    </span>
  );
}

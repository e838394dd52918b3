import { useVirtualizer, useWindowVirtualizer } from '@tanstack/react-virtual';
import type { Virtualizer } from '@tanstack/react-virtual';
import { useId, useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { SeriesRow } from '../../queries/rows/series';
import { METER_COLUMNS } from './meter-columns';
import { MeterHeading } from './meter-heading';
import type { MeterLine, MeterOrder } from './meter-line';
import { MeterRow } from './meter-row';
import type { Selection } from './selection';
import { useGridKeys } from './use-grid-keys';

const ROW_HEIGHT = 44;
const CARD_HEIGHT = 196;
const OVERSCAN = 8;

export interface MeterGridProps {
  lines: readonly MeterLine[];
  order: MeterOrder;
  onOrder: (order: MeterOrder) => void;
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onOpen: (series: SeriesRow) => void;
  /** Base loads are still coming in. */
  isComing: boolean;
}

/** The meter table on a desk: a scroll area of its own that draws only the rows in sight. */
export function MeterTable(props: MeterGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  // eslint-disable-next-line react-hooks/incompatible-library -- nothing here is compiled by the React Compiler
  const virtualizer = useVirtualizer<HTMLDivElement, Element>({
    count: props.lines.length,
    getScrollElement: () => grid.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollPaddingStart: ROW_HEIGHT,
    useFlushSync: false,
  });
  return (
    <Grid {...props} grid={grid} rowHeight={ROW_HEIGHT} virtualizer={virtualizer} start={0} isCards={false} />
  );
}

/** The same as cards on a phone, which scroll with the page. */
export function MeterCards(props: MeterGridProps) {
  const grid = useRef<HTMLDivElement>(null);
  const [start, setStart] = useState(0);
  useLayoutEffect(() => {
    const element = grid.current;
    if (element) setStart(element.getBoundingClientRect().top + window.scrollY);
  }, [props.lines.length]);
  const virtualizer = useWindowVirtualizer<Element>({
    count: props.lines.length,
    estimateSize: () => CARD_HEIGHT,
    overscan: 4,
    scrollMargin: start,
    useFlushSync: false,
  });
  return (
    <Grid {...props} grid={grid} rowHeight={CARD_HEIGHT} virtualizer={virtualizer} start={start} isCards />
  );
}

interface GridProps<S extends Element | Window> extends MeterGridProps {
  grid: RefObject<HTMLDivElement | null>;
  rowHeight: number;
  virtualizer: Virtualizer<S, Element>;
  /** Where the list begins in what scrolls. */
  start: number;
  isCards: boolean;
}

function Grid<S extends Element | Window>(props: GridProps<S>) {
  const { lines, order, onOrder, selection, grid, rowHeight, virtualizer, start, isCards } = props;
  const id = useId();
  const { active, onKeyDown, onPress } = useGridKeys({
    ...props,
    pageRows: Math.max(1, Math.floor((virtualizer.scrollRect?.height ?? 600) / rowHeight) - 1),
    onReach: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
  });
  const items = virtualizer.getVirtualItems();
  const isInSight = items.some(({ index }) => index === active);
  return (
    <div
      ref={grid}
      role="grid"
      aria-label="Meters"
      aria-multiselectable="true"
      aria-rowcount={lines.length + 1}
      aria-colcount={METER_COLUMNS.length}
      aria-activedescendant={isInSight ? `${id}-${active}` : undefined}
      tabIndex={0}
      className={isCards ? 'meter-grid is-cards' : 'meter-grid'}
      onKeyDown={onKeyDown}
    >
      <MeterHeading order={order} onOrder={isCards ? null : onOrder} />
      <div role="rowgroup" className="meter-rows" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, start: top }) => {
          const line = lines[index];
          if (!line) return null;
          return (
            <MeterRow
              key={line.key}
              id={`${id}-${index}`}
              line={line}
              rowIndex={index + 2}
              top={top - start}
              height={rowHeight}
              selected={selection.has(line.key)}
              active={index === active}
              isComing={props.isComing}
              onOpen={props.onOpen}
              onPress={onPress}
            />
          );
        })}
      </div>
    </div>
  );
}

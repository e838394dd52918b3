import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import type { SeriesRow } from '../../queries/rows/series';
import type { MeterLine } from './meter-line';
import { toggled, withAll, withRange } from './selection';
import type { Selection } from './selection';

interface GridKeys {
  grid: RefObject<HTMLDivElement | null>;
  lines: readonly MeterLine[];
  selection: Selection;
  onSelect: (selection: Selection) => void;
  onOpen: (series: SeriesRow) => void;
  pageRows: number;
  /** Brings a row into sight. */
  onReach: (index: number) => void;
}

/**
 * The keyboard and the pointer in the meter table. The table has the focus and names its active row:
 * arrows, Page Up, Page Down, Home and End move, Shift takes rows in on the way, Space selects,
 * Ctrl+A selects all that is shown, Enter opens.
 */
export function useGridKeys(keys: GridKeys) {
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const anchor = useRef<string | null>(null);
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  const active = keys.lines.findIndex((line) => line.key === activeKey);

  const onKeyDown = (event: KeyboardEvent) => {
    if (isControl(event)) return;
    const { lines, selection, onSelect, onOpen, onReach, pageRows } = keys;
    const line = lines[active];
    const target = targetOf(event.key, active, lines.length, pageRows);
    if (target !== null && lines[target]) {
      event.preventDefault();
      const to = lines[target];
      if (event.shiftKey) {
        anchor.current ??= line?.key ?? to.key;
        onSelect(withRange(selection, lines, anchor.current, to.key));
      } else anchor.current = to.key;
      setActiveKey(to.key);
      onReach(target);
    } else if (event.key === ' ' && line) {
      event.preventDefault();
      anchor.current = line.key;
      onSelect(toggled(selection, line.key));
    } else if (event.key === 'Enter' && line) {
      event.preventDefault();
      onOpen(line.series);
    } else if (event.key === 'a' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onSelect(withAll(selection, lines));
    }
  };

  const onPress = useCallback((key: string, event: MouseEvent, box: boolean) => {
    const { grid, lines, selection, onSelect } = latest.current;
    if (event.shiftKey) onSelect(withRange(selection, lines, anchor.current, key));
    else {
      anchor.current = key;
      if (box || event.ctrlKey || event.metaKey) onSelect(toggled(selection, key));
    }
    setActiveKey(key);
    grid.current?.focus({ preventScroll: true });
  }, []);

  return { active, onKeyDown, onPress };
}

/** A button of the heading or of a row answers its own keys. */
const isControl = (event: KeyboardEvent): boolean =>
  (event.target as Element).closest('[role="columnheader"], button') !== null;

/** The row that a key leads to, null for other keys. */
function targetOf(key: string, active: number, rows: number, pageRows: number): number | null {
  const within = (index: number) => Math.min(rows - 1, Math.max(0, index));
  switch (key) {
    case 'ArrowDown':
      return within(active + 1);
    case 'ArrowUp':
      return within(active - 1);
    case 'PageDown':
      return within(active + pageRows);
    case 'PageUp':
      return within(active - pageRows);
    case 'Home':
      return within(0);
    case 'End':
      return within(rows - 1);
    default:
      return null;
  }
}

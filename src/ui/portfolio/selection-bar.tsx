import { countOf, countText } from '../../domain/number-text';
import type { MeterLine } from './meter-line';
import type { Selection } from './selection';

interface SelectionBarProps {
  lines: readonly MeterLine[];
  selection: Selection;
  /** How many lines the search and the filters let through. */
  shown: number;
  onSelectShown: () => void;
  onClear: () => void;
}

/** How many are selected, also of those that the filters hide now, and what can be done with them. */
export function SelectionBar({ lines, selection, shown, onSelectShown, onClear }: SelectionBarProps) {
  const selected = lines.filter((line) => selection.has(line.key));
  return (
    <div className="selection-bar" role="group" aria-label="Selection">
      <span aria-live="polite">
        {selected.length
          ? `${countText(selected.length)} of ${countOf(lines.length, 'series', 'series')} selected`
          : 'Nothing selected'}
      </span>
      <button type="button" className="button button-small" onClick={onSelectShown}>
        Select {shown === lines.length ? 'all' : `these ${countText(shown)}`}
      </button>
      {selected.length > 0 && (
        <button type="button" className="button button-small" onClick={onClear}>
          Clear
        </button>
      )}
    </div>
  );
}

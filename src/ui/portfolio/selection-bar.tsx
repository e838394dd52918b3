import { countOf, countText } from '../../domain/number-text';
import { askForExport } from '../export/export-request';
import { viewStore } from '../views/view-history';
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
      {selected.length > 0 && <CompareButton selected={selected} />}
      {selected.length > 0 && (
        <button
          type="button"
          className="button button-small"
          aria-haspopup="dialog"
          onClick={() => askForExport('selected')}
        >
          Export these {countText(selected.length)}
        </button>
      )}
      {selected.length > 0 && (
        <button type="button" className="button button-small" onClick={onClear}>
          Clear
        </button>
      )}
    </div>
  );
}

/** Two series laid over each other in Explore; with any other number it says what it needs. */
function CompareButton({ selected }: { selected: readonly MeterLine[] }) {
  const [first, second] = selected;
  const isPair = selected.length === 2;
  const compare = () => {
    if (!isPair || !first || !second) return;
    const parameters = { from: null, to: null, year: null, shift: null, meter: first.key, with: second.key };
    viewStore.change({ view: 'explore', parameters }, 'push');
    window.scrollTo({ top: 0 });
  };
  return (
    <button
      type="button"
      className="button button-small"
      aria-disabled={!isPair}
      title={isPair ? 'Lay the two over each other in Explore' : 'Select exactly two series to compare them'}
      onClick={compare}
    >
      {isPair ? 'Compare the two' : 'Compare (select two)'}
    </button>
  );
}

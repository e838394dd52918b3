import type { ReactNode } from 'react';
import { windowText } from '../../charts/timeline-window';
import type { TimeWindow } from '../../charts/timeline-window';
import { Icon } from '../icon';
import { HolidayChoice } from './holiday-choice';
import type { Holidays } from './use-holidays';

interface ExploreBarProps {
  window: TimeWindow | null;
  onClear: () => void;
  marksShown: boolean;
  onMarks: (shown: boolean) => void;
  holidays: Holidays;
  /** The control that starts a comparison. */
  children: ReactNode;
}

/** What holds for all pictures below: the selected part, the comparison, annotations and holidays. */
export function ExploreBar({ window, onClear, marksShown, onMarks, holidays, children }: ExploreBarProps) {
  return (
    <div className="explore-bar" role="group" aria-label="What the pictures show">
      {window ? (
        <button type="button" className="filter-chip" onClick={onClear}>
          <span>
            Filtered to <strong>{windowText(window)}</strong>
          </span>
          <Icon name="close" />
          <span className="visually-hidden">Show the whole period</span>
        </button>
      ) : (
        <span className="explore-hint">Whole period. Drag over a picture to look at a part of it.</span>
      )}
      <span className="explore-tools">
        {children}
        <button
          type="button"
          className="button button-small"
          aria-pressed={marksShown}
          onClick={() => onMarks(!marksShown)}
        >
          <Icon name={marksShown ? 'check' : 'minus'} />
          Annotations
        </button>
        <HolidayChoice holidays={holidays} />
      </span>
    </div>
  );
}

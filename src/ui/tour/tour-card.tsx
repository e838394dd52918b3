import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Icon } from '../icon';
import { PlatformLink } from '../platform/platform-link';
import { TOUR_STEPS } from './tour-steps';
import type { TourStep } from './tour-steps';
import { useAnchor } from './use-anchor';

/**
 * A card that goes from one part of the page to the next. The page behind it can be used all the
 * while. Escape ends it, the arrows go back and on; each step is announced.
 */
export function TourCard({ onEnd }: { onEnd: () => void }) {
  const [at, setAt] = useState(0);
  const step = TOUR_STEPS[at]!;
  const last = TOUR_STEPS.length - 1;
  const card = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useAnchor(card, step.target);
  useEffect(() => card.current?.focus({ preventScroll: true }), []);

  const go = (to: number) => setAt(Math.min(last, Math.max(0, to)));
  const end = () => {
    readOnAt(step);
    onEnd();
  };
  useEscapeOutside(end);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') end();
    else if (event.key === 'ArrowRight') go(at + 1);
    else if (event.key === 'ArrowLeft') go(at - 1);
    else return;
    event.preventDefault();
  };

  return (
    <div
      className="tour"
      ref={card}
      role="dialog"
      aria-modal="false"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <button
        type="button"
        className="button button-quiet button-icon button-small tour-close"
        aria-label="End the tour"
        onClick={end}
      >
        <Icon name="close" />
      </button>
      <StepText at={at} titleId={titleId} />
      <div className="tour-actions">
        <button
          type="button"
          className="button button-small"
          aria-disabled={at === 0}
          onClick={() => go(at - 1)}
        >
          Back
        </button>
        <button
          type="button"
          className="button button-small button-primary"
          onClick={at === last ? end : () => go(at + 1)}
        >
          {at === last ? 'Done' : 'Next'}
        </button>
      </div>
    </div>
  );
}

/** Escape while nothing has the focus, as after a click beside everything. */
function useEscapeOutside(end: () => void): void {
  useEffect(() => {
    const onEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape' && document.activeElement === document.body) end();
    };
    window.addEventListener('keydown', onEscape);
    return () => window.removeEventListener('keydown', onEscape);
  });
}

interface StepTextProps {
  at: number;
  titleId: string;
}

function StepText({ at, titleId }: StepTextProps) {
  const step = TOUR_STEPS[at]!;
  const last = TOUR_STEPS.length - 1;
  return (
    <div className="tour-text" aria-live="polite">
      <p className="tour-count">
        Step {at + 1} of {last + 1}
      </p>
      <h2 className="tour-title" id={titleId}>
        {step.title}
      </h2>
      <p>{step.text}</p>
      {at === last && (
        <p>
          This is the first working slice of a larger plan:{' '}
          <PlatformLink>the data platform design</PlatformLink>.
        </p>
      )}
    </div>
  );
}

/** Leaves the keyboard at the part that was spoken of last. */
function readOnAt(step: TourStep): void {
  const target = document.querySelector<HTMLElement>(step.target);
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
}

import { useEffect } from 'react';
import type { RefObject } from 'react';

const GAP = 14;
const EDGE = 16;

/**
 * Scrolls to the part of the page that `selector` names, marks it, and keeps the card near it:
 * below it where there is room, else above it, else over its lower corner.
 */
export function useAnchor(card: RefObject<HTMLElement | null>, selector: string): void {
  useEffect(() => {
    const element = card.current;
    const target = document.querySelector(selector);
    if (!element || !target) return undefined;
    target.setAttribute('data-tour-target', '');
    target.scrollIntoView({ block: 'start', behavior: prefersStillness() ? 'instant' : 'smooth' });
    const place = () => placeCard(element, target.getBoundingClientRect());
    place();
    const observer = new ResizeObserver(place);
    observer.observe(target);
    observer.observe(element);
    window.addEventListener('scroll', place, { passive: true });
    window.addEventListener('resize', place);
    return () => {
      target.removeAttribute('data-tour-target');
      observer.disconnect();
      window.removeEventListener('scroll', place);
      window.removeEventListener('resize', place);
    };
  }, [card, selector]);
}

const prefersStillness = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches;

/** Says in two custom properties where the card goes; a phone's style sheet puts it at the bottom instead. */
function placeCard(card: HTMLElement, target: DOMRect): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { offsetWidth: width, offsetHeight: height } = card;
  const lowest = clientHeight - height - EDGE;
  const below = target.bottom + GAP;
  const above = target.top - GAP - height;
  const isOver = below > lowest && above < EDGE;
  const y = below <= lowest ? below : isOver ? lowest : above;
  const x = isOver ? target.right - width - EDGE : target.left;
  const within = (value: number, most: number) => Math.round(Math.max(EDGE, Math.min(value, most)));
  card.style.setProperty('--tour-x', `${within(x, clientWidth - width - EDGE)}px`);
  card.style.setProperty('--tour-y', `${within(y, lowest)}px`);
}

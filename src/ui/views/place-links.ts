import { platformAddress } from '../platform/platform-address';
import { viewStateOf } from './view-address';

const STILL = '(prefers-reduced-motion: reduce)';

/**
 * Lets a link to a place in the page go there without touching the address, which says what is
 * shown. The place takes the focus, so that the keyboard goes on from it. Returns what ends it.
 */
export function followPlaceLinks(): () => void {
  const onClick = (event: MouseEvent) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#"]');
    const hash = link?.getAttribute('href') ?? '#';
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (viewStateOf(hash) || platformAddress(hash)) return;
    const place = document.getElementById(hash.slice(1));
    if (!place) return;
    event.preventDefault();
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
    place.scrollIntoView({
      block: 'start',
      behavior: window.matchMedia(STILL).matches ? 'instant' : 'smooth',
    });
  };
  document.addEventListener('click', onClick);
  return () => document.removeEventListener('click', onClick);
}

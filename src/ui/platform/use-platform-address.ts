import { useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { platformAddress } from './platform-address';
import type { PlatformAddress } from './platform-address';
import { viewStore } from '../views/view-history';

/** Where the page is while the platform design is not shown, so that leaving it leads back there. */
const before: { scrollY: number; focus: Element | null } = { scrollY: 0, focus: null };

const currentHash = (): string => window.location.hash;

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The part of the platform design that the URL hash names, null while the page itself is shown. */
export function usePlatformAddress(): PlatformAddress | null {
  const hash = useSyncExternalStore(subscribe, currentHash);
  return useMemo(() => platformAddress(hash), [hash]);
}

/**
 * The part of the platform design to show instead of the page, null for none. Leaving puts scroll
 * position and focus back to where they were; it is left by itself when a file begins to open,
 * because whoever opens a file wants to see it.
 */
export function useReading(opening: boolean): PlatformAddress | null {
  const address = usePlatformAddress();
  const reading = address !== null;
  const wasReading = useRef(reading);
  useEffect(() => {
    // The address changes before the page does, and a page that has just become shorter scrolls by itself.
    const keep = () => {
      if (!platformAddress(window.location.hash)) before.scrollY = window.scrollY;
    };
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, []);
  useLayoutEffect(() => {
    if (!wasReading.current && reading) before.focus = document.activeElement;
    if (wasReading.current && !reading) {
      const { focus, scrollY } = before;
      if (focus instanceof HTMLElement) focus.focus({ preventScroll: true });
      window.scrollTo(0, scrollY);
    }
    wasReading.current = reading;
  }, [reading]);
  useEffect(() => {
    if (opening && platformAddress(window.location.hash)) window.location.hash = viewStore.address();
  }, [opening]);
  return address;
}

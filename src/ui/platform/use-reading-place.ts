import { useEffect, useRef } from 'react';
import type { MouseEvent, RefObject } from 'react';
import { headingId } from './page-body';
import { hashOf } from './platform-address';
import type { PlatformAddress } from './platform-address';

/** Milliseconds to wait for pictures before a section is scrolled to: what stands above it must have its height. */
const LONGEST_PICTURE_WAIT = 1500;

/**
 * Keeps the reader's place. A link moves the focus to the heading it names and shows it;
 * the browser's back and forward find the page as it was left.
 * Give the returned handler to the element around everything that has links.
 */
export function useReadingPlace(
  address: PlatformAddress,
  article: RefObject<HTMLElement | null>,
): (event: MouseEvent) => void {
  const hash = hashOf(address);
  const places = useRef(new Map<string, number>());
  const followed = useRef(true);

  useEffect(() => {
    const keep = () => places.current.set(hash, window.scrollY);
    window.addEventListener('scroll', keep, { passive: true });
    return () => window.removeEventListener('scroll', keep);
  }, [hash]);

  useEffect(() => {
    const place = followed.current ? undefined : places.current.get(hash);
    followed.current = false;
    return show(address, article.current, place);
  }, [address, hash, article]);

  return (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[href^="#platform"]');
    if (!link) return;
    followed.current = true;
    // The address does not change, so nothing else would answer the click.
    if (link.hash === window.location.hash) {
      followed.current = false;
      show(address, article.current, undefined);
    }
  };
}

/** Focuses the heading and scrolls: to `place` if there is one, else to the heading. Returns what calls it off. */
function show(
  { file, section }: PlatformAddress,
  article: HTMLElement | null,
  place: number | undefined,
): () => void {
  const heading =
    document.getElementById(headingId(file, section)) ?? document.getElementById(headingId(file, null));
  heading?.focus({ preventScroll: true });
  const scroll = () => {
    if (place !== undefined) window.scrollTo(0, place);
    else if (section === null) window.scrollTo(0, 0);
    else heading?.scrollIntoView({ block: 'start' });
  };
  scroll();
  let gone = false;
  const giveUp = () => {
    gone = true;
  };
  // Whoever scrolls meanwhile has chosen a place.
  window.addEventListener('wheel', giveUp, { once: true, passive: true });
  window.addEventListener('keydown', giveUp, { once: true });
  if (article && (section !== null || place !== undefined)) {
    void picturesIn(article).then(() => {
      if (!gone) scroll();
    });
  }
  return () => {
    gone = true;
    window.removeEventListener('wheel', giveUp);
    window.removeEventListener('keydown', giveUp);
  };
}

/** Settles once every picture below the element has its size, or will not get one. */
export async function picturesIn(element: HTMLElement): Promise<void> {
  const pictures = [...element.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined));
  const late = new Promise((resolve) => setTimeout(resolve, LONGEST_PICTURE_WAIT));
  await Promise.race([Promise.all(pictures), late]);
}

import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';

interface ScrollBoxProps {
  /** What is in it, for those who reach it with the keyboard. */
  label: string;
  className: string;
  children: ReactNode;
}

type Side = 'left' | 'right';

/**
 * A box that scrolls sideways by itself; a stop for the keyboard only while there is something to scroll.
 * `data-goes-on` names the sides on which more is hidden.
 */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  const [overflows, setOverflows] = useState(false);
  const [goesOn, setGoesOn] = useState<string>();
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = () => {
      setOverflows(element.scrollWidth > element.clientWidth);
      setGoesOn(sidesThatGoOn(element).join(' ') || undefined);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);
  const stop = overflows ? { tabIndex: 0, role: 'group', 'aria-label': label } : {};
  return (
    <div className={className} ref={ref} data-goes-on={goesOn} {...stop}>
      {children}
    </div>
  );
}

/** The sides on which there is more than is shown; a pixel is left to rounding. */
function sidesThatGoOn({ scrollLeft, scrollWidth, clientWidth }: HTMLElement): Side[] {
  const sides: Side[] = [];
  if (scrollLeft > 1) sides.push('left');
  if (scrollLeft + clientWidth < scrollWidth - 1) sides.push('right');
  return sides;
}

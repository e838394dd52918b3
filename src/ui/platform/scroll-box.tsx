import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';

interface ScrollBoxProps {
  /** What is in it, for those who reach it with the keyboard. */
  label: string;
  className: string;
  children: ReactNode;
}

/** A box that scrolls sideways by itself; a stop for the keyboard only while there is something to scroll. */
export function ScrollBox({ label, className, children }: ScrollBoxProps) {
  const [overflows, setOverflows] = useState(false);
  const ref = useCallback((element: HTMLElement | null) => {
    if (!element) return undefined;
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth);
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, []);
  const stop = overflows ? { tabIndex: 0, role: 'group', 'aria-label': label } : {};
  return (
    <div className={className} ref={ref} {...stop}>
      {children}
    </div>
  );
}

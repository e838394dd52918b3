import { useEffect, useState } from 'react';
import type { ComponentType, ReactNode } from 'react';

interface FetchedPartOptions {
  /** The first sentence when it does not arrive: what is not there. */
  missed: string;
  /** Stands over the page, for what would have opened above it. */
  isApart?: boolean;
}

/**
 * A part of the page that is fetched when it is first shown. Until it is here, and when it does not arrive, `meanwhile`
 * stands in its place; then a sentence and a way to try again stand below that.
 */
export function fetchedPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  { missed, isApart = false }: FetchedPartOptions,
): ComponentType<P & { meanwhile?: ReactNode }> {
  let kept: ComponentType<P> | null = null;
  return function FetchedPart({ meanwhile = null, ...props }) {
    const [Part, setPart] = useState(() => kept);
    const [attempt, setAttempt] = useState(1);
    const [failed, setFailed] = useState(0);
    useEffect(() => {
      if (kept) return undefined;
      let gone = false;
      load().then(
        (arrived) => {
          kept = arrived;
          if (!gone) setPart(() => arrived);
        },
        () => !gone && setFailed(attempt),
      );
      return () => {
        gone = true;
      };
    }, [attempt]);
    if (Part) return <Part {...(props as P)} />;
    return (
      <>
        {meanwhile}
        {failed === attempt && (
          <p className={isApart ? 'explore-refused is-apart' : 'explore-refused'} role="alert">
            <strong>{missed}</strong> The program for it did not arrive from where this page comes from. Check
            the connection; if Meterfold was updated meanwhile, reload the page and open the files again.{' '}
            <button type="button" className="button-link" onClick={() => setAttempt(attempt + 1)}>
              Try again
            </button>
          </p>
        )}
      </>
    );
  };
}

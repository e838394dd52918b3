import { useMemo } from 'react';
import { exampleDay } from '../charts/example-day';
import { transitionGeometry } from '../charts/transition-geometry';
import { TransitionPicture } from './transition-picture';
import { useWidth } from './use-width';

const LATER_OFFSET = 180;

/** The idea in one picture, for a page that has nothing to show yet. */
export function ExampleDay() {
  const [ref, width] = useWidth();
  const layout = useMemo(() => exampleDay(), []);
  const geometry = useMemo(() => (width > 0 ? transitionGeometry(layout, width) : null), [layout, width]);
  return (
    <figure className="example">
      <div ref={ref} className="example-picture">
        {geometry && <TransitionPicture geometry={geometry} laterOffset={LATER_OFFSET} />}
      </div>
      <figcaption className="card-note">
        For example, 30 October 2022 in Vilnius: the clocks went back, 03:00 came twice, and slot 3 of the
        file holds both hours. They come out as two, each with its own UTC time.
      </figcaption>
    </figure>
  );
}

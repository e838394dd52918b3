import { powerText } from '../../domain/number-text';

const WIDTH = 104;
const HEIGHT = 26;

interface CourseLineProps {
  course: readonly (number | null)[];
  unit: string;
}

/** A tiny time line: the mean load in equal parts of the portfolio's period, with a gap where nothing is known. */
export function CourseLine({ course, unit }: CourseLineProps) {
  const known = course.filter((rate) => rate !== null);
  if (!known.length) return <span className="meter-none">no value</span>;
  const low = Math.min(0, ...known);
  const high = Math.max(0, ...known);
  const label = `Load over the period, from ${powerText(Math.min(...known), unit)} to ${powerText(Math.max(...known), unit)}`;
  return (
    <svg
      className="course-line"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className="course-area" d={stepsOf(course, low, high)} />
    </svg>
  );
}

/** One closed outline for each stretch that is known, a step per part. */
function stepsOf(course: readonly (number | null)[], low: number, high: number): string {
  const step = WIDTH / course.length;
  const y = (rate: number) => ((HEIGHT - 1) * (1 - (rate - low) / (high - low || 1)) + 0.5).toFixed(1);
  const ground = y(0);
  let path = '';
  let open = false;
  for (const [part, rate] of [...course, null].entries()) {
    const x = (part * step).toFixed(1);
    if (rate !== null) {
      path += open
        ? `V${y(rate)}H${((part + 1) * step).toFixed(1)}`
        : `M${x} ${ground}V${y(rate)}H${((part + 1) * step).toFixed(1)}`;
      open = true;
    } else if (open) {
      path += `V${ground}Z`;
      open = false;
    }
  }
  return path;
}

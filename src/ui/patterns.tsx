/** The hatchings that pictures refer to by id; they take their colours from the theme. */
export function Patterns() {
  return (
    <svg className="definitions" aria-hidden="true" focusable="false">
      <defs>
        <pattern
          id="hatch-missing"
          width="5"
          height="5"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="hatch-missing-line" x1="0" y1="0" x2="0" y2="5" />
        </pattern>
        <pattern
          id="hatch-nowhere"
          width="4"
          height="4"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(-45)"
        >
          <line className="hatch-nowhere-line" x1="0" y1="0" x2="0" y2="4" />
        </pattern>
      </defs>
    </svg>
  );
}

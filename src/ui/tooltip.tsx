interface TooltipProps {
  title: string;
  lines: readonly string[];
  x: number;
  y: number;
  /** The width of the picture: past its middle the box stands to the left of x. */
  width: number;
}

const GAP = 12;

/** A reading beside the pointer; the same words go to assistive technology through the reader's value. */
export function Tooltip({ title, lines, x, y, width }: TooltipProps) {
  const place = x > width / 2 ? { right: `calc(100% - ${x - GAP}px)` } : { left: x + GAP };
  return (
    <div className="tooltip" aria-hidden="true" style={{ top: y, ...place }}>
      <strong>{title}</strong>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

interface YearChoiceProps {
  label: string;
  years: readonly number[];
  /** The one that is chosen, if any is. */
  year: number | null | undefined;
  onChoose: (year: number) => void;
}

/** Chooses one of several years; nothing where there is one only. */
export function YearChoice({ label, years, year, onChoose }: YearChoiceProps) {
  if (years.length < 2) return null;
  return (
    <div className="segments" role="group" aria-label={label}>
      {years.map((each) => (
        <button
          key={each}
          type="button"
          className="segment"
          aria-pressed={each === year}
          onClick={() => onChoose(each)}
        >
          {each}
        </button>
      ))}
    </div>
  );
}

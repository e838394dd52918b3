import type { SeriesRow } from '../../queries/rows/series';
import { useParameter } from '../views/use-view';
import { apartText, isSameKind } from './comparison';

/** How a picture of colours shows two sides: one under the other on one scale, or one less the other. */
export type CompareForm = 'beside' | 'difference';

/** The form that the address asks for, as far as these two sides allow it. */
export function useCompareForm(own: SeriesRow, other: SeriesRow): CompareForm {
  const [wanted] = useParameter('compare-as');
  return wanted === 'difference' && isSameKind(own, other) ? 'difference' : 'beside';
}

const FORMS = [
  { form: 'beside', label: 'Side by side' },
  { form: 'difference', label: 'Difference' },
] as const;

interface CompareFormChoiceProps {
  own: SeriesRow;
  other: SeriesRow;
  /** Names the picture, for people who hear the page. */
  of: string;
}

/** Switches all pictures of colours between both forms, or says why there is one form only. */
export function CompareFormChoice({ own, other, of }: CompareFormChoiceProps) {
  const [, setForm] = useParameter('compare-as');
  const form = useCompareForm(own, other);
  if (!isSameKind(own, other)) {
    return <p className="card-note">{apartText(own, other)}</p>;
  }
  return (
    <div className="segments" role="group" aria-label={`How the ${of} compares`}>
      {FORMS.map((each) => (
        <button
          key={each.form}
          type="button"
          className="segment"
          aria-pressed={form === each.form}
          onClick={() => setForm(each.form === 'beside' ? null : each.form)}
        >
          {each.label}
        </button>
      ))}
    </div>
  );
}

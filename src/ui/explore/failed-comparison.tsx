import { refusalText } from '../../domain/refusal-text';
import type { FailedOverlay } from './failed-overlays';

/** Says which pictures show nothing of the other side, why, and what to do; nothing while all do. */
export function FailedComparison({ failed }: { failed: readonly FailedOverlay[] }) {
  const codes = [...new Set(failed.map(({ error }) => error.code))];
  return codes.map((code) => {
    const those = failed.filter(({ error }) => error.code === code);
    const { title, sentence, nextStep } = refusalText(those[0]!.error);
    return (
      <p key={code} className="explore-refused" role="alert">
        <strong>Not compared: {those.flatMap(({ places }) => places).join(', ')}.</strong> {title}. {sentence}{' '}
        The meter’s own pictures stay. {nextStep}
        <br />
        Code <code>{code}</code>{' '}
        <button
          type="button"
          className="button-link"
          onClick={() => {
            for (const { retry } of those) retry();
          }}
        >
          Try again
        </button>
      </p>
    );
  });
}

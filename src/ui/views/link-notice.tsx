import type { ReactNode } from 'react';
import { countOf, shortText } from '../../domain/number-text';
import { readPolicyTexts } from '../../domain/policy-text';
import type { Dataset } from '../../session/session-state';
import { windowText } from '../../charts/timeline-window';
import { Icon } from '../icon';
import { meterOfKey } from '../meter-filter';
import { windowOf } from './period-parameter';
import { useShown } from './use-view';
import { viewStore } from './view-history';

/** Says what of a link cannot be shown, and what is shown instead. */
export function LinkNotice({ dataset, unknown }: { dataset: Dataset | null; unknown: string | null }) {
  const { parameters } = useShown();
  const { refused } = readPolicyTexts(parameters);
  // An unknown zone is refused by the session, which says more about it.
  const left = refused.filter((name) => name !== 'zone');
  const drop = () =>
    viewStore.change(
      { parameters: { meter: null, ...Object.fromEntries(left.map((name) => [name, null])) } },
      'replace',
    );
  if (dataset && unknown !== null) {
    const files = dataset.sources.length === 1 ? 'the open file' : 'the open files';
    return (
      <Notice onDismiss={drop}>
        The link names the meter <strong>{shortText(meterOfKey(unknown), 60)}</strong>, which is not in{' '}
        {files}. Open the file that the link was made with, or go on with the meter shown here.
      </Notice>
    );
  }
  if (!left.length) return null;
  return (
    <Notice onDismiss={drop}>
      The link holds {countOf(left.length, 'setting')} that Meterfold does not know ({left.join(', ')}); the
      usual one is used.
    </Notice>
  );
}

/** On the empty page: what the address will show once its file is open. */
export function WaitingLink() {
  const { parameters } = useShown();
  const { meter, zone } = parameters;
  const window = windowOf(parameters);
  const parts = [
    meter && `meter ${shortText(meterOfKey(meter), 60)}`,
    window && windowText(window),
    zone && `in ${shortText(zone, 40)}`,
  ].filter(Boolean);
  if (!parts.length) return null;
  return (
    <p className="waiting-link">
      <Icon name="link" />
      This link shows {parts.join(', ')}. It holds no data: open the same file to see it.
    </p>
  );
}

function Notice({ children, onDismiss }: { children: ReactNode; onDismiss: () => void }) {
  return (
    <div className="link-notice" aria-live="polite">
      <Icon name="link" />
      <p>{children}</p>
      <button type="button" className="button button-small" onClick={onDismiss}>
        All right
      </button>
    </div>
  );
}

import { useEffect, useRef } from 'react';
import { POLICY_NAMES } from '../domain/policy-text';
import type { Policies } from '../domain/policy';
import type { Session } from '../session/session';
import type { Dataset } from '../session/session-state';
import { isTyping } from './keys/use-shortcuts';
import { toasts } from './toasts/toast-store';

const WORDS: Partial<Record<keyof Policies, string>> = {
  zone: 'Time zone',
  convention: 'How clock changes are read',
  fileConventions: 'How clock changes are read',
  clockOffsetMinutes: 'How clock changes are read',
  fileClockOffsets: 'How clock changes are read',
  duplicates: 'Rule for contradicting rows',
  assumedFuel: 'Fuel',
  assumedChannel: 'Channel',
  assumedUnit: 'Unit',
};
const MOST_STEPS = 20;

/** Says what a change of policies changed, and takes it back: by the button, or by Ctrl or ⌘ with Z. */
export function usePolicyUndo(session: Session, dataset: Dataset | null): void {
  const before = useRef<Dataset | null>(null);
  const steps = useRef<Policies[]>([]);
  const undoing = useRef(false);

  useEffect(() => {
    const last = before.current;
    before.current = dataset;
    const changed = last && dataset && isSameData(last, dataset) ? changedNames(last, dataset) : [];
    if (!dataset || !last || !isSameData(last, dataset)) steps.current = [];
    if (!last || !changed.length) return;
    const wasUndone = undoing.current;
    undoing.current = false;
    if (wasUndone) {
      toasts.show({ text: `${changeText(changed, dataset!)}, as before` });
      return;
    }
    steps.current = [...steps.current.slice(1 - MOST_STEPS), last.policies];
    const undo = () => void takeBack(session, steps, undoing);
    toasts.show({ text: changeText(changed, dataset!), action: { label: 'Undo', run: undo } });
  }, [session, dataset]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (!isUndo || event.defaultPrevented || isTyping(event) || !steps.current.length) return;
      event.preventDefault();
      void takeBack(session, steps, undoing);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [session]);
}

async function takeBack(
  session: Session,
  steps: { current: Policies[] },
  undoing: { current: boolean },
): Promise<void> {
  const policies = steps.current.at(-1);
  if (!policies || session.getState().activity) return;
  steps.current = steps.current.slice(0, -1);
  undoing.current = true;
  await session.choosePolicies(policies);
  undoing.current = false;
}

const isSameData = (one: Dataset, other: Dataset): boolean =>
  one.sources.map((source) => source.sha256).join() === other.sources.map((source) => source.sha256).join();

const changedNames = (one: Dataset, other: Dataset): (keyof Policies)[] =>
  POLICY_NAMES.filter((name) => JSON.stringify(one.policies[name]) !== JSON.stringify(other.policies[name]));

function changeText(changed: readonly (keyof Policies)[], { policies }: Dataset): string {
  const words = new Set(changed.map((name) => WORDS[name] ?? 'Setting'));
  const [first] = changed;
  if (!first || words.size > 1) return `${changed.length} settings changed`;
  const value = first === 'zone' || first === 'assumedUnit' ? `: ${policies[first]}` : ' changed';
  return `${WORDS[first] ?? 'Setting'}${value}`;
}

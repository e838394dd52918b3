import { useEffect } from 'react';
import { POLICY_NAMES, policyTexts, readPolicyTexts } from '../../domain/policy-text';
import type { Policies } from '../../domain/policy';
import type { Session } from '../../session/session';
import { useShown } from './use-view';
import { viewStore } from './view-history';
import type { ViewParameters } from './view-address';

/**
 * Takes zone and policies over from a link, before a file is open and after, and writes those in
 * force back into the address. What a link does not say stays as it is.
 */
export function useLinkedPolicies(session: Session, policies: Policies | null): void {
  const { link } = useShown();
  useEffect(() => {
    const { parameters } = viewStore.get();
    const change = changeFrom(parameters);
    if (!Object.keys(change).length) {
      writePolicies(session);
      return;
    }
    void session.choosePolicies(change).then(() => writePolicies(session));
  }, [session, link]);
  useEffect(() => {
    if (policies) writePolicies(session);
  }, [session, policies]);
}

/** The policies that a link states. A zone is passed on unread: the session says what is wrong with it. */
function changeFrom(parameters: ViewParameters): Partial<Policies> {
  const { policies, refused } = readPolicyTexts(parameters);
  const stated = POLICY_NAMES.filter((name) => parameters[name] !== undefined && !refused.includes(name));
  const change: Partial<Policies> = Object.fromEntries(stated.map((name) => [name, policies[name]]));
  return parameters.zone === undefined ? change : { ...change, zone: parameters.zone };
}

/** The policies in force, once there is something they are in force for. */
function writePolicies(session: Session): void {
  const { dataset } = session.getState();
  if (!dataset) return;
  const texts = policyTexts(dataset.policies);
  const parameters = Object.fromEntries(POLICY_NAMES.map((name) => [name, texts[name] ?? null]));
  viewStore.change({ parameters }, 'replace');
}

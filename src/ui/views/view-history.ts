import { ViewStore } from './view-store';
import type { AddressBar } from './view-store';

const OURS = { meterfold: true };

const browserBar: AddressBar = {
  read: () => ({
    hash: window.location.hash,
    isOurs: Boolean((window.history.state as typeof OURS | null)?.meterfold),
  }),
  replace: (hash) => window.history.replaceState(OURS, '', hash || window.location.href),
  push: (hash) => window.history.pushState(OURS, '', hash),
};

/** What this page shows, kept in its address. */
export const viewStore = new ViewStore(browserBar);
// A change of the hash tells of itself by both events; the second finds nothing new.
window.addEventListener('popstate', viewStore.addressChanged);
window.addEventListener('hashchange', viewStore.addressChanged);
window.addEventListener('pagehide', () => viewStore.write());

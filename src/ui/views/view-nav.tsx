import { PlatformLink } from '../platform/platform-link';
import { usePlatformAddress } from '../platform/use-platform-address';
import { DATA_VIEWS } from './view-list';
import { useShown } from './use-view';
import { viewStore } from './view-history';

/** The views as links. With nothing open only the platform design has anything to show. */
export function ViewNav({ hasData }: { hasData: boolean }) {
  const { view } = useShown();
  const reading = usePlatformAddress() !== null;
  return (
    <nav className="view-nav" aria-label="Views">
      {hasData &&
        DATA_VIEWS.map(({ id, label }, index) => (
          <a
            key={id}
            className="view-link"
            aria-keyshortcuts={String(index + 1)}
            href={viewStore.address({ view: id, parameters: { report: null } })}
            aria-current={!reading && view === id ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      <PlatformLink className="view-link" shortcut="p">
        Platform
      </PlatformLink>
    </nav>
  );
}

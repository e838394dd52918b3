import type { SeriesRow } from '../queries/rows/series';
import type { Session } from '../session/session';
import type { SessionState } from '../session/session-state';
import { ExportDoor } from './export/export-door';
import { FileButton } from './file-button';
import { Icon } from './icon';
import { ShortcutSheet } from './keys/shortcut-sheet';
import { ShareMenu } from './share/share-menu';
import { SourcesMenu } from './sources-menu';
import { useTheme } from './use-theme';
import { ViewNav } from './views/view-nav';
import { ZonePicker } from './zone-picker';

interface HeaderProps {
  session: Session;
  state: SessionState;
  /** The series on show, null without any. */
  series: SeriesRow | null;
  onReport: () => void;
}

const ICON_ONLY = { iconOnly: true, className: 'button button-icon' } as const;

/** The bar on top: whose page it is, what is open, in which zone, and what can be done with it. */
export function Header({ session, state, series, onReport }: HeaderProps) {
  const { dataset, activity } = state;
  const busy = activity !== null;
  return (
    <header className={dataset ? 'header' : 'header is-empty'}>
      <div className="brand">
        <Mark />
        <span className="brand-name">Meterfold</span>
      </div>
      {dataset && (
        <>
          <SourcesMenu
            dataset={dataset}
            onClose={() => void session.reset()}
            onMap={(sourceId) => session.changeMapping(sourceId)}
          />
          <ZonePicker
            zone={dataset.policies.zone}
            disabled={busy}
            onChoose={(zone) => void session.choosePolicies({ zone })}
          />
        </>
      )}
      <ViewNav hasData={dataset !== null} />
      <div className="header-actions">
        {dataset && (
          <FileButton
            {...ICON_ONLY}
            label="Add files"
            icon="add"
            shortcut="a"
            onFiles={(files) => void session.open(files, 'add')}
          />
        )}
        <FileButton
          {...(dataset ? ICON_ONLY : {})}
          label="Open files"
          icon="open"
          shortcut="o"
          onFiles={(files) => void session.open(files, 'replace')}
        />
        {dataset && <ShareMenu dataset={dataset} series={series} onReport={onReport} />}
        {dataset && <ExportDoor session={session} dataset={dataset} series={series} busy={busy} />}
        <ShortcutSheet />
        <ThemeToggle />
      </div>
    </header>
  );
}

function ThemeToggle() {
  const [theme, toggle] = useTheme();
  const next = theme === 'dark' ? 'light' : 'dark';
  return (
    <button
      type="button"
      className="button button-quiet button-icon"
      aria-label={`Switch to the ${next} theme`}
      title={`Switch to the ${next} theme`}
      aria-keyshortcuts="t"
      onClick={toggle}
    >
      <Icon name={next === 'dark' ? 'moon' : 'sun'} />
    </button>
  );
}

/** One slot that unfolds into two hours: the product in a picture. */
function Mark() {
  return (
    <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect className="mark-slot" x="9" y="3" width="14" height="8" rx="2.5" />
      <path className="mark-earlier" d="M9 13h7c0 5-3 4-3 8H2c0-5 7-4 7-8z" />
      <path className="mark-later" d="M16 13h7c0 4 7 3 7 8H19c0-4-3-3-3-8z" />
      <rect className="mark-slot" x="2" y="23" width="11" height="6" rx="2.5" />
      <rect className="mark-slot" x="19" y="23" width="11" height="6" rx="2.5" />
    </svg>
  );
}

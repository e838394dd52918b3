import { useCallback, useState, useSyncExternalStore } from 'react';
import type { Session } from '../session/session';
import type { Dataset, SessionState } from '../session/session-state';
import { version } from '../../package.json';
import { ActivityPanel } from './activity-panel';
import { Choices } from './choices';
import { DrawingBoundary } from './drawing-boundary';
import { DropLayer } from './drop-layer';
import { EmptyState } from './empty-state';
import { Header } from './header';
import { Ledger } from './ledger';
import { MeterList } from './meter-list';
import { MeterPage } from './meter-page';
import { seriesKey } from './meter-filter';
import { Patterns } from './patterns';
import { PlatformDoor } from './platform/platform-door';
import { PlatformLink } from './platform/platform-link';
import { useReading } from './platform/use-platform-address';
import { Refusal } from './refusal';
import { SavedPanel } from './saved-panel';
import { StoryPanel } from './story-panel';
import { statusText, subjectText } from './status-text';
import { TourCard } from './tour/tour-card';
import { useTour } from './tour/use-tour';
import { useView } from './views/use-view';
import { ViewDoor } from './views/view-door';

/** What has been drawn: which run's data, which series, and how many pictures failed. */
interface Drawn {
  key: string;
  failed: number;
}

/** The page inside a boundary: whatever fails to draw, there is never a blank page. */
export function App({ session }: { session: Session }) {
  return (
    <DrawingBoundary height={320}>
      <Page session={session} />
    </DrawingBoundary>
  );
}

/** The page. Everything it shows comes from the session's state; everything it does is a verb of the session. */
function Page({ session }: { session: Session }) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const [selected, setSelected] = useState<string | null>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const { dataset } = state;
  const series = dataset?.series.find((row) => seriesKey(row) === selected) ?? dataset?.series[0];
  const viewKey = dataset ? `${dataset.version} ${series ? seriesKey(series) : 'none'}` : '';
  const onFiles = useCallback(
    (files: File[], mode: 'add' | 'replace') => void session.open(files, mode),
    [session],
  );
  const onDrawn = useCallback((failed: number) => setDrawn({ key: viewKey, failed }), [viewKey]);
  const isDrawn = dataset !== null && (series === undefined || drawn?.key === viewKey);
  const status = statusText(state, isDrawn, drawn?.failed ?? 0);
  const reading = useReading(state.activity?.kind === 'open');
  const tour = useTour(session, dataset, isDrawn);
  const view = useView();
  const elsewhere = !reading && dataset !== null && view !== 'explore';
  const busy = state.activity !== null;

  return (
    <div className="page">
      <Patterns />
      <Header session={session} state={state} />
      <main className={reading || elsewhere ? 'page-body is-reading' : 'page-body'}>
        <p className="status-line" role="status" aria-live="polite" title={status}>
          <span className="clip">{status}</span>
        </p>
        <Notices session={session} state={state} />
        {reading && <PlatformDoor address={reading} subject={dataset && subjectText(dataset)} />}
        {elsewhere && (
          <ViewDoor
            view={view}
            session={session}
            dataset={dataset}
            busy={busy}
            series={series ?? null}
            onOpenSeries={(row) => {
              setSelected(seriesKey(row));
              window.location.hash = 'explore';
            }}
          />
        )}
        {!dataset && !state.story && (
          <EmptyState session={session} engine={state.engine} busy={busy} onTour={tour.start} />
        )}
        {state.story && !dataset && <h1 className="visually-hidden">A file that Meterfold wrote</h1>}
        {state.story && <StoryPanel story={state.story} onDismiss={() => session.dismissStory()} />}
        {dataset && !series && <AllSetAside session={session} dataset={dataset} busy={busy} />}
        {dataset && series && (
          <div className={dataset.series.length > 1 ? 'with-meters' : ''}>
            {dataset.series.length > 1 && (
              <MeterList
                series={dataset.series}
                selected={series}
                onSelect={(row) => setSelected(seriesKey(row))}
              />
            )}
            <MeterPage
              key={seriesKey(series)}
              session={session}
              dataset={dataset}
              series={series}
              busy={busy}
              onDrawn={onDrawn}
            />
          </div>
        )}
        {tour.running && <TourCard onEnd={tour.stop} />}
      </main>
      <Footer />
      <DropLayer hasData={dataset !== null} onFiles={onFiles} />
    </div>
  );
}

/** The running job, a refusal, a finished export: in the flow while nothing is open, in the corner afterwards. */
function Notices({ session, state }: { session: Session; state: SessionState }) {
  const { activity, refusal, saved, wayOn, dataset } = state;
  return (
    <div className={dataset ? 'notices' : 'notices is-inline'}>
      {refusal && (
        <Refusal
          refusal={refusal}
          wayOn={wayOn}
          hasData={dataset !== null}
          onDismiss={() => session.dismissRefusal()}
        />
      )}
      {activity && <ActivityPanel activity={activity} onCancel={() => session.cancel()} />}
      {saved && <SavedPanel saved={saved} onDismiss={() => session.dismissSaved()} />}
    </div>
  );
}

/** Nothing to draw, but never without saying what became of it. */
function AllSetAside({ session, dataset, busy }: { session: Session; dataset: Dataset; busy: boolean }) {
  return (
    <div className="sections">
      <section className="card">
        <h1 className="card-title">No series can be shown</h1>
        <p className="card-note">
          {dataset.sources.length === 1 ? 'The file was' : 'The files were'} read, but every row was set
          aside. The ledger below says why.
        </p>
      </section>
      <Ledger dataset={dataset} />
      <Choices
        policies={dataset.policies}
        busy={busy}
        onChoose={(change) => void session.choosePolicies(change)}
      />
    </div>
  );
}

function Footer() {
  return (
    <footer className="footer">
      <span>Nothing leaves this machine: files are read, calculated and saved inside this browser tab.</span>
      <span className="footer-end">
        <PlatformLink>The data platform design</PlatformLink>
        <span>Meterfold {version}</span>
      </span>
    </footer>
  );
}

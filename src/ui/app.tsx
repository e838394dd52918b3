import { memo, useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import type { SeriesRow } from '../queries/rows/series';
import type { Session } from '../session/session';
import type { Dataset, SessionState } from '../session/session-state';
import { version } from '../../package.json';
import { ActivityPanel } from './activity-panel';
import { BusyContext } from './busy-context';
import { Choices } from './choices';
import { DrawingBoundary } from './drawing-boundary';
import { DropLayer } from './drop-layer';
import { EmptyState } from './empty-state';
import { Header } from './header';
import { Ledger } from './ledger';
import { MeterList } from './meter-list';
import { MeterPage } from './meter-page';
import { seriesKey } from './meter-filter';
import { useShortcuts } from './keys/use-shortcuts';
import { useNotedRecipe } from './recipes/recent-recipes';
import { ReportDoor } from './report/report-door';
import { usePolicyUndo } from './use-policy-undo';
import { OfflineNote } from './offline/offline-note';
import { Patterns } from './patterns';
import { PlatformDoor } from './platform/platform-door';
import { PlatformLink } from './platform/platform-link';
import { useReading } from './platform/use-platform-address';
import { Refusal } from './refusal';
import { QuestionDoor } from './question-door';
import { SavedPanel } from './saved-panel';
import { FigureSourceContext } from './share/figure-source';
import { useFigureSource } from './share/use-figure-source';
import { StoryPanel } from './story-panel';
import { statusText, subjectText } from './status-text';
import { ToastView } from './toasts/toast-view';
import { useNotice } from './toasts/use-notice';
import { TourCard } from './tour/tour-card';
import { useTour } from './tour/use-tour';
import { LinkNotice, WaitingLink } from './views/link-notice';
import { followPlaceLinks } from './views/place-links';
import { useLinkedPolicies } from './views/use-linked-policies';
import { useShownSeries } from './views/use-shown-series';
import { useShown } from './views/use-view';
import { viewStore } from './views/view-history';
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
  const shown = useShownPage(session);
  const { state, series, status } = shown;
  usePageHabits(session, state.dataset);
  useNotice(state.notice);
  const onFiles = useCallback(
    (files: File[], mode: 'add' | 'replace') => void session.open(files, mode),
    [session],
  );
  const isCovered = shown.reading !== null || shown.elsewhere || shown.reporting;
  return (
    <div className="page">
      <a className="skip-link" href="#content">
        Skip to the content
      </a>
      <Patterns />
      <Header session={session} state={state} series={series ?? null} onReport={openReport} />
      <main id="content" className={isCovered ? 'page-body is-reading' : 'page-body'}>
        <p className="status-line" role="status" aria-live="polite" title={status}>
          <span className="clip">{status}</span>
        </p>
        <Notices session={session} state={state} />
        <OtherViews session={session} shown={shown} />
        <LinkNotice dataset={state.dataset} unknown={shown.unknown} />
        <Opened session={session} shown={shown} />
        {shown.tour.running && <TourCard onEnd={shown.tour.stop} />}
      </main>
      <Footer hasEngine={state.engine.phase === 'ready'} />
      <ToastView />
      <QuestionDoor session={session} mapping={state.mapping} selection={state.selection} />
      <DropLayer hasData={state.dataset !== null} onFiles={onFiles} />
    </div>
  );
}

type ShownPage = ReturnType<typeof useShownPage>;

/** What the page shows: the session's state, the series and the view that the address names, and what is said of it. */
function useShownPage(session: Session) {
  const state = useSyncExternalStore(session.subscribe, session.getState);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const { dataset } = state;
  const { series, unknown, select } = useShownSeries(dataset);
  const viewKey = dataset ? `${dataset.version} ${series ? seriesKey(series) : 'none'}` : '';
  const onDrawn = useCallback((failed: number) => setDrawn({ key: viewKey, failed }), [viewKey]);
  const isDrawn = dataset !== null && (series === undefined || drawn?.key === viewKey);
  const reading = useReading(state.activity?.kind === 'open');
  const tour = useTour(session, dataset, isDrawn);
  const { view, parameters } = useShown();
  return {
    state,
    series,
    unknown,
    select,
    onDrawn,
    status: statusText(state, isDrawn, drawn?.failed ?? 0),
    reading,
    tour,
    view,
    reporting: !reading && dataset !== null && view === 'explore' && parameters.report === '1',
    elsewhere: !reading && dataset !== null && view !== 'explore',
    busy: state.activity !== null,
  };
}

interface ShownProps {
  session: Session;
  shown: ShownPage;
}

/** What stands in front of the meter: the platform design, a view of the data, the report. */
function OtherViews({ session, shown }: ShownProps) {
  const { reading, elsewhere, reporting, series, busy, view } = shown;
  const { dataset } = shown.state;
  return (
    <>
      {reading && <PlatformDoor address={reading} subject={dataset && subjectText(dataset)} />}
      {elsewhere && dataset && (
        <ViewDoor
          view={view}
          session={session}
          dataset={dataset}
          busy={busy}
          series={series ?? null}
          onOpenSeries={shown.select}
        />
      )}
      {reporting && dataset && series && (
        <ReportDoor session={session} dataset={dataset} series={series} onClose={closeReport} />
      )}
    </>
  );
}

/** The meter that is open, the story of an export, or the empty page. It stays mounted behind what is in front. */
function Opened({ session, shown }: ShownProps) {
  const { series, busy, tour } = shown;
  const { dataset, story, engine } = shown.state;
  return (
    <>
      {!dataset && !story && <WaitingLink />}
      {!dataset && !story && <EmptyState session={session} engine={engine} busy={busy} onTour={tour.start} />}
      {story && !dataset && <h1 className="visually-hidden">A file that Meterfold wrote</h1>}
      {story && <StoryPanel story={story} onDismiss={() => session.dismissStory()} />}
      {dataset && !series && <AllSetAside session={session} dataset={dataset} busy={busy} />}
      {dataset && series && (
        <BusyContext value={busy}>
          <Explore
            session={session}
            dataset={dataset}
            series={series}
            onSelect={shown.select}
            onDrawn={shown.onDrawn}
          />
        </BusyContext>
      )}
    </>
  );
}

const openReport = () => viewStore.change({ view: 'explore', parameters: { report: '1' } }, 'push');
const closeReport = () => viewStore.change({ parameters: { report: null } }, 'push');

/** What the page does by itself: obeys links and single keys, offers to undo, remembers settings. */
function usePageHabits(session: Session, dataset: Dataset | null): void {
  useLinkedPolicies(session, dataset?.policies ?? null);
  usePolicyUndo(session, dataset);
  useNotedRecipe(dataset?.policies ?? null);
  useShortcuts();
  useEffect(followPlaceLinks, []);
}

interface ExploreProps {
  session: Session;
  dataset: Dataset;
  series: SeriesRow;
  onSelect: (row: SeriesRow) => void;
  onDrawn: (failedPictures: number) => void;
}

/** One series, beside the list of all where there are several. Drawn anew when it changes, not with each step of a job. */
const Explore = memo(function Explore({ onSelect, ...page }: ExploreProps) {
  const { dataset, series } = page;
  const source = useFigureSource(dataset, series);
  const isAlone = dataset.series.length === 1;
  return (
    <div className={isAlone ? '' : 'with-meters'}>
      {!isAlone && <MeterList series={dataset.series} selected={series} onSelect={onSelect} />}
      <FigureSourceContext value={source}>
        <MeterPage key={seriesKey(series)} {...page} />
      </FigureSourceContext>
    </div>
  );
});

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

function Footer({ hasEngine }: { hasEngine: boolean }) {
  return (
    <footer className="footer">
      <span>Nothing leaves this machine: files are read, calculated and saved inside this browser tab.</span>
      <span className="footer-end">
        <PlatformLink>The data platform design</PlatformLink>
        <OfflineNote hasEngine={hasEngine} />
        <span>Meterfold {version}</span>
      </span>
    </footer>
  );
}

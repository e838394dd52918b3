import { useMemo } from 'react';
import type { SeriesRow } from '../../queries/rows/series';
import { Answer } from '../answer';
import { useMedia } from '../use-media';
import type { DataViewProps } from '../views/data-view';
import { MeterCards, MeterTable } from './meter-grid';
import { chooseLines, sortLines } from './meter-line';
import { MeterTools } from './meter-tools';
import { PortfolioCharts } from './portfolio-charts';
import { portfolioGroups } from './portfolio-groups';
import { PortfolioHead } from './portfolio-head';
import { NOTHING_SELECTED, withAll } from './selection';
import { SelectionBar } from './selection-bar';
import { select, useSelection } from './selection-store';
import { useMeterChoice } from './use-meter-choice';
import { useMeterLines } from './use-meter-lines';
import './portfolio.css';

const CARDS = '(max-width: 899px)';

/** Every series that is open: the portfolio in figures and pictures, and a table to find, compare and choose in. */
export function PortfolioView({ session, dataset, onOpenSeries }: DataViewProps) {
  const { lines, table, isComing } = useMeterLines(session, dataset);
  const { choice, setChoice, order, setOrder } = useMeterChoice();
  const selection = useSelection();
  const isCards = useMedia(CARDS);
  const groups = useMemo(() => portfolioGroups(dataset, lines), [dataset, lines]);
  const shown = useMemo(() => sortLines(chooseLines(lines, choice), order), [lines, choice, order]);
  const withFindings = useMemo(() => lines.filter((line) => line.findings.length > 0).length, [lines]);
  const Grid = isCards ? MeterCards : MeterTable;
  return (
    <div className="sections portfolio">
      <PortfolioHead dataset={dataset} lines={lines} groups={groups} />
      <PortfolioCharts session={session} dataset={dataset} groups={groups} />
      <section className="card meter-card" aria-label="Meter table">
        <h2 className="card-title">Meters</h2>
        <MeterTools
          series={dataset.series}
          choice={choice}
          onChoose={setChoice}
          shown={shown.length}
          withFindings={withFindings}
          order={order}
          onOrder={setOrder}
          isCards={isCards}
        />
        <SelectionBar
          lines={lines}
          selection={selection}
          shown={shown.length}
          onSelectShown={() => select(withAll(selection, shown))}
          onClear={() => select(NOTHING_SELECTED)}
        />
        {table.state === 'failed' && (
          <Answer question={table} height={60}>
            {() => null}
          </Answer>
        )}
        {shown.length === 0 ? (
          <p className="nothing-here">No series fits the search and the filters.</p>
        ) : (
          <Grid
            lines={shown}
            order={order}
            onOrder={setOrder}
            selection={selection}
            onSelect={select}
            onOpen={(series: SeriesRow) => onOpenSeries(series)}
            isComing={isComing}
          />
        )}
      </section>
    </div>
  );
}

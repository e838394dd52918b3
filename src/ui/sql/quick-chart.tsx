import { useMemo, useState } from 'react';
import { quickChart } from '../../charts/quick-chart';
import type { QuickForm } from '../../charts/quick-chart';
import { ChoiceField } from '../mapping/choice-field';
import { PlotFigure } from '../plot-figure';
import { bases, firstForm, measures, quickPoints, ROW_ORDER, undrawnText } from './quick-points';
import type { QuickTable } from './quick-points';

const HEIGHT = 320;
const FORMS: readonly (readonly [QuickForm, string])[] = [
  ['line', 'Line'],
  ['bars', 'Bars'],
  ['points', 'Points'],
];

interface QuickChartProps {
  table: QuickTable;
  rows: number;
  first: { x: number; y: number };
}

/** A result as a chart: one of its numbers over one of its columns. */
export function QuickChart({ table, rows, first }: QuickChartProps) {
  const [x, setX] = useState(first.x);
  const [y, setY] = useState(first.y);
  const [chosen, setForm] = useState<QuickForm | null>(null);
  const drawn = useMemo(() => quickPoints(table, rows, x, y), [table, rows, x, y]);
  const form = drawn.sharing > 0 ? 'points' : (chosen ?? firstForm(drawn));
  const nameOf = (column: number) => table.columns[column]?.name ?? 'Row number';
  const [xName, yName] = [nameOf(x), nameOf(y)];
  const spec = useMemo(
    () => quickChart({ points: drawn.points, axis: drawn.axis, form, xName, yName, height: HEIGHT }),
    [drawn, form, xName, yName],
  );
  const optionOf = (column: number) => [String(column), nameOf(column)] as const;
  const undrawn = undrawnText(drawn, rows);
  return (
    <section className="quick-chart" aria-label="Chart of the result">
      <div className="quick-choices">
        <ChoiceField
          label="Up the chart"
          value={String(y)}
          options={measures(table).map(optionOf)}
          onChange={(column) => setY(Number(column))}
        />
        <ChoiceField
          label="Along it"
          value={String(x)}
          options={[...bases(table), ROW_ORDER].map(optionOf)}
          onChange={(column) => setX(Number(column))}
        />
        <ChoiceField
          label="Drawn as"
          value={form}
          options={drawn.sharing > 0 ? FORMS.slice(2) : FORMS}
          onChange={setForm}
        />
      </div>
      {drawn.points.length > 0 ? (
        <>
          <h2 className="quick-title">
            {yName} by {xName}
          </h2>
          <PlotFigure spec={spec} label={`${yName} by ${xName}`} />
        </>
      ) : (
        <p className="nothing-here">None of these rows has a number in {yName}.</p>
      )}
      {undrawn && <p className="card-note">{undrawn}</p>}
    </section>
  );
}

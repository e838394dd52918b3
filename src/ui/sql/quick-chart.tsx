import { useMemo, useState } from 'react';
import { GROUP_COLOURS, quickChart } from '../../charts/quick-chart';
import type { QuickForm } from '../../charts/quick-chart';
import { ChoiceField } from '../mapping/choice-field';
import { PlotFigure } from '../plot-figure';
import {
  bases,
  firstForm,
  firstGrouping,
  groupings,
  measures,
  NO_GROUPS,
  quickPoints,
  ROW_ORDER,
  undrawnText,
} from './quick-points';
import type { QuickPoints, QuickTable } from './quick-points';

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

/** The forms that show every row: bars of several groups, and a line through rows at one place, would hide some. */
function formsOf({ sharing, groups }: QuickPoints): readonly (readonly [QuickForm, string])[] {
  if (sharing > 0) return FORMS.filter(([form]) => form === 'points');
  return groups.length > 0 ? FORMS.filter(([form]) => form !== 'bars') : FORMS;
}

/** Which columns are drawn and how, as chosen or as fits the result. */
function useDrawing({ table, rows, first }: QuickChartProps) {
  const [x, setX] = useState(first.x);
  const [y, setY] = useState(first.y);
  const [chosenForm, setForm] = useState<QuickForm | null>(null);
  const [chosenBy, setBy] = useState<number | null>(null);
  const drawn = useMemo(() => {
    const possible = [NO_GROUPS, ...groupings(table, x)];
    const by = possible.find((column) => column === chosenBy) ?? firstGrouping(table, rows, x, y);
    return { by, ...quickPoints(table, rows, x, y, by) };
  }, [table, rows, x, y, chosenBy]);
  const forms = formsOf(drawn);
  const form = forms.some(([name]) => name === chosenForm) ? chosenForm! : firstForm(drawn);
  return { x, setX, y, setY, setBy, drawn, forms, form, setForm };
}

/** A result as a chart: one of its numbers over one of its columns, in one colour or in one for each name. */
export function QuickChart(props: QuickChartProps) {
  const { table, rows } = props;
  const { x, setX, y, setY, setBy, drawn, forms, form, setForm } = useDrawing(props);
  const nameOf = (column: number) => table.columns[column]?.name ?? 'Row number';
  const [xName, yName, groupName] = [nameOf(x), nameOf(y), nameOf(drawn.by)];
  const spec = useMemo(
    () => quickChart({ ...drawn, form, xName, yName, groupName, height: HEIGHT }),
    [drawn, form, xName, yName, groupName],
  );
  const optionOf = (column: number) => [String(column), nameOf(column)] as const;
  const possible = groupings(table, x);
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
        {possible.length > 0 && (
          <ChoiceField
            label="A colour for each"
            value={String(drawn.by)}
            options={[...possible.map(optionOf), [String(NO_GROUPS), 'One colour'] as const]}
            onChange={(column) => setBy(Number(column))}
          />
        )}
        <ChoiceField label="Drawn as" value={form} options={forms} onChange={setForm} />
      </div>
      {drawn.points.length > 0 ? (
        <>
          <h2 className="quick-title">
            {yName} by {xName}
          </h2>
          <GroupLegend groups={drawn.groups} />
          <PlotFigure spec={spec} label={`${yName} by ${xName}`} />
        </>
      ) : (
        <p className="nothing-here">None of these rows has a number in {yName}.</p>
      )}
      {undrawn && <p className="card-note">{undrawn}</p>}
    </section>
  );
}

function GroupLegend({ groups }: { groups: readonly string[] }) {
  if (groups.length === 0) return null;
  return (
    <div className="legend">
      {groups.map((group, index) => (
        <span className="legend-item" key={group}>
          <svg className="legend-swatch" aria-hidden="true">
            <line x1="0" x2="24" y1="6" y2="6" stroke={GROUP_COLOURS[index]} strokeWidth="2.25" />
          </svg>
          <span className="quick-group">{group}</span>
        </span>
      ))}
    </div>
  );
}

import { useId } from 'react';
import { countOf, countText, shortText } from '../../domain/number-text';
import { channelText, fuelText } from '../../charts/series-text';
import type { SeriesRow } from '../../queries/rows/series';
import { Icon } from '../icon';
import { METER_COLUMNS } from './meter-columns';
import { EVERY_METER, startsDescending } from './meter-line';
import type { MeterChoice, MeterOrder, SortColumn } from './meter-line';

/** Past this the list of clients is no help; the search finds them by name. */
const MOST_CLIENTS = 200;

interface MeterToolsProps {
  series: readonly SeriesRow[];
  choice: MeterChoice;
  onChoose: (choice: MeterChoice) => void;
  shown: number;
  withFindings: number;
  order: MeterOrder;
  onOrder: (order: MeterOrder) => void;
  /** The heading does not sort: a field does. */
  isCards: boolean;
}

/** Search, filters and, on a phone, the order. */
export function MeterTools(props: MeterToolsProps) {
  const { series, choice, onChoose, shown, withFindings, isCards } = props;
  const set = (change: Partial<MeterChoice>) => onChoose({ ...choice, ...change });
  const id = useId();
  const isChosen = Object.entries(EVERY_METER).some(
    ([name, value]) => choice[name as keyof MeterChoice] !== value,
  );
  return (
    <div className="meter-tools">
      <div className="meter-tool is-search">
        <label className="field-label" htmlFor={id}>
          Search the table
        </label>
        <input
          id={id}
          className="field"
          type="search"
          placeholder="Meter, client, fuel, channel"
          autoComplete="off"
          spellCheck={false}
          value={choice.search}
          onChange={(event) => set({ search: event.target.value })}
        />
      </div>
      <Filters series={series} choice={choice} set={set} />
      <label className="meter-check">
        <input
          type="checkbox"
          checked={choice.onlyFindings}
          onChange={(event) => set({ onlyFindings: event.target.checked })}
        />
        Only with findings ({countText(withFindings)})
      </label>
      {isCards && <OrderField {...props} />}
      <p className="meter-shown" aria-live="polite">
        {shown === series.length
          ? `All ${countOf(shown, 'series', 'series')}`
          : `${countText(shown)} of ${countOf(series.length, 'series', 'series')}`}
        {isChosen && (
          <button type="button" className="button-link" onClick={() => onChoose(EVERY_METER)}>
            Show all
          </button>
        )}
      </p>
    </div>
  );
}

interface FiltersProps {
  series: readonly SeriesRow[];
  choice: MeterChoice;
  set: (change: Partial<MeterChoice>) => void;
}

function Filters({ series, choice, set }: FiltersProps) {
  return (
    <>
      <Filter
        name="Fuel"
        values={valuesOf(series, 'fuel')}
        text={fuelText}
        value={choice.fuel}
        onChange={(fuel) => set({ fuel })}
      />
      <Filter
        name="Channel"
        values={valuesOf(series, 'channel')}
        text={channelText}
        value={choice.channel}
        onChange={(channel) => set({ channel })}
      />
      <Filter
        name="Client"
        values={valuesOf(series, 'client_id')}
        text={(client) => shortText(client, 40)}
        value={choice.client}
        onChange={(client) => set({ client })}
      />
    </>
  );
}

interface FilterProps {
  name: string;
  values: readonly string[];
  text: (value: string) => string;
  value: string;
  onChange: (value: string) => void;
}

function Filter({ name, values, text, value, onChange }: FilterProps) {
  const id = useId();
  if (values.length < 2 || values.length > MOST_CLIENTS) return null;
  return (
    <div className="meter-tool">
      <label className="field-label" htmlFor={id}>
        {name}
      </label>
      <select id={id} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">All</option>
        {values.map((each) => (
          <option key={each} value={each}>
            {text(each)}
          </option>
        ))}
      </select>
    </div>
  );
}

function OrderField({ order, onOrder }: MeterToolsProps) {
  const id = useId();
  const columns = METER_COLUMNS.filter((column) => column.id !== 'box' && column.id !== 'course');
  return (
    <div className="meter-tool is-order">
      <label className="field-label" htmlFor={id}>
        Sort by
      </label>
      <span className="order-field">
        <select
          id={id}
          className="field"
          value={order.column}
          onChange={(event) => {
            const column = event.target.value as SortColumn;
            onOrder({ column, descending: startsDescending(column) });
          }}
        >
          {columns.map((column) => (
            <option key={column.id} value={column.id}>
              {column.label}
            </option>
          ))}
        </select>
        <button
          type="button"
          className="button button-icon"
          aria-label={
            order.descending ? 'Descending, turn the order round' : 'Ascending, turn the order round'
          }
          onClick={() => onOrder({ ...order, descending: !order.descending })}
        >
          <span className={order.descending ? 'sort-sign' : 'sort-sign is-up'}>
            <Icon name="chevron" />
          </span>
        </button>
      </span>
    </div>
  );
}

const valuesOf = (series: readonly SeriesRow[], name: 'fuel' | 'channel' | 'client_id'): string[] =>
  [...new Set(series.map((row) => row[name]))].sort();

import { Icon } from '../icon';
import { METER_COLUMNS } from './meter-columns';
import { startsDescending } from './meter-line';
import type { MeterOrder, SortColumn } from './meter-line';

interface MeterHeadingProps {
  order: MeterOrder;
  /** Null where the order is chosen elsewhere, as on a phone. */
  onOrder: ((order: MeterOrder) => void) | null;
}

/** The heading of the meter table: a press sorts by the column, another one turns the order round. */
export function MeterHeading({ order, onOrder }: MeterHeadingProps) {
  return (
    <div role="rowgroup" className="meter-heading">
      <div role="row" aria-rowindex={1} className="meter-row is-heading">
        {METER_COLUMNS.map(({ id, label, isNumber }) => {
          const sorts = id !== 'box' && id !== 'course';
          const sorted = id === order.column;
          return (
            <span
              key={id}
              role="columnheader"
              className={isNumber ? 'cell-number' : undefined}
              aria-sort={sorted ? (order.descending ? 'descending' : 'ascending') : undefined}
            >
              {sorts && onOrder ? (
                <button
                  type="button"
                  className={sorted ? 'sort-button is-sorted' : 'sort-button'}
                  onClick={() => onOrder(nextOrder(order, id))}
                >
                  {label}
                  {sorted && (
                    <span className={order.descending ? 'sort-sign' : 'sort-sign is-up'}>
                      <Icon name="chevron" />
                    </span>
                  )}
                </button>
              ) : (
                <span className={id === 'box' ? 'visually-hidden' : undefined}>{label}</span>
              )}
            </span>
          );
        })}
      </div>
    </div>
  );
}

const nextOrder = (order: MeterOrder, column: SortColumn): MeterOrder => ({
  column,
  descending: order.column === column ? !order.descending : startsDescending(column),
});

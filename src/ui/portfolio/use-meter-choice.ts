import { useCallback, useMemo } from 'react';
import { useShown } from '../views/use-view';
import { viewStore } from '../views/view-history';
import { SORT_COLUMNS } from './meter-line';
import type { MeterChoice, MeterOrder } from './meter-line';

const BY_NAME: MeterOrder = { column: 'meter', descending: false };

/** Which meters the table shows and in which order, kept in the address. */
export function useMeterChoice() {
  const { parameters } = useShown();
  const { find, 'of-fuel': fuel, 'of-channel': channel, 'of-client': client, flagged, sort } = parameters;
  const choice = useMemo<MeterChoice>(
    () => ({
      search: find ?? '',
      fuel: fuel ?? '',
      channel: channel ?? '',
      client: client ?? '',
      onlyFindings: flagged === 'yes',
    }),
    [find, fuel, channel, client, flagged],
  );
  const order = useMemo(() => orderOf(sort), [sort]);
  const setChoice = useCallback((next: MeterChoice) => {
    const change = {
      find: next.search || null,
      'of-fuel': next.fuel || null,
      'of-channel': next.channel || null,
      'of-client': next.client || null,
      flagged: next.onlyFindings ? 'yes' : null,
    };
    viewStore.change({ parameters: change }, 'replace');
  }, []);
  const setOrder = useCallback((next: MeterOrder) => {
    const isByName = next.column === BY_NAME.column && !next.descending;
    viewStore.change({ parameters: { sort: isByName ? null : sortText(next) } }, 'replace');
  }, []);
  return { choice, setChoice, order, setOrder };
}

/** `total`, or `-total` for the largest first. */
const sortText = ({ column, descending }: MeterOrder): string => `${descending ? '-' : ''}${column}`;

function orderOf(sort: string | undefined): MeterOrder {
  const column = SORT_COLUMNS.find((each) => each === sort?.replace(/^-/, ''));
  return column ? { column, descending: sort?.startsWith('-') ?? false } : BY_NAME;
}

import type { SortColumn } from './meter-line';

interface MeterColumn {
  id: SortColumn | 'box' | 'course';
  label: string;
  isNumber: boolean;
}

/** The columns of the meter table in their order. */
export const METER_COLUMNS: readonly MeterColumn[] = [
  { id: 'box', label: 'Selected', isNumber: false },
  { id: 'meter', label: 'Meter', isNumber: false },
  { id: 'client', label: 'Client', isNumber: false },
  { id: 'fuel', label: 'Fuel', isNumber: false },
  { id: 'channel', label: 'Channel', isNumber: false },
  { id: 'total', label: 'Total', isNumber: true },
  { id: 'completeness', label: 'Complete', isNumber: true },
  { id: 'findings', label: 'Findings', isNumber: true },
  { id: 'base', label: 'Base load', isNumber: true },
  { id: 'peak', label: 'Peak', isNumber: true },
  { id: 'factor', label: 'Load factor', isNumber: true },
  { id: 'course', label: 'Over time', isNumber: false },
];

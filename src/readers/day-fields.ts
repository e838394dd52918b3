/** The columns of a batch of days, in the order of their Arrow fields. */
export const DAY_FIELDS = [
  'client_id',
  'ext_dev_ref',
  'date',
  'energy_consumption',
  'resolution',
  'fuel',
  'channel',
  'unit',
  'source_row',
  'set_aside_as',
  'flags',
] as const;

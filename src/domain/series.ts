/** What flows through a meter. Import, export, production and consumption are never summed with each other. */
export type Channel = 'consumption' | 'import' | 'export' | 'production';

/** What is metered. */
export type Fuel = 'electricity' | 'gas' | 'district_heating';

/** The unit word for readings whose unit neither the file nor the person stated. */
export const UNKNOWN_UNIT = 'unknown';

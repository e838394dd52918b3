/** What flows through a meter. Import, export, production and consumption are never summed with each other. */
export const CHANNELS = ['consumption', 'import', 'export', 'production'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What is metered. */
export const FUELS = ['electricity', 'gas', 'district_heating'] as const;
export type Fuel = (typeof FUELS)[number];

/** The unit word for readings whose unit neither the file nor the person stated. */
export const UNKNOWN_UNIT = 'unknown';

import type { Role } from './input-mapping';

/** Names by which the field calls its columns, in the languages of the files seen so far. Best names first. */
const NAMES: Readonly<Record<Role, readonly RegExp[]>> = {
  client_id: [
    /^client_?id$/,
    /^(client|customer|kunde|kunden_?(nummer|nr)|klient|cliente|asiakas|account)(_?(id|no|nr|number|ref))?$/,
  ],
  ext_dev_ref: [
    /^ext_dev_ref$/,
    /^(meter|device|nmi|mpan|mprn|ean|gsrn|cups|cpe|pod|pdl|prm|metering_?point|meetpunt|zahler|zaehler|zahlpunkt|punto|delivery_?point|supply_?point|site|obis|serial)(_?(id|no|nr|number|nummer|ref|code|ean|serial|gsrn|eic))*$/,
    /(meter|device|metering_point|ean|cups|gsrn|mpan|nmi|mittauspiste|objekto)/,
  ],
  timestamp: [
    /^(timestamp|date_?time|time_?stamp|ts|interval_?start|period_?start|start_?time|from_?time|valid_?from|utc|timestamp_?utc|utc_?time)$/,
    /^(start|from|begin|begin_?time|von|van|od|nuo|inicio|inicio|desde|alkaa|interval|period|read_?time|reading_?time|zeitstempel|tidspunkt|alkuaika|startaika)$/,
    /^(end|until|to|bis|end_?time|interval_?end|period_?end|to_?time|valid_?to|fim|fin|hasta)$/,
    /(timestamp|datetime|date_time|zeitpunkt|start.*time|time.*start|date.*time|data.*ora|aika)/,
  ],
  date: [
    /^date$/,
    /^(day|datum|data|fecha|dia|dia|dato|local_?date|read_?date|reading_?date|kuupaev|paiva|paiva|van_?datum|van_\(datum\))$/,
    /(^|_)(date|datum|fecha|day|data)($|_)/,
  ],
  time: [/^(time|hora|hour|tijd|tijdstip|uhrzeit|zeit|heure|ora|kell|klo|van_?tijdstip|van_\(tijdstip\))$/],
  value: [
    /^energy_consumption$/,
    /^(value|energy|reading|consumption|usage|kwh|wh|mwh|kw|quantity|amount|volume|wert|verbrauch|verbruik|consumo|consumption_kwh|energy_kwh|kulutus|suvartojimas|maara|measurement|measured_value|power|v)$/,
    /(kwh|mwh|consum|consumo|energy|usage|verbrauch|verbruik|kulutus|suvart|value|quantity|wert|import|export|production|readings?|values)/,
  ],
  resolution: [
    /^resolution$/,
    /^(interval_?(length|minutes|size)|granularity|frequency|step|period_?length|interval_?type)$/,
  ],
  fuel: [/^fuel$/, /^(commodity|energy_?type|medium|utility|product|sparte)$/],
  channel: [
    /^channel$/,
    /^(direction|register|flow|flow_?direction|measurement_?type|reading_?type|type|kind|richtung)$/,
  ],
  unit: [/^unit$/, /^(units|uom|unit_?of_?measure|einheit|eenheid|unidad|measure_?unit|yksikko)$/],
  quality: [
    /^quality$/,
    /^(quality_?(flag|code|method)|status|flag|validatiestatus|estimado|real_?estimado|method)$/,
  ],
};

/** A column's name in the form in which `NAMES` has it: lower case, words joined by `_`, units left in. */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .trim()
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .replaceAll(/[\s./-]+/g, '_')
    .replaceAll(/^_+|_+$/g, '');
}

/** How well a name fits a role: 0 for the best name, Infinity for none. */
export function nameRank(name: string, role: Role): number {
  const plain = plainName(name);
  const bare = plain.replaceAll(/_?[([].*?[)\]]/g, '');
  const rank = NAMES[role].findIndex((pattern) => pattern.test(plain) || pattern.test(bare));
  return rank < 0 ? Infinity : rank;
}

/** True for a name that says that a time is the end of its interval. */
export const namesAnEnd = (name: string): boolean =>
  /(^|_)(end|until|to|bis|tot|fim|fin|hasta|ending|loppu)($|_)/.test(plainName(name));

/** The unit that a column's name states in passing: `Consumption (kWh)`. */
export function unitInName(name: string): string | null {
  const found = /(?:^|[^a-z])(kwh|mwh|gwh|wh|kw|m3|m³)(?:$|[^a-z0-9])/i.exec(name.replaceAll('_', ' '))?.[1];
  return found === undefined ? null : (UNITS[found.toLowerCase()] ?? null);
}

const UNITS: Readonly<Record<string, string>> = {
  kwh: 'kWh',
  mwh: 'MWh',
  gwh: 'GWh',
  wh: 'Wh',
  kw: 'kW',
  m3: 'm³',
  'm³': 'm³',
};

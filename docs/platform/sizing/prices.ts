/** A price as a range, with what it assumes. Euro; list prices in US dollars are taken one to one. */
export interface Price {
  label: string;
  unit: string;
  low: number;
  high: number;
  assumption: string;
}

/**
 * Public list prices as known to the author, pay as you go, without reservations or discounts.
 * The low end is a cheap region, the high end West Europe with rounding up. Check each against the company's own
 * agreement before it goes into a budget.
 */
export const PRICES = {
  hotStorageGb: {
    label: 'ADLS Gen2 hot, zone-redundant',
    unit: 'GB-month',
    low: 0.018,
    high: 0.026,
    assumption: 'Silver, gold and events.',
  },
  coolStorageGb: {
    label: 'ADLS Gen2 cool, zone-redundant',
    unit: 'GB-month',
    low: 0.01,
    high: 0.015,
    assumption: 'Bronze after 45 days.',
  },
  storageOperationsShare: {
    label: 'Storage operations and old table versions',
    unit: 'share of storage',
    low: 0.5,
    high: 1.5,
    assumption: 'Nightly rewrites leave seven days of old files; operations are few because files are large.',
  },
  containerCoreHour: {
    label: 'Container Apps job, 1 vCPU with 4 GiB',
    unit: 'core-hour',
    low: 0.13,
    high: 0.19,
    assumption: 'Consumption or dedicated profile; free grants not counted.',
  },
  analysisMachineHour: {
    label: 'Analysis machine, 8 vCPU, 64 GiB, memory-optimised',
    unit: 'hour',
    low: 0.5,
    high: 0.75,
    assumption: 'Stopped outside working hours: 180 hours a month.',
  },
  distributedCoreHour: {
    label: 'Distributed SQL (Databricks or Fabric), all in',
    unit: 'core-hour',
    low: 0.15,
    high: 0.35,
    assumption: '60 to 120 hours a month; machines and licence together.',
  },
  fabricUnitHour: {
    label: 'Microsoft Fabric capacity unit, for comparison',
    unit: 'hour',
    low: 0.18,
    high: 0.22,
    assumption: 'Pay as you go, always on. A reservation takes about 40 % off.',
  },
  sqlCoreHour: {
    label: 'Azure SQL serverless, general purpose',
    unit: 'vCore-hour',
    low: 0.5,
    high: 0.65,
    assumption: 'Paused at night: 250 active hours a month.',
  },
  sqlStorageGb: {
    label: 'Azure SQL storage',
    unit: 'GB-month',
    low: 0.115,
    high: 0.14,
    assumption: 'Gold only.',
  },
  eventUnit: {
    label: 'Event Hubs Standard throughput unit with capture',
    unit: 'month',
    low: 95,
    high: 125,
    assumption: 'One unit takes 1,000 events or 1 MB a second.',
  },
  eventMillion: {
    label: 'Event Hubs events',
    unit: 'million',
    low: 0.028,
    high: 0.035,
    assumption: 'Events up to 64 KB.',
  },
  cassandraNode: {
    label: 'Read-only Cassandra node, 8 vCPU with 2 TB disk',
    unit: 'month',
    low: 350,
    high: 700,
    assumption: 'Three nodes from 100,000 meters on; below, the nightly read runs off-peak on what exists.',
  },
  logGb: {
    label: 'Log Analytics',
    unit: 'GB',
    low: 2.3,
    high: 3,
    assumption: '10 GB a month and 5 GB per million meters.',
  },
  fixedNetwork: {
    label: 'Private endpoints, registry, Key Vault, DNS',
    unit: 'month',
    low: 90,
    high: 220,
    assumption: 'About ten private endpoints in three environments.',
  },
  biSeat: {
    label: 'Power BI Pro',
    unit: 'person-month',
    low: 0,
    high: 14,
    assumption: 'Zero where Microsoft 365 E5 includes it.',
  },
  testShare: {
    label: 'Development and test environments',
    unit: 'share of production',
    low: 0.2,
    high: 0.4,
    assumption: 'Small data, scaled to zero when idle.',
  },
  personMonth: {
    label: 'Engineer or data scientist, loaded',
    unit: 'person-month',
    low: 7_500,
    high: 11_000,
    assumption: 'Salary, social cost and equipment in the Nordics and Baltics.',
  },
} as const satisfies Record<string, Price>;

export type PriceName = keyof typeof PRICES;

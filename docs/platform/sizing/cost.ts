import { engineFor } from './engine';
import type { Load, Volumes } from './load';
import { PRICES } from './prices';
import type { PriceName } from './prices';

/** An amount in euro, between two bounds. */
export interface Range {
  low: number;
  high: number;
}

export interface CostLine extends Range {
  item: string;
  /** What the amount is made of, in words. */
  basis: string;
}

const GB = 1e9;
const CASSANDRA_FROM_METERS = 100_000;
const CASSANDRA_NODES = 3;
const CASSANDRA_BYTES_PER_NODE = 1.5e12;
const CASSANDRA_BYTES_PER_ARRAY = 250;
const ANALYSIS_HOURS = 180;
const DISTRIBUTED_HOURS = { low: 60, high: 120 };
const SQL_HOURS = 250;
const BI_SEATS = 25;
/** Housekeeping jobs (contracts, gold, compaction, exports) beside the silver step. */
const SMALL_JOB_CORE_HOURS = 60;
const NIGHTS = 30;

/** The monthly cost of running the platform, line by line, people not included. */
export function monthlyCost(load: Load, volumes: Volumes): CostLine[] {
  const copiedInTest = [
    storage(volumes),
    transform(volumes),
    analysisMachine(),
    serving(volumes),
    events(volumes),
  ];
  return [
    ...copiedInTest,
    priced('Development and test', 'testShare', sum(copiedInTest), 'share of the lines above'),
    distributedSql(volumes),
    cassandra(load, volumes),
    priced(
      'Logs and metrics',
      'logGb',
      { low: logGb(load), high: logGb(load) },
      `${Math.round(logGb(load))} GB`,
    ),
    priced('Network, secrets, registry', 'fixedNetwork', { low: 1, high: 1 }, 'fixed'),
    priced('Report seats', 'biSeat', { low: BI_SEATS, high: BI_SEATS }, `${BI_SEATS} people`),
  ];
}

/** Adds ranges up. */
export function sum(lines: readonly Range[]): Range {
  return {
    low: lines.reduce((total, line) => total + line.low, 0),
    high: lines.reduce((total, line) => total + line.high, 0),
  };
}

function storage(volumes: Volumes): CostLine {
  const hotLow = (volumes.silverBytes.low + volumes.goldBytes + volumes.eventBytesRetained) / GB;
  const hotHigh = (volumes.silverBytes.high + volumes.goldBytes + volumes.eventBytesRetained) / GB;
  const cool = volumes.bronzeBytes / GB;
  const { hotStorageGb, coolStorageGb, storageOperationsShare } = PRICES;
  return {
    item: 'Lake storage',
    basis: 'bronze, silver, gold, events',
    low: (hotLow * hotStorageGb.low + cool * coolStorageGb.low) * (1 + storageOperationsShare.low),
    high: (hotHigh * hotStorageGb.high + cool * coolStorageGb.high) * (1 + storageOperationsShare.high),
  };
}

function transform(volumes: Volumes): CostLine {
  const rebuildsPerMonth = 1 / 3;
  const coreHours =
    (volumes.nightlyCoreSeconds * NIGHTS + volumes.rebuildCoreSeconds * rebuildsPerMonth) / 3600 +
    SMALL_JOB_CORE_HOURS;
  return priced(
    'Nightly jobs',
    'containerCoreHour',
    { low: coreHours, high: coreHours },
    'silver each night, one full rebuild a quarter, small jobs',
  );
}

function analysisMachine(): CostLine {
  const hours = { low: ANALYSIS_HOURS, high: ANALYSIS_HOURS };
  return priced('Analysis machine', 'analysisMachineHour', hours, 'one machine in working hours');
}

function distributedSql(volumes: Volumes): CostLine {
  const choice = engineFor(volumes);
  const needed = choice.analysis === 'distributed SQL' ? choice.analysisCores : 0;
  const hours = { low: needed * DISTRIBUTED_HOURS.low, high: needed * DISTRIBUTED_HOURS.high };
  const basis = needed === 0 ? 'not needed' : `${needed} cores, only while somebody asks`;
  return priced('Distributed SQL', 'distributedCoreHour', hours, basis);
}

function serving(volumes: Volumes): CostLine {
  const gold = volumes.goldBytes / GB;
  // Rows are wider in a row store; two cores serve reports, one more for each 100 GB of gold.
  const tableGb = gold * 4;
  const cores = 2 + Math.floor(gold / 100);
  const { sqlCoreHour, sqlStorageGb } = PRICES;
  return {
    item: 'Serving database',
    basis: `${cores} vCores, ${Math.ceil(tableGb)} GB`,
    low: (cores / 2) * SQL_HOURS * sqlCoreHour.low + tableGb * sqlStorageGb.low,
    high: cores * SQL_HOURS * sqlCoreHour.high + tableGb * sqlStorageGb.high,
  };
}

function events(volumes: Volumes): CostLine {
  const units = engineFor(volumes).eventUnits;
  const millions = (volumes.eventsPerDay * NIGHTS) / 1e6;
  const { eventUnit, eventMillion } = PRICES;
  return {
    item: 'Insight event stream',
    basis: `${units} throughput unit${units > 1 ? 's' : ''}`,
    low: units * eventUnit.low + millions * eventMillion.low,
    high: units * eventUnit.high + millions * eventMillion.high,
  };
}

function cassandra(load: Load, volumes: Volumes): CostLine {
  const bytes = volumes.series * 365 * load.retentionYears * CASSANDRA_BYTES_PER_ARRAY;
  const nodes =
    load.meters < CASSANDRA_FROM_METERS
      ? 0
      : Math.max(CASSANDRA_NODES, Math.ceil(bytes / CASSANDRA_BYTES_PER_NODE));
  const basis =
    nodes === 0 ? 'not needed' : `none, or ${nodes} nodes if reading at night disturbs production`;
  return priced('Read-only copy of Cassandra', 'cassandraNode', { low: 0, high: nodes }, basis);
}

function logGb(load: Load): number {
  return 10 + (load.meters / 1e6) * 5;
}

function priced(item: string, price: PriceName, quantity: Range, basis: string): CostLine {
  const { low, high } = PRICES[price];
  return { item, basis, low: quantity.low * low, high: quantity.high * high };
}

import { loadOf, volumesOf } from './load';
import type { Volumes } from './load';
import type { Rates } from './measured';

/** Limits that decide which engine is enough. Each is a choice that the page states. */
export const LIMITS = {
  /** Cores of the one machine that we start with. */
  cores: 8,
  /** What is left of a core when all work at once; assumed, measure on the real machine. */
  parallelEfficiency: 0.7,
  nightlyHours: 1,
  rebuildHours: 8,
  /** How long a person waits for a question over a year of all readings. */
  scanSeconds: 60,
  /** Rows per second that a nightly read may take from Cassandra; assumed, to be agreed and measured. */
  unloadRowsPerSecond: 20_000,
  unloadHours: 2,
  eventsPerSecondPerUnit: 1_000,
  eventBytesPerSecondPerUnit: 1_000_000,
} as const;

/** How long the work takes on the one machine. */
export interface Durations {
  nightlySeconds: number;
  rebuildSeconds: number;
  yearScanSeconds: number;
  unloadSeconds: number;
  /** The first read of everything that is kept. */
  backfillSeconds: number;
}

/** Wall-clock times of a load on one machine with `LIMITS.cores` cores. */
export function durationsOf(volumes: Volumes): Durations {
  const effectiveCores = LIMITS.cores * LIMITS.parallelEfficiency;
  return {
    nightlySeconds: volumes.nightlyCoreSeconds / effectiveCores,
    rebuildSeconds: volumes.rebuildCoreSeconds / effectiveCores,
    yearScanSeconds: volumes.yearScanCoreSeconds / effectiveCores,
    unloadSeconds: volumes.nightlyArraysRead / LIMITS.unloadRowsPerSecond,
    backfillSeconds: volumes.retainedArrays / LIMITS.unloadRowsPerSecond,
  };
}

/** The limits of the first design, by what reaches them. */
export type LimitName = 'yearScan' | 'rebuild' | 'unload' | 'nightly' | 'events';

/** What share of each limit a load uses; above 1 it is exceeded. Proportional to meters. */
export function limitShares(volumes: Volumes): Record<LimitName, number> {
  const { nightlySeconds, rebuildSeconds, yearScanSeconds, unloadSeconds } = durationsOf(volumes);
  return {
    yearScan: yearScanSeconds / LIMITS.scanSeconds,
    rebuild: rebuildSeconds / (LIMITS.rebuildHours * 3600),
    unload: unloadSeconds / (LIMITS.unloadHours * 3600),
    nightly: nightlySeconds / (LIMITS.nightlyHours * 3600),
    events: Math.max(
      volumes.peakEventsPerSecond / LIMITS.eventsPerSecondPerUnit,
      volumes.peakEventBytesPerSecond / LIMITS.eventBytesPerSecondPerUnit,
    ),
  };
}

/** What runs the silver step, what answers questions, and how Cassandra is read. */
export interface EngineChoice {
  transform: 'one machine' | 'one container per client and month';
  transformMachines: number;
  analysis: 'one machine' | 'distributed SQL';
  /** Cores that answer the year scan within the limit. */
  analysisCores: number;
  unload: 'windowed read' | 'change capture';
  eventUnits: number;
}

/** The smallest engine that stays within `LIMITS`. */
export function engineFor(volumes: Volumes): EngineChoice {
  const shares = limitShares(volumes);
  const machines = Math.max(1, Math.ceil(Math.max(shares.nightly, shares.rebuild)));
  return {
    transform: machines > 1 ? 'one container per client and month' : 'one machine',
    transformMachines: machines,
    analysis: shares.yearScan > 1 ? 'distributed SQL' : 'one machine',
    analysisCores: Math.max(LIMITS.cores, Math.ceil(LIMITS.cores * shares.yearScan)),
    unload: shares.unload > 1 ? 'change capture' : 'windowed read',
    eventUnits: Math.max(1, Math.ceil(shares.events)),
  };
}

/** A limit, the number of meters at which it is reached, and what happens then. */
export interface Bend {
  name: LimitName;
  limit: string;
  meters: number;
  then: string;
}

/** Where the one-machine design bends, in order. */
export function bendsOf(rates: Rates): Bend[] {
  const meters = 1_000_000;
  const load = loadOf(meters);
  const shares = limitShares(volumesOf(load, rates));
  const texts: Record<LimitName, readonly [string, string]> = {
    yearScan: [
      `A question over one year of every reading takes ${LIMITS.scanSeconds} s on ${LIMITS.cores} cores`,
      'Ask gold (daily rows) first; rent a distributed SQL engine for the few who need every reading.',
    ],
    rebuild: [
      `Making all ${load.retentionYears} years again takes a night of ${LIMITS.rebuildHours} h`,
      'Run one container per client and month, side by side, for that night; same image, same SQL.',
    ],
    unload: [
      `The nightly windowed read of Cassandra takes ${LIMITS.unloadHours} h`,
      'Replace the windowed read by change capture.',
    ],
    nightly: [
      `The nightly silver step takes ${LIMITS.nightlyHours} h`,
      'Containers side by side every night.',
    ],
    events: [
      'Insight events fill one Event Hubs throughput unit at peak',
      'Add a throughput unit; auto-inflate does it.',
    ],
  };
  return (Object.keys(texts) as LimitName[])
    .map((name) => ({ name, limit: texts[name][0], meters: meters / shares[name], then: texts[name][1] }))
    .sort((one, other) => one.meters - other.meters);
}

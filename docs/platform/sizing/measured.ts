import { readFileSync } from 'node:fs';

/** What `measure.ts` found. Core-seconds are processor time of one thread. */
export interface Measured {
  machine: {
    measuredOn: string;
    processor: string;
    memoryGib: number;
    node: string;
    engine: string;
    loadAverageAtEnd: number;
  };
  /** The sample portfolio: as delivered, as one exported file, and as one exported file per series. */
  sample: {
    readings: number;
    deliveredBytes: number;
    exportedBytes: number;
    oneFilePerSeriesBytes: number;
  };
  /** The sample portfolio many times over, as one delivered and one exported file. */
  fleet: {
    meters: number;
    readings: number;
    etlCoreSeconds: number;
    writeCoreSeconds: number;
    scanCoreSeconds: number;
    exportedBytes: number;
  };
}

/** The rates that the sizing model uses. */
export interface Rates {
  bronzeBytesPerReading: number;
  /** Low: many meters in one file. High: a small file. */
  silverBytesPerReading: { low: number; high: number };
  /** What one file per meter would cost; why we do not lay the lake out that way. */
  silverBytesPerReadingByMeter: number;
  /** Readings that one core takes from a delivered file to a written silver file, per second. */
  transformedPerCoreSecond: number;
  /** Readings that one core aggregates from silver files, per second. */
  scannedPerCoreSecond: number;
}

/** Reads `measured.json`. */
export function readMeasured(): Measured {
  return JSON.parse(readFileSync(new URL('./measured.json', import.meta.url), 'utf8')) as Measured;
}

/** Turns measurements into rates. */
export function ratesOf({ sample, fleet }: Measured): Rates {
  return {
    bronzeBytesPerReading: sample.deliveredBytes / sample.readings,
    silverBytesPerReading: {
      low: fleet.exportedBytes / fleet.readings,
      high: sample.exportedBytes / sample.readings,
    },
    silverBytesPerReadingByMeter: sample.oneFilePerSeriesBytes / sample.readings,
    transformedPerCoreSecond: fleet.readings / (fleet.etlCoreSeconds + fleet.writeCoreSeconds),
    scannedPerCoreSecond: fleet.readings / fleet.scanCoreSeconds,
  };
}

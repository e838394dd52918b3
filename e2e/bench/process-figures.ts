import { readFileSync } from 'node:fs';
import type { Browser } from '@playwright/test';

/** What a process holds now and has held at most, in bytes; null off Linux. */
interface ProcessMemory {
  now: number | null;
  peak: number | null;
}

/** A process of the browser, with the processor time of all its threads so far. */
interface ProcessFigures extends ProcessMemory {
  cpu_ms: number;
}

/**
 * Memory and processor time of the browser's own process and of the page's. Of
 * several page processes (browsers keep a spare one) the busiest is the page's.
 */
export async function processFigures(
  browser: Browser,
): Promise<{ browser: ProcessFigures; page: ProcessFigures }> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const busiest = (type: string): ProcessFigures => {
    const [found] = processInfo
      .filter((process) => process.type === type)
      .sort((one, other) => other.cpuTime - one.cpuTime);
    if (!found) throw new Error(`the browser names no process of the type ${type}`);
    return { ...residentMemory(found.id), cpu_ms: found.cpuTime * 1000 };
  };
  return { browser: busiest('browser'), page: busiest('renderer') };
}

/** Resident memory of one process. */
export function residentMemory(processId: number): ProcessMemory {
  try {
    const status = readFileSync(`/proc/${processId}/status`, 'utf8');
    const field = (name: string) => {
      const kibibytes = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status)?.[1];
      return kibibytes === undefined ? null : Number(kibibytes) * 1024;
    };
    return { now: field('VmRSS'), peak: field('VmHWM') };
  } catch {
    return { now: null, peak: null };
  }
}

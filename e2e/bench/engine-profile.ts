import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeFleet } from '../corpus/fleet';
import { FLEET_YEAR } from './figures';
import type { EngineProfile } from './figures';
import { runInProcess } from './peer-process';

const WORK = fileURLToPath(new URL('./profile-work.ts', import.meta.url));
/** Fleets whose work is taken apart, and a small one that warms the engine up as the page's rehearsal does. */
const METERS = [1000, 5000] as const;
const WARM_METERS = 100;

/** Takes the work of the engine's thread apart, for each fleet in a process of its own. */
export async function profileFleets(room: string): Promise<EngineProfile[]> {
  const warm = await fleetOf(room, WARM_METERS);
  const profiles: EngineProfile[] = [];
  for (const meters of METERS) {
    console.log(`Profile of ${meters} meters…`);
    profiles.push({ ...(await profileOne(await fleetOf(room, meters), warm)), meters });
  }
  return profiles;
}

async function fleetOf(room: string, meters: number): Promise<string> {
  const path = join(room, `profile-${meters}.parquet`);
  await writeFleet(path, { meters, resolutionMinutes: 60, ...FLEET_YEAR });
  return path;
}

function profileOne(path: string, warm: string): Promise<EngineProfile> {
  return runInProcess({
    name: 'the profile',
    script: WORK,
    args: [path, warm],
    execArgv: process.execArgv,
  });
}

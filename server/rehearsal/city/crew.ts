import { parentPort, workerData } from 'node:worker_threads';
import type { BusinessDate } from '../../../shared/ids.ts';
import { turnedClock } from '../../clock.ts';
import { nodeDisk } from '../../ledger/disk.ts';
import { SimulatedBranch } from './branch.ts';
import type { CityBranch } from './branches.ts';

/** A branch, the code it is enrolled with, and its data folder. */
export interface Place {
  readonly plan: CityBranch;
  readonly code: string;
  readonly folder: string;
}

export interface CrewData {
  readonly places: readonly Place[];
  readonly from: BusinessDate;
  /** Hub time at which the clock stands at first. */
  readonly start: number;
  readonly center: string;
}

/** Hub time to play to; null: it is over. Each is answered once it is done. */
export type Cue = number | null;

/** A thread of its own: some of the city's branches, played side by side with the others. */
async function perform({ places, from, start, center }: CrewData): Promise<void> {
  const clock = turnedClock({ start, pace: 0 });
  const common = { disk: nodeDisk, from, clock, center: new URL(center) };
  const branches: SimulatedBranch[] = [];
  for (const place of places) branches.push(await SimulatedBranch.open({ ...common, ...place }));
  const obey = async (cue: Cue) => {
    if (cue !== null) clock.skipTo(cue);
    for (const branch of branches) await (cue === null ? branch.stop() : branch.playTo(cue));
    parentPort?.postMessage(cue);
    if (cue === null) parentPort?.close();
  };
  // What fails here fails the thread, and with it whoever waits for an answer.
  parentPort?.on('message', (cue: Cue) => void obey(cue));
  // Enrolled at once: codes do not last.
  await obey(start);
}

await perform(workerData);

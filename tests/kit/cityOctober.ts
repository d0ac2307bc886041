import { type CenterRig, CITY, startCenter } from './center.ts';
import { receivedBy } from './cityHall.ts';
import { handClock } from './handClock.ts';
import { livelyBranch } from './lively.ts';
import { MemoryDisk } from './memoryDisk.ts';

/** One counter for a crowd: everybody waits past the line. */
const slow = { ...livelyBranch, counters: livelyBranch.counters.slice(0, 1) };

/** A center in November that has received a day of October of `east` and of `west`. */
export async function octoberIn(): Promise<CenterRig> {
  const disk = new MemoryDisk();
  const day = { from: '2026-10-31', days: 1, tickets: 130, settings: slow };
  const branches = ['east', 'west'].map((id, i) => ({ ...day, id, name: id, seed: i + 1 }));
  await receivedBy(disk, CITY, branches);
  return startCenter(disk, { clock: handClock(Date.parse('2026-11-05T10:30:00+08:00')) });
}

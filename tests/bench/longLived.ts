import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '../../server/ledger/disk.ts';
import type { CounterId } from '../../shared/ids.ts';
import type { ViewKey } from '../../shared/views/views.ts';
import { playBusyDay } from '../faults/busyDay.ts';
import { Life } from '../faults/life.ts';
import { overDisk } from '../faults/overDisk.ts';
import { World } from '../faults/world.ts';
import { connected, watch } from './screens.ts';

/** Megabytes held at the end of a day, once everything that can be thrown away is. */
export interface Held {
  readonly day: number;
  readonly heap: number;
  readonly resident: number;
}

/** 07:30 on a Monday in Shanghai. */
const MORNING = Date.UTC(2026, 0, 4, 23, 30);
const DAY = 24 * 3_600_000;
const HOUR = 3_600_000;
const TICKETS = 400;

/** Twenty screens that stay on day and night. */
const screens: readonly ViewKey[] = [
  ...(['kiosk', 'kiosk', 'lobby', 'lobby', 'floor', 'floor'] as const).map((name) => ({ name })),
  ...(['manager', 'figures', 'home', 'devices'] as const).map((name) => ({ name })),
  ...['1', '2', '3', '4', '5'].flatMap((id) =>
    (['counter', 'rating'] as const).map((name) => ({ name, counter: id as CounterId })),
  ),
];

/** A hub in this process that is never restarted, over so many days of 400 tickets. */
async function livesThrough(days: readonly number[]): Promise<Held[]> {
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-bench-'));
  const world = new World(MORNING);
  // Half a year of flushes would take hours, and none of them stays in memory.
  const disk = overDisk(nodeDisk, { idle: ['datasync', 'syncFolder'] });
  const life = await Life.begin({ world, disk, folder });
  if (!life) throw new Error('the hub died though nobody killed it');
  await new Promise<void>((done) => life.hub.http.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(life.hub.http.address() as AddressInfo).port}`;
  for (const key of screens) await watch(await connected(url), key);
  const held: Held[] = [];
  for (let day = 1; day <= Math.max(...days); day++) {
    await playBusyDay({ life, world, url, tickets: TICKETS, seed: day });
    for (let left = MORNING + day * DAY - world.now; left > 0; left -= HOUR)
      await world.leap(Math.min(left, HOUR));
    if (days.includes(day)) held.push({ day, ...(await heldNow()) });
  }
  await life.stop();
  await rm(folder, { recursive: true, force: true });
  return held;
}

async function heldNow() {
  // What ends with the day ends in a few turns of the loop.
  await new Promise((done) => setTimeout(done, 200));
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  return { heap: (heapUsed + external) / 2 ** 20, resident: rss / 2 ** 20 };
}

console.log(JSON.stringify(await livesThrough(process.argv.slice(2).map(Number))));
process.exit(0);

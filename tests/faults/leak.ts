import { mkdtemp, readdir, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeDisk } from '../../server/ledger/disk.ts';
import { playBusyDay } from './busyDay.ts';
import { Life } from './life.ts';
import { overDisk } from './overDisk.ts';
import { Failures, type Outcome, type Section } from './section.ts';
import { World } from './world.ts';

/** 07:30 on a Monday in Shanghai. */
const MORNING = Date.UTC(2026, 0, 4, 23, 30);
const DAY = 24 * 3_600_000;

/** What is held after a day, once everything that can be thrown away is. */
interface Held {
  /** Megabytes. */
  readonly memory: number;
  readonly handles: number;
  readonly listeners: number;
}

/** Over the last half of the days nothing may grow but by what chance does, megabytes and a share. */
const MAY_GROW = { megabytes: 2, share: 0.03 };

/** One hub that is never restarted, over many days of 400 tickets, with screens that come and go. */
export async function leak(
  { seed, runs }: Section,
  tickets: number,
): Promise<Outcome<{ days: number; leaks: number }>> {
  const { gc } = globalThis;
  if (!gc) throw new Error('the leak test needs node --expose-gc');
  const failures = new Failures('leak');
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-leak-'));
  const world = new World(MORNING);
  // What a flush would take is not asked here, and months of them would take hours.
  const disk = overDisk(nodeDisk, { idle: ['datasync', 'syncFolder'] });
  const life = await Life.begin({ world, disk, folder, foresees: true });
  if (!life) throw new Error('the hub died though nobody killed it');
  const url = await listening(life);
  const held: Held[] = [];
  for (let day = 0; day < runs; day++) {
    await playBusyDay({ life, world, url, tickets, seed: seed + day });
    await leapTo(world, MORNING + (day + 1) * DAY);
    held.push(await heldBy(life, gc));
  }
  await life.stop();
  await rm(folder, { recursive: true, force: true });
  const grown = growth(held);
  const leaks = grown.map((what) => failures.note(seed, what)).length;
  return { counts: { days: runs, leaks }, failures: failures.lines };
}

async function listening({ hub }: Life): Promise<string> {
  await new Promise<void>((done) => hub.http.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(hub.http.address() as AddressInfo).port}`;
}

async function leapTo(world: World, morning: number): Promise<void> {
  for (let left = morning - world.now; left > 0; left = morning - world.now)
    await world.leap(Math.min(left, 3_600_000));
}

async function heldBy({ hub }: Life, gc: () => void): Promise<Held> {
  // What ends with the day ends in a few turns of the loop.
  await new Promise((done) => setTimeout(done, 50));
  gc();
  const { heapUsed, external } = process.memoryUsage();
  const emitters = [hub.http, process];
  const listeners = emitters.flatMap((emitter) =>
    emitter.eventNames().map((name) => emitter.listenerCount(name as string)),
  );
  return {
    memory: (heapUsed + external) / 2 ** 20,
    handles: process.getActiveResourcesInfo().length + (await openFiles()),
    listeners: listeners.reduce((sum, n) => sum + n, 0),
  };
}

const openFiles = () =>
  readdir('/proc/self/fd').then(
    (names) => names.length,
    () => 0,
  );

/** What grew over the last half: the middle of its first part against the middle of its last. */
function growth(held: readonly Held[]): string[] {
  const half = held.slice(Math.floor(held.length / 2));
  const part = Math.max(1, Math.floor(half.length / 4));
  const of = (what: keyof Held) => {
    const from = middle(half.slice(0, part).map((h) => h[what]));
    const to = middle(half.slice(-part).map((h) => h[what]));
    return { from, to, says: `${what} ${from.toFixed(1)} → ${to.toFixed(1)}` };
  };
  const memory = of('memory');
  const allowed = MAY_GROW.megabytes + memory.from * MAY_GROW.share;
  console.error(`  ${['memory', 'handles', 'listeners'].map((w) => of(w as keyof Held).says)}`);
  return [
    ...(memory.to - memory.from > allowed ? [memory.says] : []),
    ...[of('handles'), of('listeners')].flatMap((w) => (w.to > w.from ? [w.says] : [])),
  ];
}

const middle = (all: readonly number[]) =>
  all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

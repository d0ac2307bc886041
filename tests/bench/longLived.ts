import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { nodeDisk } from '../../server/ledger/disk.ts';
import type { CounterId, ServiceId } from '../../shared/ids.ts';
import type { LobbyCommand } from '../../shared/lobby.ts';
import { uuid7 } from '../../shared/uuid7.ts';
import type { ViewKey } from '../../shared/views/views.ts';
import type { Answer } from '../../shared/wire.ts';
import { Life } from '../faults/life.ts';
import { overDisk } from '../faults/overDisk.ts';
import { World } from '../faults/world.ts';
import { connected, take, watch } from './screens.ts';

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
  const life = await Life.begin({ world, disk, folder, foresees: true });
  if (!life) throw new Error('the hub died though nobody killed it');
  await new Promise<void>((done) => life.hub.http.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(life.hub.http.address() as AddressInfo).port}`;
  // In a process of their own: what screens hold is not the hub's.
  const watching = fork(fileURLToPath(import.meta.url), ['screens', url]);
  await once(watching, 'message');
  const held: Held[] = [];
  for (let day = 1; day <= Math.max(...days); day++) {
    await playDay(life, world);
    for (let left = MORNING + day * DAY - world.now; left > 0; left -= 2 * HOUR)
      await world.leap(Math.min(left, 2 * HOUR));
    if (!days.includes(day)) continue;
    // With its ticks: what is learned beside the presses is learned by then.
    await world.run(world.now + HOUR);
    held.push({ day, ...(await heldNow()) });
  }
  watching.kill();
  await life.stop();
  await rm(folder, { recursive: true, force: true });
  return held;
}

/**
 * Every ticket is taken, called, served and asked about, four every four minutes. What is pressed at one
 * time is in flight together, as on a busy morning: the hub answers it in one go.
 */
async function playDay(life: Life, world: World): Promise<void> {
  const press = (command: LobbyCommand) =>
    life.press({ id: uuid7(life.clock.now().at, randomBytes(10)), ...command });
  const { counters } = life.lobby.visit.settings;
  for (const { id } of counters) await press({ type: 'counter.open', counter: id });
  const four = counters.slice(0, 4).map(({ id }) => id);
  const ends = four.map((counter): LobbyCommand => ({ type: 'service.end', counter }));
  const begins = [
    // The fourth counter serves no cash: with four of it one would wait until the evening.
    ...[take, take, take, { ...take, service: 'business' as ServiceId }],
    ...four.map((counter): LobbyCommand => ({ type: 'call.next', counter })),
    ...four.map((counter): LobbyCommand => ({ type: 'service.start', counter })),
  ];
  for (let n = 0; n < TICKETS; n += four.length) {
    await allDone([...(n > 0 ? ends : []), ...begins].map(press));
    await world.leap(240_000);
  }
  await allDone(ends.map(press));
  for (const { id } of life.lobby.care.alerts)
    await press({ type: 'alert.handle', alert: id, cause: 'peak', action: 'movedStaff' });
}

/** @throws a refusal: a day of which a part was refused is not the day that is told of */
async function allDone(pressed: readonly Promise<Answer | null>[]): Promise<void> {
  for (const answer of await Promise.all(pressed))
    if (!answer?.ok) throw new Error(`the hub refused: ${answer?.says.en}`);
}

/** The least of some looks: what is on its way to screens that are slow is not held for good. */
async function heldNow() {
  const looks = [];
  for (let n = 0; n < 10; n++) {
    await new Promise((done) => setTimeout(done, 300));
    globalThis.gc?.();
    const { heapUsed, external, rss } = process.memoryUsage();
    looks.push({ heap: (heapUsed + external) / 2 ** 20, resident: rss / 2 ** 20 });
  }
  return looks.reduce((least, one) => (one.heap < least.heap ? one : least));
}

const [what, url = ''] = process.argv.slice(2);
if (what === 'screens') {
  for (const key of screens) await watch(await connected(url), key);
  process.send?.('there');
} else {
  console.log(JSON.stringify(await livesThrough(process.argv.slice(2).map(Number))));
  process.exit(0);
}

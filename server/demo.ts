import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { businessDateAt } from '../shared/calendar.ts';
import type { LobbyCommand } from '../shared/lobby.ts';
import { uuid7 } from '../shared/uuid7.ts';
import { systemClock, type TurnedClock, turnedClock } from './clock.ts';
import type { Sender } from './devices/gate.ts';
import { createHub, type Hub } from './hub.ts';
import { nodeDisk } from './ledger/disk.ts';
import { pagesFolder } from './pages.ts';
import { Plain } from './plainly.ts';
import { playDays } from './rehearsal/cast.ts';
import { MOST_BRANCHES } from './rehearsal/city/branches.ts';
import { runCityDemo } from './rehearsal/city/run.ts';
import { momentOf } from './rehearsal/day.ts';
import { sampleBranch } from './rehearsal/sampleBranch.ts';
import type { Stage } from './rehearsal/script.ts';
import { resume } from './resume.ts';
import { listen, onEnd } from './run.ts';
import { demoRoutes } from './web/demo.ts';

const MINUTE = 60_000;
/** The first day hurries to its morning peak, so that there is something to see at once. */
const CURTAIN = '10:25';
const HURRY = 600;

/**
 * `demo`: a real hub on a turned clock, with a simulated branch-day played before it, in a folder that
 * is gone afterwards.
 */
export async function runDemo(args: string[]): Promise<void> {
  const { port, speed, seed, city } = demoOptions(args);
  if (city !== null) return runCityDemo({ branches: city, port, speed, seed });
  const folder = await mkdtemp(join(tmpdir(), 'tingtang-demo-'));
  const { timeZone } = sampleBranch.branch;
  const today = businessDateAt(sampleBranch, systemClock(0).now().wall);
  const start = momentOf(timeZone, today, '08:50');
  const clock = turnedClock({ start, pace: HURRY });
  const resumed = await resume({ disk: nodeDisk, folder, settings: sampleBranch });
  const hub = createHub({
    ...{ resumed, clock, pages: pagesFolder(), settings: null, say: console.log },
    // The actors bring the terminals; a page that is looked at and left is none of them.
    terminals: { seen: () => () => {} },
    more: demoRoutes({ clock, seed, beat: () => hub.beat() }),
  });
  const address = await listen(hub, port, '127.0.0.1');
  await hub.start();
  playDays(seed, stageOn(hub, clock));
  clock.after(momentOf(timeZone, today, CURTAIN) - start, () => {
    clock.setPace(speed);
    hub.beat();
  });
  console.log(`Tingtang, a simulated day at ${speed}×, seed ${seed}`);
  console.log(`  http://127.0.0.1:${address.port}/display/wall/   all screens at once\nready`);
  onEnd(async () => {
    await hub.stop();
    await rm(folder, { recursive: true, force: true });
  });
}

function demoOptions(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: process.env.TINGTANG_PORT ?? '8080' },
      speed: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
      city: { type: 'string' },
    },
  });
  const [port, speed, seed] = [values.port, values.speed, values.seed].map(Number);
  if (speed === undefined || !(speed >= 0 && speed <= 600))
    throw new Plain(`"${values.speed}" is no speed: give a number from 0 to 600.`);
  if (seed === undefined || !Number.isInteger(seed))
    throw new Plain(`"${values.seed}" is no seed: give a whole number.`);
  if (port === undefined || !Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Plain(`"${values.port}" is not a port: give a number from 0 to 65535.`);
  const city = values.city === undefined ? null : Number(values.city);
  if (city !== null && !(Number.isInteger(city) && city >= 2 && city <= MOST_BRANCHES))
    throw new Plain(`"${values.city}" is no city: give from 2 to ${MOST_BRANCHES} branches.`);
  return { port, speed, seed, city };
}

const actor: Sender = { device: 'rehearsal', person: null, role: 'loopback' };

/** The actors press what people press; only terminals are noticed by the hub itself. */
function stageOn({ pipeline }: Hub, clock: TurnedClock): Stage {
  const withId = (command: LobbyCommand) =>
    Object.assign({}, command, { id: uuid7(clock.now().at, randomBytes(10)) }) as Parameters<
      typeof pipeline.submit
    >[0];
  return {
    now: () => clock.now().at,
    after: (ms, run) => void clock.after(ms, run),
    lobby: () => pipeline.lobby,
    submit: (command, answered) => void pipeline.submit(withId(command), actor).then(answered),
    notice: (command) => void pipeline.submitOwn(command),
    night(until, morning) {
      clock.after(5 * MINUTE, () => {
        clock.skipTo(until);
        void pipeline.submitOwn({ type: 'tick' }).then(morning);
      });
    },
  };
}

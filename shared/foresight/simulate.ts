import type { CounterId, ServiceId } from '../ids.ts';
import type { TicketClass } from '../visit/ticket.ts';
import { type Die, die, memoryless } from './chance.ts';
import { drawn } from './durations.ts';
import type { Learned } from './learned.ts';
import { drawnReturn } from './returning.ts';

interface Kind {
  readonly service: ServiceId;
  readonly class: TicketClass;
}

/** One who waits, or will. Times are seconds from now; those of the past are negative. */
export interface Waiter extends Kind {
  /** Who comes first in the rule's eyes: lower goes first. */
  readonly rank: number;
  readonly from: number;
  /** Chance a second that it gives up. */
  readonly leaving: number;
}

/** A counter at work: taken for so many seconds by a service, or free for so many. */
export interface Server {
  readonly id: CounterId;
  readonly serving: ServiceId | null;
  readonly since: number;
  /** How sure it is that it takes this kind, 0 to 1. */
  readonly takes: (kind: Kind) => number;
}

interface Overtaking extends Omit<Waiter, 'from'> {
  readonly rate: number;
  readonly within: number;
}

export interface Scene {
  readonly waiters: readonly Waiter[];
  readonly me: Waiter;
  readonly servers: readonly Server[];
  /** Who may yet come and go first: arrivals a second, and the seconds for which they may. */
  readonly overtakers: Overtaking;
  readonly usual: (service: ServiceId) => number;
  /** Nothing further ahead is looked at, seconds. */
  readonly horizon: number;
}

const RUNS = 40;
/** A counter with nobody to take looks again after this, seconds. */
const LOOKS = 20;
/** Shares of leaving that count for those ahead: whoever leaves often does so early. Ours. */
const STAYS = 0.7;

/** Waits of one who waits now, in so many possible futures, seconds, sorted; at most the horizon. */
export function waitsOf(scene: Scene, learned: Learned, seed: number): number[] {
  const roll = die(seed + 1);
  const waits = Array.from({ length: RUNS }, () => once(scene, learned, roll));
  return waits.sort((a, b) => a - b);
}

interface Guest extends Waiter {
  readonly leaves: number;
}

function once(scene: Scene, learned: Learned, roll: Die): number {
  const { servers, me, horizon } = scene;
  const line = lined(scene, roll);
  const free = servers.map((server) => firstFree(server, scene, learned, roll));
  const able = taking(servers, roll);
  for (;;) {
    const next = soonest(free);
    const now = free[next] ?? horizon;
    if (now >= horizon) return horizon;
    const place = line.findIndex((w) => w.leaves > now && w.from <= now && able(next, w));
    const guest = line[place];
    if (guest?.rank === me.rank && guest.from === me.from && guest.leaves === STAYS_ON) return now;
    if (guest) line.splice(place, 1);
    free[next] = now + (guest ? lasts(guest.service, 0, scene, learned, roll) : LOOKS);
  }
}

const STAYS_ON = Number.POSITIVE_INFINITY;

/** All who are before me or may get there, in the rule's order. */
function lined({ waiters, me, overtakers }: Scene, roll: Die): Guest[] {
  const guest = (w: Waiter): Guest => {
    return { ...w, leaves: Math.max(0, w.from) + memoryless(STAYS * w.leaving, roll) };
  };
  const line = waiters.filter((w) => w.rank < me.rank).map(guest);
  const { rate, within } = overtakers;
  for (let from = memoryless(rate, roll); from < within; from += memoryless(rate, roll))
    line.push(guest({ ...overtakers, rank: me.rank - within + from, from }));
  line.push({ ...me, leaves: STAYS_ON });
  return line.sort((a, b) => a.rank - b.rank);
}

function firstFree(server: Server, scene: Scene, learned: Learned, roll: Die): number {
  const { serving, since } = server;
  if (serving === null) return drawnReturn(learned.returning, since, roll);
  return lasts(serving, since, scene, learned, roll) - since;
}

const lasts = (
  service: ServiceId,
  elapsed: number,
  { usual }: Scene,
  { durations }: Learned,
  roll: Die,
) => Math.max(elapsed, drawn(durations[service], { elapsed, usual: usual(service) }, roll));

/** Whether a counter takes a service, the same throughout one future. */
function taking(servers: readonly Server[], roll: Die) {
  const known = servers.map(() => new Map<string, boolean>());
  return (i: number, kind: Kind): boolean => {
    const key = `${kind.class} ${kind.service}`;
    const seen = known[i]?.get(key);
    if (seen !== undefined) return seen;
    const takes = roll() < (servers[i]?.takes(kind) ?? 0);
    known[i]?.set(key, takes);
    return takes;
  };
}

function soonest(free: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < free.length; i++) if ((free[i] ?? 0) < (free[best] ?? 0)) best = i;
  return best;
}

import type { CounterId, ServiceId } from '../ids.ts';
import type { TicketClass } from '../visit/ticket.ts';
import { type Die, die, memoryless } from './chance.ts';
import { drawn } from './durations.ts';
import type { Learned } from './learned.ts';
import { drawnReturn } from './returning.ts';

export interface Kind {
  readonly service: ServiceId;
  readonly class: TicketClass;
}

/** One who waits, or will. */
export interface Waiter extends Kind {
  /** When the waiting began: seconds from now, negative for those already there. */
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

/** Who may yet come and go first: arrivals a second, for so many seconds. */
export interface Coming extends Omit<Waiter, 'from'> {
  readonly rate: number;
  readonly within: number;
}

/** Who goes first at a moment, seconds from now: the lower number does. */
export type Rule = (waiter: Pick<Waiter, 'class' | 'from'>, now: number) => number;

export interface Scene {
  /** Those who are before me or may get there. */
  readonly waiters: readonly Waiter[];
  readonly coming: readonly Coming[];
  readonly me: Waiter;
  readonly rule: Rule;
  readonly servers: readonly Server[];
  readonly usual: (service: ServiceId) => number;
  /** Nothing further ahead is looked at, seconds. */
  readonly horizon: number;
}

/** Possible futures looked at; fewer where the line is long, for each costs as much as it is long. */
const RUNS = 40;
const FEWEST = 8;
const EFFORT = 4000;
/** A counter with nobody to take looks again after this, seconds. */
const LOOKS = 20;
/** Shares of leaving that count for those ahead: whoever leaves often does so early. Ours. */
const STAYS = 0.7;

/** Waits of one who waits now, in so many possible futures, seconds, sorted; at most the horizon. */
export function waitsOf(scene: Scene, learned: Learned, seed: number): number[] {
  const roll = die(seed + 1);
  const affordable = Math.floor(EFFORT / (scene.waiters.length + 1));
  const runs = Math.max(FEWEST, Math.min(RUNS, affordable));
  const waits = Array.from({ length: runs }, () => once(scene, learned, roll));
  return waits.sort((a, b) => a - b);
}

interface Guest extends Waiter {
  readonly leaves: number;
}

function once(scene: Scene, learned: Learned, roll: Die): number {
  const { servers, horizon, rule } = scene;
  const line = lined(scene, roll);
  const [me] = line;
  const free = servers.map((server) => firstFree(server, scene, learned, roll));
  const able = taking(servers, roll);
  for (;;) {
    const next = soonest(free);
    const now = free[next] ?? horizon;
    if (now >= horizon) return horizon;
    const guest = chosen(line, now, rule, (w) => able(next, w));
    if (guest && guest === me) return now;
    if (guest) line.splice(line.indexOf(guest), 1);
    free[next] = now + (guest ? lasts(guest.service, 0, scene, learned, roll) : LOOKS);
  }
}

/** I, and all who are before me or may get there. */
function lined({ waiters, me, coming }: Scene, roll: Die): Guest[] {
  const guest = (w: Waiter): Guest => {
    return { ...w, leaves: Math.max(0, w.from) + memoryless(STAYS * w.leaving, roll) };
  };
  const line = [{ ...me, leaves: Number.POSITIVE_INFINITY }, ...waiters.map(guest)];
  for (const { rate, within, ...kind } of coming)
    for (let from = memoryless(rate, roll); from < within; from += memoryless(rate, roll))
      line.push(guest({ ...kind, from }));
  return line;
}

function chosen(line: readonly Guest[], now: number, rule: Rule, able: (kind: Kind) => boolean) {
  let best: Guest | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const guest of line) {
    if (guest.from > now || guest.leaves <= now || !able(guest)) continue;
    const rank = rule(guest, now);
    if (rank >= least) continue;
    [best, least] = [guest, rank];
  }
  return best;
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

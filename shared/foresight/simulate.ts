import type { CounterId, ServiceId } from '../ids.ts';
import type { TicketClass } from '../visit/ticket.ts';
import { type Die, die } from './chance.ts';
import { drawn } from './durations.ts';
import { type Lane, lanesOf, Walk, type Walking } from './lanes.ts';
import type { Learned } from './learned.ts';
import { drawnPause, drawnReturn } from './returning.ts';
import { Turns } from './turns.ts';

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
  /** How often premium ones who came later were called past it. */
  readonly passed?: number;
}

/** A counter at work: taken for so many seconds by a service, or free for so many. */
export interface Server {
  readonly id: CounterId;
  readonly serving: ServiceId | null;
  readonly since: number;
  /** How sure it is that it takes this kind, 0 to 1. */
  readonly takes: (kind: Kind) => number;
  /** Ordinary ones it has called since its last premium one; null: none yet. */
  readonly sincePremium: number | null;
}

/** Who may yet come and go first: arrivals a second, for so many seconds. */
export interface Coming extends Omit<Waiter, 'from'> {
  readonly rate: number;
  readonly within: number;
}

/**
 * Who goes first at a moment, seconds from now: the lower number does. Of one class and service, it
 * is always whoever came first.
 */
export type Rule = (waiter: Pick<Waiter, 'class' | 'from'>, now: number) => number;

export interface Scene {
  /** Those who are before me or may get there. */
  readonly waiters: readonly Waiter[];
  readonly coming: readonly Coming[];
  readonly me: Waiter;
  readonly rule: Rule;
  /** Premium steps back for so many after a premium call; whoever was passed so often goes first. */
  readonly fairness: { readonly stepsBack: number; readonly passedOver: number } | null;
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

/** Waits of one who waits now, in so many possible futures, seconds, sorted; at most the horizon. */
export function waitsOf(scene: Scene, learned: Learned, seed: number): number[] {
  const roll = die(seed + 1);
  const affordable = Math.floor(EFFORT / (scene.waiters.length + 1));
  const runs = Math.max(FEWEST, Math.min(RUNS, affordable));
  const lanes = lanesOf(scene);
  const waits = Array.from({ length: runs }, () => once(scene, lanes, learned, roll));
  return waits.sort((a, b) => a - b);
}

function once(scene: Scene, lanes: readonly Lane[], learned: Learned, roll: Die): number {
  const { servers, horizon } = scene;
  const walks = lanes.map((lane) => new Walk(lane, roll));
  const able = taking(servers, lanes, roll);
  const free = servers.map((server, i) =>
    lanes.some((_, lane) => able(i, lane)) ? firstFree(server, scene, learned, roll) : horizon,
  );
  let waited = horizon;
  play({ scene, walks, able, free }, (walk, now) => {
    if (walk.isMine) {
      waited = now;
      return null;
    }
    const seconds = lasts(walk.lane.service, 0, scene, learned, roll);
    return seconds + drawnPause(learned.returning, roll);
  });
  return waited;
}

/** One possible future. */
interface Played<W extends Walking> {
  readonly scene: Pick<Scene, 'servers' | 'rule' | 'fairness' | 'horizon'>;
  readonly walks: readonly W[];
  /** Whether a counter takes a lane, both by their places. */
  readonly able: (server: number, lane: number) => boolean;
  /** When each counter is free first; used up in it, as the walks are. */
  readonly free: number[];
}

/**
 * Plays a future to its horizon. `takes` is told of each who is taken, and says for how many seconds,
 * or null to look no further.
 */
export function play<W extends Walking>(
  { scene, walks, able, free }: Played<W>,
  takes: (walk: W, now: number) => number | null,
): void {
  const turns = new Turns(scene, walks, able);
  for (;;) {
    const server = soonest(free);
    const now = free[server] ?? scene.horizon;
    if (now >= scene.horizon) return;
    const next = turns.next(server, now);
    const walk = walks[next];
    const seconds = walk ? takes(walk, now) : LOOKS;
    if (seconds === null) return;
    free[server] = now + seconds;
    if (!walk) continue;
    turns.called(server, next);
    walk.take();
  }
}

export function firstFree(
  server: Server,
  scene: Pick<Scene, 'usual'>,
  learned: Learned,
  roll: Die,
): number {
  const { serving, since } = server;
  if (serving === null) return drawnReturn(learned.returning, since, roll);
  return lasts(serving, since, scene, learned, roll) - since;
}

export const lasts = (
  service: ServiceId,
  elapsed: number,
  { usual }: Pick<Scene, 'usual'>,
  { durations }: Learned,
  roll: Die,
) => Math.max(elapsed, drawn(durations[service], { elapsed, usual: usual(service) }, roll));

/** Whether a counter takes a kind, the same throughout one future. */
function taking(servers: readonly Server[], lanes: readonly Lane[], roll: Die) {
  const takes = servers.map((server) => lanes.map((lane) => roll() < server.takes(lane)));
  return (server: number, lane: number) => takes[server]?.[lane] ?? false;
}

function soonest(free: readonly number[]): number {
  let best = 0;
  for (let i = 1; i < free.length; i++) if ((free[i] ?? 0) < (free[best] ?? 0)) best = i;
  return best;
}

import type { CounterId } from '../ids.ts';
import { passedOver } from '../visit/calls.ts';
import { waiting } from '../visit/queue.ts';
import type { Visit } from '../visit/state.ts';
import { type TicketClass, waitedIn } from '../visit/ticket.ts';
import { type Die, die, memoryless } from './chance.ts';
import { type ComingKinds, comingKinds } from './comingKinds.ts';
import { type Customer, DrawnWalk, lanesIn } from './drawn.ts';
import type { Learned } from './learned.ts';
import { leavingRate } from './leaving.ts';
import { atWork, ours, usualFrom } from './scene.ts';
import { firstFree, type Kind, lasts, play, type Scene, type Server } from './simulate.ts';

/** A moment from which the whole lobby is looked ahead. */
export interface Present {
  readonly learned: Learned;
  readonly visit: Visit;
  readonly at: number;
  readonly seed: number;
}

interface Future {
  readonly customers: readonly Customer[];
  /** When each counter that is at work is free first. */
  readonly free: ReadonlyMap<CounterId, number>;
}

/**
 * The same possible futures for whatever is done: who comes when, how long each will take and wait is
 * drawn once, so that two ways of staffing differ by nothing but themselves (common random numbers).
 */
export interface Futures extends Pick<Scene, 'servers' | 'rule' | 'fairness' | 'horizon'> {
  readonly all: readonly Future[];
}

/** Fewer futures where the line is long, for each costs as much as it is long: ours. */
const MOST = 40;
const FEWEST = 12;
const EFFORT = 1600;

/** @param horizon seconds looked ahead */
export function futuresOf(present: Present, horizon: number): Futures {
  const { visit, learned, at, seed } = present;
  const coming = comingKinds(visit, at);
  const servers = atWork(learned, visit, { at, rule: 'ours' });
  const runs = Math.max(FEWEST, Math.min(MOST, Math.floor(EFFORT / (visit.line.length + 1))));
  return {
    servers,
    all: Array.from({ length: runs }, (_, i) =>
      futureOf({ ...present, seed: seed * MOST + i }, servers, coming, horizon),
    ),
    ...ours(visit, horizon),
    horizon,
  };
}

function futureOf(
  { visit, learned, at, seed }: Present,
  servers: readonly Server[],
  coming: ComingKinds,
  horizon: number,
): Future {
  const roll = die(seed + 1);
  const usual = usualFrom(learned, visit);
  const customer = (kind: Kind, from: number, passed = 0): Customer => {
    const rate = leavingRate(learned.leaving, kind.class, kind.service);
    return {
      ...{ service: kind.service, class: kind.class, from, passed },
      leaves: Math.max(0, from) + memoryless(rate, roll),
      lasts: lasts(kind.service, 0, { usual }, learned, roll),
    };
  };
  const there = waiting(visit)
    .filter((t) => !t.test)
    .map((t) => customer(t, (t.since - waitedIn(t.legs) - at) / 1000, passedOver(visit, t)));
  const free = servers.map((s) => [s.id, firstFree(s, { usual }, learned, roll)] as const);
  return {
    customers: [...there, ...arriving(coming, horizon, customer, roll)],
    free: new Map(free),
  };
}

function arriving(
  { kinds, until }: ComingKinds,
  horizon: number,
  customer: (kind: Kind, from: number) => Customer,
  roll: Die,
): Customer[] {
  const last = Math.min(horizon, until);
  return kinds.flatMap(({ rate, ...kind }) => {
    const own: Customer[] = [];
    for (let from = memoryless(rate, roll); from < last; from += memoryless(rate, roll))
      own.push(customer(kind, from));
    return own;
  });
}

/** A counter under some way of staffing; `free` where it is not as in the future itself. */
export type Manned = Pick<Server, 'id' | 'takes' | 'sincePremium'> & { readonly free?: number };

/** Longest waits of a class among those still waiting, seconds, one of each future. */
export type Longest = (cls: TicketClass, mark: number) => readonly number[];

/** Plays every future with these counters. */
export function staffed(futures: Futures, counters: readonly Manned[]): Longest {
  const servers = counters.map((c) => ({ ...c, serving: null, since: 0 }));
  const scene = { ...futures, servers };
  const played = futures.all.map(({ customers, free }) => {
    const lanes = lanesIn(customers);
    const takes = servers.map((server) => lanes.map((lane) => server.takes(lane) > 0));
    const able = (server: number, lane: number) => takes[server]?.[lane] ?? false;
    const taken = new Map<Customer, number>();
    const walks = lanes.map((lane) => new DrawnWalk(lane));
    const first = counters.map((c) => c.free ?? free.get(c.id) ?? 0);
    play({ scene, walks, able, free: first }, (walk, now) => {
      taken.set(walk.first, now);
      return walk.first.lasts;
    });
    return { customers, taken };
  });
  return (cls, mark) => played.map((one) => longestAt(one, cls, mark));
}

function longestAt(
  { customers, taken }: { customers: readonly Customer[]; taken: ReadonlyMap<Customer, number> },
  cls: TicketClass,
  mark: number,
): number {
  let longest = 0;
  for (const customer of customers) {
    if (customer.class !== cls || customer.from > mark || customer.leaves <= mark) continue;
    if ((taken.get(customer) ?? mark + 1) > mark) longest = Math.max(longest, mark - customer.from);
  }
  return longest;
}

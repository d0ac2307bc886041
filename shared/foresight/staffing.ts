import type { CounterId, ServiceId } from '../ids.ts';
import { type CounterSetting, lineOf, type Settings } from '../settings.ts';
import { canServe } from '../visit/state.ts';
import type { TicketClass } from '../visit/ticket.ts';
import { type Die, die, memoryless } from './chance.ts';
import { type Customer, DrawnWalk, lanesIn } from './drawn.ts';
import { drawn } from './durations.ts';
import { ours } from './scene.ts';
import { type Kind, play } from './simulate.ts';

/** What days of this weekday were like. */
export interface Demand {
  readonly settings: Settings;
  /** The business day's half-hours in order: how many came on average, by kind `ordinary cash`. */
  readonly halves: readonly {
    readonly at: string;
    readonly by: Readonly<Record<string, number>>;
  }[];
  /** Durations of services, seconds. */
  readonly durations: Readonly<Record<ServiceId, readonly number[]>>;
}

export interface Need {
  /** Counters that are enough, the first ones to open first. */
  readonly counters: readonly CounterId[];
  /** False: not even all counters are. */
  readonly enough: boolean;
}

const HALF = 1800;
/** Customers of so many possible half-hours are looked at together: ours. */
const RUNS = 30;
/** Of each class so many may wait past orange. */
const OVER = 0.1;

/**
 * The fewest counters with which nine of ten of each class who come in half-hour `i` wait no longer
 * than their orange line. Played as everything else is: our own rule, arrivals by chance around what
 * was usual, services as long as they were. The half-hour before is played with it at the same
 * counters, so that its last customers still wait or are being served; nobody gives up.
 */
export function neededIn(demand: Demand, i: number): Need {
  const { settings, halves } = demand;
  const own = halves[i]?.by ?? {};
  if (Object.values(own).every((n) => n === 0)) return { counters: [], enough: true };
  const order = openingOrder(demand, own);
  const futures = Array.from({ length: RUNS }, (_, run) => customersOf(demand, i, die(run + 1)));
  for (let n = 1; n <= order.length; n++) {
    const open = order.slice(0, n);
    if (isEnough(futures, open, settings)) return { counters: open.map((k) => k.id), enough: true };
  }
  return { counters: order.map((k) => k.id), enough: false };
}

const kindOf = (key: string): Kind => {
  const [cls = '', service = ''] = key.split(' ');
  return { class: cls as TicketClass, service: service as ServiceId };
};

/** One after another, whichever takes most of the work that the fewest take so far. */
function openingOrder({ settings, durations }: Demand, by: Readonly<Record<string, number>>) {
  const work = Object.entries(by).map(([key, n]) => {
    const kind = kindOf(key);
    return { kind, seconds: n * usualOf(settings, durations, kind.service), takenBy: 0 };
  });
  const left = [...settings.counters];
  const order: CounterSetting[] = [];
  while (left.length > 0) {
    const worth = (k: CounterSetting) =>
      work.reduce((sum, w) => sum + (canServe(k, w.kind) ? w.seconds / (1 + w.takenBy) : 0), 0);
    const next = left.reduce((best, k) => (worth(k) > worth(best) ? k : best));
    if (worth(next) === 0) break;
    left.splice(left.indexOf(next), 1);
    order.push(next);
    for (const w of work) if (canServe(next, w.kind)) w.takenBy++;
  }
  return order;
}

function usualOf(settings: Settings, durations: Demand['durations'], id: ServiceId): number {
  const known = durations[id] ?? [];
  if (known.length > 0) return known.reduce((sum, s) => sum + s, 0) / known.length;
  return settings.services.find((s) => s.id === id)?.usualSeconds ?? 300;
}

/** Times are seconds from the beginning of half-hour `i`: who came in the one before is negative. */
function customersOf({ settings, halves, durations }: Demand, i: number, roll: Die): Customer[] {
  return [-1, 0].flatMap((before) =>
    Object.entries(halves[i + before]?.by ?? {}).flatMap(([key, n]) => {
      const kind = kindOf(key);
      const usual = usualOf(settings, durations, kind.service);
      const own: Customer[] = [];
      const rate = n / HALF;
      for (let at = memoryless(rate, roll); at < HALF; at += memoryless(rate, roll))
        own.push({
          ...{ ...kind, from: before * HALF + at, passed: 0, leaves: Number.POSITIVE_INFINITY },
          lasts: drawn(durations[kind.service], { elapsed: 0, usual }, roll),
        });
      return own;
    }),
  );
}

function isEnough(
  futures: readonly (readonly Customer[])[],
  open: readonly CounterSetting[],
  settings: Settings,
): boolean {
  const counts = new Map<TicketClass, { n: number; over: number }>();
  for (const customers of futures)
    for (const [customer, wait] of waitsIn(customers, open, settings)) {
      if (customer.from < 0) continue;
      const known = counts.get(customer.class) ?? { n: 0, over: 0 };
      const over = wait > lineOf(settings, customer.class).orange ? 1 : 0;
      counts.set(customer.class, { n: known.n + 1, over: known.over + over });
    }
  return [...counts.values()].every(({ n, over }) => over <= OVER * n);
}

function waitsIn(
  customers: readonly Customer[],
  open: readonly CounterSetting[],
  settings: Settings,
): Map<Customer, number> {
  const lanes = lanesIn(customers);
  const horizon =
    HALF + 2 * Math.max(settings.lines.ordinary.orange, settings.lines.premium.orange);
  const servers = open.map((k) => ({
    ...{ id: k.id, serving: null, since: 0, sincePremium: null },
    takes: (kind: Kind) => (canServe(k, kind) ? 1 : 0),
  }));
  const able = (server: number, lane: number) => {
    const kind = lanes[lane];
    return kind !== undefined && canServe(open[server], kind);
  };
  // Whoever is never taken waits past every line.
  const waits = new Map(customers.map((customer) => [customer, Number.POSITIVE_INFINITY]));
  const walks = lanes.map((lane) => new DrawnWalk(lane));
  const scene = { ...ours({ settings }, horizon), servers, horizon };
  play({ scene, walks, able, free: servers.map(() => -HALF) }, (walk, now) => {
    waits.set(walk.first, now - walk.first.from);
    return walk.first.lasts;
  });
  return waits;
}

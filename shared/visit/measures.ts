import type { Settings } from '../settings.ts';
import {
  type RatingMeasures,
  type RatingSums,
  ratingMeasures,
  ratingSums,
} from './satisfaction.ts';
import { bucketed, type Spread, shareOver, spreadOf } from './spread.ts';
import { type Leg, lastLeg, type Ticket, type TicketClass, waitedIn } from './ticket.ts';

/** The figures of a set of tickets; the definitions stand beside each in the catalogues. */
export interface Measures {
  /** Tickets issued: without walk-ins and tests. */
  readonly tickets: number;
  readonly queued: number;
  /** Tickets that reached a service. */
  readonly served: number;
  readonly abandoned: number;
  readonly noshow: number;
  /** Recorded logs that know no more than that somebody was called, or not. */
  readonly called: number;
  readonly notCalled: number;
  readonly replaced: number;
  readonly walkIns: number;
  readonly forgotten: number;
  /** 等候时间: service start − first issue, of queued tickets that reached service. */
  readonly wait: Spread & {
    readonly over: Readonly<Record<string, number | null>>;
    readonly buckets: readonly number[];
    /** Of these, how many span a restart of the hub. */
    readonly acrossRestart: number;
  };
  /** Service start − call. */
  readonly callGap: Spread;
  /** 办理时间: service end − service start. */
  readonly service: Spread;
  /** What those who gave up had waited: beside the average, so that it cannot hide them. */
  readonly abandonedWait: Spread;
  readonly rating: RatingMeasures;
}

export interface MeasureOptions {
  /** Seconds for which the share above is wanted. */
  readonly over: readonly number[];
  readonly points: Settings['rating']['points'];
  readonly restarts?: readonly number[];
}

/** Measures a set of tickets. The same code serves the branch's day, a replayed log, the center. */
export function measure(all: Iterable<Ticket>, options: MeasureOptions): Measures {
  const sums = emptySums();
  for (const ticket of all) if (!ticket.test) add(sums, ticket, options.restarts ?? []);
  const { waits, gaps, services, given, ratings, acrossRestart, ...counts } = sums;
  const over = options.over.map((s) => [String(s), shareOver(waits, s)]);
  return {
    ...counts,
    wait: {
      ...spreadOf(waits),
      over: Object.fromEntries(over),
      buckets: bucketed(waits),
      acrossRestart,
    },
    callGap: spreadOf(gaps),
    service: spreadOf(services),
    abandonedWait: spreadOf(given),
    rating: ratingMeasures(ratings, options.points),
  };
}

const emptySums = () => ({
  ...{ tickets: 0, queued: 0, served: 0, abandoned: 0, noshow: 0, called: 0, notCalled: 0 },
  ...{ replaced: 0, walkIns: 0, forgotten: 0, acrossRestart: 0 },
  waits: [] as number[],
  gaps: [] as number[],
  services: [] as number[],
  /** Waits of those who gave up. */
  given: [] as number[],
  ratings: ratingSums() as RatingSums,
});
type Sums = ReturnType<typeof emptySums>;

function add(sums: Sums, ticket: Ticket, restarts: readonly number[]): void {
  const last = lastLeg(ticket);
  count(sums, ticket, last);
  sums.ratings.add(ticket);
  addServices(sums, ticket);
  const { situation } = ticket;
  if (situation.is === 'abandoned' && situation.why !== 'unknown')
    sums.given.push(waitedIn(ticket.legs) + situation.at - ticket.since);
  // A forgotten service is outside every mean; a walk-in never waited.
  if (!last || !ticket.queued || last.how === 'forgotten') return;
  sums.waits.push(waitedIn(ticket.legs));
  if (ticket.legs.some((leg) => restarts.some((r) => r > leg.from && r <= leg.startedAt)))
    sums.acrossRestart++;
}

function count(sums: Sums, ticket: Ticket, last: Leg | undefined): void {
  if (ticket.by === 'walkIn') sums.walkIns++;
  else sums.tickets++;
  if (ticket.queued) sums.queued++;
  const { situation } = ticket;
  if (situation.is === 'replaced') sums.replaced++;
  if (situation.is === 'abandoned') {
    if (situation.why === 'unknown') sums.notCalled++;
    else sums.abandoned++;
  } else if (last?.how === 'noshow') sums.noshow++;
  else if (last?.how === 'unknown') sums.called++;
  else if (last && ticket.by !== 'walkIn') sums.served++;
  if (last?.how === 'forgotten') sums.forgotten++;
}

/** One service time an ending: stretches that were interrupted belong to the one that ended it. */
function addServices(sums: Sums, ticket: Ticket): void {
  let so = 0;
  for (const leg of ticket.legs) {
    if (ticket.by !== 'walkIn' && ticket.by !== 'observed')
      sums.gaps.push(leg.startedAt - leg.calledAt);
    if (leg.endedAt === null) continue;
    so += leg.endedAt - leg.startedAt;
    if (leg.how === 'interrupted') continue;
    if (leg.how === 'done' || leg.how === 'transferred') sums.services.push(so);
    so = 0;
  }
}

export const MEASURED_CLASSES: readonly TicketClass[] = [
  'premium',
  'ordinary',
  'care',
  'unrecorded',
];

/** The measures of each class that occurs, and of all together. */
export function measureByClass(all: Iterable<Ticket>, options: MeasureOptions) {
  const tickets = [...all];
  const classes = MEASURED_CLASSES.flatMap((cls) => {
    const own = tickets.filter((t) => t.class === cls);
    return own.length > 0 ? [[cls, measure(own, options)] as const] : [];
  });
  return {
    classes: Object.fromEntries(classes) as Partial<Record<TicketClass, Measures>>,
    all: measure(tickets, options),
  };
}

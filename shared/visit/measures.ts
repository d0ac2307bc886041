import type { Settings } from '../settings.ts';
import { type PhoneMeasures, phoneMeasures } from './phoneMeasures.ts';
import { type RatingMeasures, ratingMeasures } from './satisfaction.ts';
import { bucketed, ratio, type Spread, shareOver, spreadOf } from './spread.ts';
import { add, emptySums, type Sums } from './tally.ts';
import type { Ticket, TicketClass } from './ticket.ts';

/** The figures of a set of tickets; the definitions stand beside each in the catalogues. */
export interface Measures {
  /** Tickets issued: without walk-ins and tests. */
  readonly tickets: number;
  readonly queued: number;
  /** Tickets that reached a service and were not given up after it. */
  readonly served: number;
  readonly abandoned: number;
  /** 弃号率: abandoned ÷ issued. */
  readonly abandonRate: number | null;
  readonly noshow: number;
  /** Recorded logs that know no more than that somebody was called, or not. */
  readonly called: number;
  readonly notCalled: number;
  readonly replaced: number;
  readonly walkIns: number;
  /** Walk-ins ÷ those served, walk-ins included. */
  readonly walkInShare: number | null;
  readonly forgotten: number;
  /** Served by voice while the hub was gone, outside every mean; left out where there are none. */
  readonly servedMeanwhile?: number;
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
  /** There only where a phone rated: a closing of a day without stays as it was signed. */
  readonly phone?: PhoneMeasures;
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
  return measuresOf(sums, options);
}

/** The figures that sums come to, however many days they were added up over. */
export function measuresOf(sums: Sums, options: Pick<MeasureOptions, 'over' | 'points'>): Measures {
  const {
    waits,
    gaps,
    services,
    given,
    ratings,
    phones,
    acrossRestart,
    servedMeanwhile,
    ...counts
  } = sums;
  const over = options.over.map((s) => [String(s), shareOver(waits, s)]);
  const { abandoned, served, tickets, walkIns } = counts;
  const phone = phoneMeasures(phones, options.points);
  return {
    ...counts,
    // Closings of years ago have no such key, and must come out as they were.
    ...(servedMeanwhile > 0 && { servedMeanwhile }),
    abandonRate: ratio(abandoned, tickets),
    walkInShare: ratio(walkIns, walkIns + served),
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
    ...(phone && { phone }),
  };
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

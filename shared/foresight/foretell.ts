import type { ServiceId, TicketId } from '../ids.ts';
import type { VisitFact } from '../visit/facts.ts';
import { ticketOf, type Visit } from '../visit/state.ts';
import { type Ticket, type TicketClass, waitedAt } from '../visit/ticket.ts';
import type { Wait } from './expectation.ts';
import { type Features, featuresOf } from './features.ts';
import { type Fit, fitted, refit, startFit } from './fit.ts';
import { type Learned, learnt, nothingLearned } from './learned.ts';

/**
 * The predictor: what the branch has learned, two fits that set right what the simulated queue says
 * (one of the logarithm, one of the wait itself), and for each class how far off the middle the
 * ranges lie. Told waits are kept until it is known what they came to.
 */
export interface Foresight {
  readonly learned: Learned;
  readonly logs: Fit;
  readonly waits: Fit;
  /** How many told waits both have learned from. */
  readonly seen: number;
  readonly ranges: Readonly<Partial<Record<TicketClass, Range>>>;
  readonly told: Readonly<Record<TicketId, Told>>;
  /** The last that was said to each class and service. */
  readonly lastTold: Readonly<Record<string, { readonly at: number; readonly told: Told }>>;
}
interface Range {
  readonly below: number;
  readonly above: number;
}
export interface Told extends Wait {
  readonly features: Features;
}

const SIZE = 9;
/**
 * Both fits begin by believing the simulated queue, the logarithm's its median, the other its mean, so
 * firmly that a first hundred waits do not carry them off: ours.
 */
const believed = (weight: number) => Array.from({ length: SIZE }, (_, i) => (i === 1 ? weight : 0));
const MINUTE = 60;

export const noForesight: Foresight = {
  learned: nothingLearned,
  logs: startFit(believed(1), [0.5, ...Array(SIZE - 1).fill(0.1)]),
  waits: startFit(believed(MINUTE), Array(SIZE).fill(10)),
  ...{ seen: 0, ranges: {}, told: {}, lastTold: {} },
};

/** Logarithms of waits begin here, seconds: nobody feels the difference between none and some. */
const SOFT = 8;
const soft = (seconds: number) => Math.log(Math.max(0, seconds) + SOFT);
const unsoft = (value: number) => Math.exp(value) - SOFT;

const inLogs = (f: Features) => [
  ...[1, soft(f.median), soft(f.ahead * 10), Math.log1p(f.free10), Math.log1p(f.free60)],
  ...[soft(f.classMean), soft(f.serviceMean), soft(f.headOfLine), Math.log1p(f.overtakers)],
];
const inWaits = (f: Features) => [
  ...[1, f.mean / MINUTE, f.ahead, f.free10, f.free60],
  ...[f.classMean / MINUTE, f.serviceMean / MINUTE, f.headOfLine / MINUTE, f.overtakers],
];

/** What the fits say counts for so much in the end, and for half of it after so many waits: ours. */
const BELIEF = 0.85;
/** The logarithm's fit keeps absolute errors small, the other one squares: this keeps both. Ours. */
const LOGS = 0.75;
const ENOUGH = 40;

/** So many people ahead narrow a range by three tenths: ours. */
const EVENS_OUT = 8;

/** Where ranges begin: from under half to nearly double. Ours. */
const FIRST_RANGE: Range = { below: 0.75, above: 0.6 };

export interface Asked {
  readonly service: ServiceId;
  readonly class: TicketClass;
  /** Who goes first: by our own rule, or as was seen. */
  readonly rule: 'ours' | 'seen';
  /** Hub time of asking. */
  readonly at: number;
  /** Different for each that asks, so that no two share one future. */
  readonly seed: number;
  /** One who waits already, instead of one who would come. */
  readonly waiting?: Ticket;
}

/** The wait of one who would take a number now; null: nothing that could be believed. */
export function foretell(known: Foresight, visit: Visit, asked: Asked): Told | null {
  const features = featuresOf(known.learned, visit, asked);
  return features && { ...toldOf(known, asked, features), features };
}

function toldOf(known: Foresight, { class: cls, rule }: Asked, f: Features): Wait {
  const byLogs = unsoft(fitted(known.logs, inLogs(f)));
  const byWaits = fitted(known.waits, inWaits(f));
  const fit = LOGS * Math.max(0, byLogs) + (1 - LOGS) * Math.max(0, byWaits);
  // Of a recorded log neither counters nor services are known well enough to believe the queue alone.
  const enough = rule === 'ours' ? ENOUGH : 0;
  const belief = (BELIEF * known.seen) / Math.max(1, known.seen + enough);
  const simulated = (f.mean + f.median) / 2;
  return rangeAround(known, cls, belief * fit + (1 - belief) * simulated, f.ahead);
}

/**
 * As far as waits of this class have been from what was said; the more people are ahead, the more of
 * what chance does to each evens out.
 */
export function rangeAround(
  { ranges }: Foresight,
  cls: TicketClass,
  mid: number,
  ahead: number,
): Wait {
  const { below, above } = ranges[cls] ?? FIRST_RANGE;
  const share = 1 / Math.sqrt(1 + ahead / EVENS_OUT);
  const at = soft(mid);
  return {
    low: Math.max(0, unsoft(at - below * share)),
    mid,
    high: unsoft(at + above * share),
  };
}

/** Goes on by one fact; `before` and `after` are the states around it. */
export function foresee(known: Foresight, fact: VisitFact, before: Visit, after: Visit): Foresight {
  const learned = learnt(known.learned, fact, before, after);
  switch (fact.type) {
    case 'day.opened':
      return { ...known, learned, told: {}, lastTold: {} };
    case 'ticket.abandoned':
    case 'ticket.missed':
    case 'ticket.held':
    case 'ticket.classed':
    case 'observed.left':
      return { ...known, learned, told: without(known.told, fact.ticket) };
    case 'service.started':
    case 'observed.started':
      return cameTrue({ ...known, learned }, ticketOf(before, fact.ticket), fact.at);
    default:
      return { ...known, learned };
  }
}

/** Keeps what was said to a ticket, to learn from it what it comes to. */
export const withTold = (known: Foresight, id: TicketId, told: Told): Foresight => ({
  ...known,
  told: { ...known.told, [id]: told },
});

function cameTrue(known: Foresight, ticket: Ticket | undefined, at: number): Foresight {
  const told = ticket && known.told[ticket.id];
  if (!ticket || !told) return known;
  const waited = waitedAt(ticket, at) / 1000;
  const { features: f } = told;
  const range = known.ranges[ticket.class] ?? FIRST_RANGE;
  return {
    ...known,
    seen: known.seen + 1,
    logs: refit(known.logs, inLogs(f), soft(waited)),
    waits: refit(known.waits, inWaits(f), waited, MINUTE / (f.mean + MINUTE / 2)),
    ranges: { ...known.ranges, [ticket.class]: moved(range, told, waited) },
    told: without(known.told, ticket.id),
  };
}

/** How fast the ends of a range follow what happens: ours. */
const FOLLOWS = 0.02;

/** Each end moves until a fifth of the waits lies beyond it. */
const moved = ({ below, above }: Range, told: Wait, waited: number): Range => ({
  below: Math.max(0, below - FOLLOWS * (0.2 - (waited < told.low ? 1 : 0))),
  above: Math.max(0, above + FOLLOWS * (0.8 - (waited < told.high ? 1 : 0))),
});

const without = (told: Foresight['told'], id: TicketId): Foresight['told'] => {
  if (!told[id]) return told;
  const { [id]: _, ...rest } = told;
  return rest;
};

import type { CounterId, ServiceId } from '../ids.ts';
import type { VisitFact } from '../visit/facts.ts';
import { waiting } from '../visit/queue.ts';
import { counterOf, ticketOf, type Visit } from '../visit/state.ts';
import { lastLeg, type Ticket, type TicketClass, waitedAt } from '../visit/ticket.ts';
import { type Arrivals, withArrival } from './arrivals.ts';
import { type Durations, withDuration } from './durations.ts';
import { type HeadStarts, headStart, withOvertaking } from './headStarts.ts';
import { type Leaving, withWaited } from './leaving.ts';
import { learn, type Pace } from './pace.ts';
import { type Returning, unknownReturning, withReturn } from './returning.ts';
import { type Skills, withSkill } from './skills.ts';
import { wantedSince } from './wanted.ts';

/** What a branch's own days have taught about how its line moves: plain data, folded from facts. */
export interface Learned {
  readonly durations: Durations;
  readonly returning: Returning;
  readonly skills: Skills;
  readonly leaving: Leaving;
  readonly headStarts: HeadStarts;
  readonly arrivals: Arrivals;
  readonly pace: Pace;
  /** Waits that ended in a service, by class and by service. */
  readonly waits: Readonly<Record<string, { readonly n: number; readonly sum: number }>>;
}

export const nothingLearned: Learned = {
  ...{ durations: {}, returning: unknownReturning, skills: {}, leaving: {} },
  ...{ headStarts: {}, arrivals: {}, pace: {}, waits: {} },
};

/** `before` and `after` are the states around the fact. */
export function learnt(known: Learned, fact: VisitFact, before: Visit, after: Visit): Learned {
  switch (fact.type) {
    case 'ticket.issued':
    case 'observed.issued':
      if (fact.type === 'ticket.issued' && fact.test) return known;
      return { ...known, arrivals: withArrival(known.arrivals, fact.class, fact.at) };
    case 'ticket.called':
      return called(known, ticketOf(before, fact.ticket), fact, before, returned);
    case 'observed.started': {
      const ticket = ticketOf(before, fact.ticket);
      const now = called(known, ticket, fact, before, withCalling);
      return ticket?.queued ? ruleSeen(now, ticket, fact.counter, before) : now;
    }
    case 'observed.ended': {
      const pace = learn(known.pace, fact, after);
      return ended({ ...known, pace }, ticketOf(after, fact.ticket));
    }
    case 'service.ended':
    case 'service.transferred':
    case 'ticket.missed':
    case 'ticket.held': {
      const pace = learn(known.pace, fact, after);
      return released({ ...known, pace }, ticketOf(before, fact.ticket), fact.at, before);
    }
    case 'ticket.abandoned':
    case 'observed.left':
      return left(known, ticketOf(before, fact.ticket), fact.at);
    default:
      return known;
  }
}

interface Calling {
  readonly at: number;
  readonly counter: CounterId | null;
}

function called(
  known: Learned,
  ticket: Ticket | undefined,
  c: Calling,
  before: Visit,
  returns: typeof withCalling,
): Learned {
  if (!ticket || ticket.test) return known;
  const seconds = waitedAt(ticket, c.at) / 1000;
  const isBack = ticket.situation.is === 'waiting' && ticket.situation.back !== null;
  const isWait = ticket.queued && !isBack && !wentDown(before, ticket.since, c.at);
  return {
    ...known,
    leaving: isWait ? withWaited(known.leaving, ticket, { seconds, left: false }) : known.leaving,
    waits: isWait ? withWait(known.waits, ticket, seconds) : known.waits,
    returning: c.counter ? returns(known.returning, c.counter, c.at, before) : known.returning,
  };
}

/** A free counter that called although others waited too was not free for want of customers. */
function withCalling(known: Returning, id: CounterId, at: number, before: Visit): Returning {
  const { present, freeSince } = counterOf(before, id);
  const isReturn = before.line.length > 1 && present === null && freeSince > 0;
  return isReturn && !wentDown(before, freeSince, at)
    ? withReturn(known, (at - freeSince) / 1000)
    : known;
}

/** Live it is known whom a counter may call: it was free for as long as it had somebody to call. */
function returned(known: Returning, id: CounterId, at: number, before: Visit): Returning {
  const { present, freeSince, situation } = counterOf(before, id);
  if (present !== null || situation.is !== 'open') return known;
  const since = Math.max(freeSince, wantedSince(before, id, at));
  return wentDown(before, since, at) ? known : withReturn(known, (at - since) / 1000);
}

/** What a log shows of a rule that nobody told: who went first, and who takes what. */
function ruleSeen(known: Learned, ticket: Ticket, id: CounterId | null, before: Visit): Learned {
  const others = waiting(before).filter((t) => t.id !== ticket.id);
  const headStarts = withPassing(known.headStarts, ticket, others);
  const rank = (t: Ticket) => t.firstAt - headStart(headStarts, t.class) * 1000;
  const passed = others.filter((t) => rank(t) < rank(ticket) - CLOSE);
  const services = passed.map((t) => t.service).filter((s) => s !== ticket.service);
  if (id === null) return { ...known, headStarts };
  return {
    ...known,
    headStarts,
    skills: withSkill(known.skills, id, ticket.service, new Set(services)),
  };
}

/** Two who came within this were as good as together, milliseconds: ours. */
const CLOSE = 5000;

/** Whoever was called before the oldest of another class and the same service, or after it. */
function withPassing(known: HeadStarts, ticket: Ticket, others: readonly Ticket[]): HeadStarts {
  const other = others.find((t) => t.service === ticket.service && t.class !== ticket.class);
  const ordinary = [ticket, other].find((t) => t?.class === 'ordinary');
  const favoured = ordinary === ticket ? other : ticket;
  if (!other || !ordinary || !favoured) return known;
  const later = (favoured.firstAt - ordinary.firstAt) / 1000;
  return withOvertaking(known, favoured.class, later, favoured === ticket);
}

function withWait(waits: Learned['waits'], ticket: Ticket, seconds: number): Learned['waits'] {
  const added = (key: string) => {
    const { n, sum } = waits[key] ?? { n: 0, sum: 0 };
    return { [key]: { n: n + 1, sum: sum + seconds } };
  };
  return { ...waits, ...added(ALL), ...added(ticket.class), ...added(` ${ticket.service}`) };
}

const ALL = '';
/** A kind's own mean counts for as much as the mean of all once so many of it are known: ours. */
const BELIEF = 10;
/** The mean wait of a branch that has not seen any yet, seconds: ours. */
const UNKNOWN = 120;

/** Mean wait so far, seconds: of all, of a class, or of a service. */
export function meanWait({ waits }: Learned, of?: TicketClass | { service: ServiceId }): number {
  const { n, sum } = waits[ALL] ?? { n: 0, sum: 0 };
  const all = (sum + UNKNOWN) / (n + 1);
  if (of === undefined) return all;
  const own = waits[typeof of === 'string' ? of : ` ${of.service}`] ?? { n: 0, sum: 0 };
  return (own.sum + all * BELIEF) / (own.n + BELIEF);
}

export const waitsSeen = ({ waits }: Learned) => waits[ALL]?.n ?? 0;

/** A counter is taken from the call to the end, whatever became of the customer. */
function ended(known: Learned, ticket: Ticket | undefined): Learned {
  const leg = ticket && lastLeg(ticket);
  if (!ticket || ticket.test || !leg || leg.endedAt === null) return known;
  const seconds = (leg.endedAt - leg.calledAt) / 1000;
  return { ...known, durations: withDuration(known.durations, leg.service, seconds) };
}

/** Live, a counter is taken as long by one who does not come, or who has a form to fill in. */
function released(known: Learned, ticket: Ticket | undefined, at: number, before: Visit): Learned {
  const called = ticket && takenSince(ticket);
  if (!ticket || ticket.test || !called || wentDown(before, called, at)) return known;
  const seconds = (at - called) / 1000;
  return { ...known, durations: withDuration(known.durations, ticket.service, seconds) };
}

function takenSince(ticket: Ticket): number | null {
  if (ticket.situation.is === 'called') return ticket.situation.at;
  return ticket.situation.is === 'serving' ? (lastLeg(ticket)?.calledAt ?? null) : null;
}

/** While the hub was down nobody saw when anything ended. */
const wentDown = ({ restarts }: Visit, from: number, to: number) =>
  restarts.some((at) => at > from && at <= to);

function left(known: Learned, ticket: Ticket | undefined, at: number): Learned {
  if (!ticket || ticket.test) return known;
  const seconds = waitedAt(ticket, at) / 1000;
  return {
    ...known,
    leaving: withWaited(known.leaving, ticket, { seconds, left: true }),
  };
}

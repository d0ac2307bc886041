import type { CounterId, ServiceId } from '../ids.ts';
import type { VisitFact } from '../visit/facts.ts';
import { waiting } from '../visit/queue.ts';
import { counterOf, ticketOf, type Visit } from '../visit/state.ts';
import { lastLeg, type Ticket, type TicketClass, waitedAt } from '../visit/ticket.ts';
import { type Arrivals, withArrival } from './arrivals.ts';
import { type Durations, withDuration } from './durations.ts';
import { type HeadStarts, headStart, withOvertaking } from './headStarts.ts';
import { type Leaving, withWaited } from './leaving.ts';
import { type Returning, unknownReturning, withReturn } from './returning.ts';
import { type Skills, withSkill } from './skills.ts';

/** What a branch's own days have taught about how its line moves: plain data, folded from facts. */
export interface Learned {
  readonly durations: Durations;
  readonly returning: Returning;
  readonly skills: Skills;
  readonly leaving: Leaving;
  readonly headStarts: HeadStarts;
  readonly arrivals: Arrivals;
  /** Waits that ended in a service, by class and by service. */
  readonly waits: Readonly<Record<string, { readonly n: number; readonly sum: number }>>;
}

export const nothingLearned: Learned = {
  ...{ durations: {}, returning: unknownReturning, skills: {}, leaving: {} },
  ...{ headStarts: {}, arrivals: {}, waits: {} },
};

/** `before` and `after` are the states around the fact. */
export function learnt(known: Learned, fact: VisitFact, before: Visit, after: Visit): Learned {
  switch (fact.type) {
    case 'ticket.issued':
    case 'observed.issued':
      if (fact.type === 'ticket.issued' && fact.test) return known;
      return { ...known, arrivals: withArrival(known.arrivals, fact.class, fact.at) };
    case 'ticket.called':
    case 'observed.started': {
      const ticket = ticketOf(before, fact.ticket);
      return ticket ? called(known, ticket, fact.counter, fact.at, before) : known;
    }
    case 'service.ended':
    case 'observed.ended':
      return ended(known, ticketOf(after, fact.ticket));
    case 'ticket.abandoned':
    case 'observed.left':
      return left(known, ticketOf(before, fact.ticket), fact.at);
    default:
      return known;
  }
}

function called(
  known: Learned,
  ticket: Ticket,
  counter: CounterId | null,
  at: number,
  before: Visit,
): Learned {
  const others = waiting(before).filter((t) => t.id !== ticket.id);
  const seconds = waitedAt(ticket, at) / 1000;
  const kind = { class: ticket.class, service: ticket.service };
  const waited = !ticket.queued
    ? known
    : {
        ...known,
        headStarts: withPassing(known.headStarts, ticket, others),
        leaving: withWaited(known.leaving, kind, { seconds, left: false }),
        waits: withWait(known.waits, ticket, seconds),
      };
  return counter === null ? waited : taken(waited, ticket, others, before, counter, at);
}

function taken(
  known: Learned,
  ticket: Ticket,
  others: readonly Ticket[],
  before: Visit,
  counter: CounterId,
  at: number,
): Learned {
  const rank = (t: Ticket) => t.firstAt - headStart(known.headStarts, t.class) * 1000;
  const passed = others.filter(
    (t) => rank(t) < rank(ticket) - CLOSE && t.service !== ticket.service,
  );
  const services = new Set<ServiceId>(ticket.queued ? passed.map((t) => t.service) : []);
  const { present, freeSince } = counterOf(before, counter);
  const hasReturned = others.length > 0 && present === null && freeSince > 0;
  return {
    ...known,
    skills: withSkill(known.skills, counter, ticket.service, services),
    returning: hasReturned ? withReturn(known.returning, (at - freeSince) / 1000) : known.returning,
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

function left(known: Learned, ticket: Ticket | undefined, at: number): Learned {
  if (!ticket || ticket.test) return known;
  const { class: cls, service } = ticket;
  const seconds = waitedAt(ticket, at) / 1000;
  return {
    ...known,
    leaving: withWaited(known.leaving, { class: cls, service }, { seconds, left: true }),
  };
}

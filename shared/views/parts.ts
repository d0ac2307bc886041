import { aheadOfNewcomer } from '../foresight/ahead.ts';
import type { Expectation, Foreseen } from '../foresight/expectation.ts';
import type { CounterId, ServiceId, TicketId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import { type AlertLine, type CustomerClass, lineOf, type Text } from '../settings.ts';
import { waiting } from '../visit/queue.ts';
import { type Counter, type CounterSituation, ticketOf, type Visit } from '../visit/state.ts';

import { type Ticket, type TicketClass, waitedIn } from '../visit/ticket.ts';

/**
 * Pieces that several views share. A view is everything its screen needs and nothing more; times in
 * it are hub time in milliseconds, so that a screen can let them run without asking again.
 */

/** What every screen shows at its edge. */
export interface Branch {
  readonly name: Text;
  readonly timeZone: string;
  /** Wall time − hub time, milliseconds. */
  readonly offset: number;
  readonly day: string | null;
  readonly dayOpen: boolean;
}

export const branchPart = ({ settings, offset, day }: Visit): Branch => ({
  name: settings.branch.name,
  timeZone: settings.branch.timeZone,
  offset,
  day: day?.date ?? null,
  dayOpen: day?.open ?? false,
});

/** One waiting ticket as staff see it: a mark on the line. */
export interface Mark {
  readonly ticket: TicketId;
  readonly number: string;
  readonly class: TicketClass;
  readonly service: ServiceId;
  /** Its wait runs from here: `hub time − from` is what it has waited, legs summed. */
  readonly from: number;
  readonly line: AlertLine;
  readonly returned: boolean;
}

export function markOf(visit: Visit, ticket: Ticket): Mark {
  const { situation } = ticket;
  return {
    ticket: ticket.id,
    number: ticket.number,
    class: ticket.class,
    service: ticket.service,
    from: ticket.since - waitedIn(ticket.legs),
    line: lineOf(visit.settings, ticket.class),
    returned: situation.is === 'waiting' && situation.back !== null,
  };
}

export const marksOf = (visit: Visit): Mark[] => waiting(visit).map((t) => markOf(visit, t));

/** One service with who waits for it and what a newcomer can expect. */
export interface ServiceQueue {
  readonly id: ServiceId;
  readonly name: Text;
  readonly examples: Text;
  readonly prefix: string;
  readonly waiting: number;
  readonly expected: Expectation;
  /** Counters that serve it now. */
  readonly counters: number;
}

export function serviceQueues(
  { visit }: Lobby,
  foreseen: Foreseen,
  cls: CustomerClass = 'ordinary',
): ServiceQueue[] {
  const line = waiting(visit);
  return visit.settings.services.map(({ id, name, examples, prefix }) => ({
    ...{ id, name, examples, prefix },
    waiting: line.filter((t) => t.service === id).length,
    expected: { ahead: aheadOfNewcomer(visit, id, cls), wait: foreseen.waitFor(id, cls) },
    counters: visit.settings.counters.filter(
      (k) => k.services.includes(id) && visit.counters[k.id]?.situation.is === 'open',
    ).length,
  }));
}

/** One counter as others see it. */
export interface CounterCell {
  readonly id: CounterId;
  readonly name: Text;
  readonly situation: CounterSituation;
  readonly since: number;
  readonly number: string | null;
  readonly doing: 'called' | 'serving' | 'free' | null;
  /** When the call or service began, or since when the counter is free. */
  readonly doingSince: number;
  /** The usual duration of what is being served, seconds. */
  readonly usual: number | null;
}

export function counterCell(
  { visit }: Lobby,
  counter: Counter,
  name: Text,
  foreseen: Foreseen,
): CounterCell {
  const present = counter.present ? ticketOf(visit, counter.present) : undefined;
  const situation = present?.situation;
  const serving = situation?.is === 'serving';
  return {
    ...{ id: counter.id, name, situation: counter.situation, since: counter.since },
    number: present?.number ?? null,
    doing:
      counter.situation.is === 'open'
        ? (serving && 'serving') || (situation?.is === 'called' && 'called') || 'free'
        : null,
    doingSince: present ? beganAt(present) : counter.freeSince,
    usual: present && serving ? foreseen.usual(present.service) : null,
  };
}

function beganAt(ticket: Ticket): number {
  if (ticket.situation.is === 'called') return ticket.situation.at;
  return ticket.legs[ticket.legs.length - 1]?.startedAt ?? ticket.since;
}

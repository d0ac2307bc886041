import type { BusinessDate, ServiceId, TicketId } from '../ids.ts';
import type { Fact } from '../lobby.ts';
import { rowsOf } from '../visit/table.ts';
import type { Situation, Ticket, TicketClass } from '../visit/ticket.ts';
import { type KeptDay, type Names, namesIn, type Told } from './keptDay.ts';

/** A ticket's whole story, fact by fact. */
export interface TicketStory {
  readonly date: BusinessDate;
  readonly ticket: TicketId;
  readonly number: string;
  readonly service: ServiceId;
  readonly class: TicketClass;
  readonly situation: Situation['is'];
  /** Times in the story are hub time; `+ offset` is what the wall showed. */
  readonly offset: number;
  readonly steps: readonly Told[];
  readonly names: Names;
}

/** The newest ticket of that number, for a number can be given out again by hand; or undefined. */
export function ticketNumbered({ visit }: KeptDay, number: string): Ticket | undefined {
  return [...rowsOf(visit.tickets)].findLast((ticket) => ticket.number === number);
}

export function ticketStory(
  day: KeptDay,
  ticket: Ticket,
  people: Parameters<typeof namesIn>[1],
): TicketStory {
  const alerts = new Set<string>();
  const { id, number, service, situation } = ticket;
  return {
    ...{ date: day.date, ticket: id, number, service, class: ticket.class },
    situation: situation.is,
    offset: day.visit.offset,
    steps: day.told.filter(({ fact }) => isAbout(fact, id, alerts)),
    names: namesIn(day, people),
  };
}

/** An alert names its subject once; what follows names only the alert. */
function isAbout(fact: Fact, id: TicketId, alerts: Set<string>): boolean {
  if (fact.type === 'alert.raised' && fact.subject === id) alerts.add(fact.alert);
  if ('alert' in fact && alerts.has(fact.alert)) return true;
  return 'ticket' in fact && fact.ticket === id;
}

import type { TicketId } from '../ids.ts';
import { accept } from '../result.ts';
import type { CommandOf } from './commands.ts';
import type { TicketFact } from './facts.ts';
import { type Context, type Decision, no, type Refused } from './refusals.ts';
import { mustHave, ticketOf, type Visit, withTicket } from './state.ts';

/**
 * 特殊关爱: an ordinary ticket that waits goes first from now on, with a reason and nothing else
 * about the customer. It keeps its number and its first time.
 */
export function goFirst(visit: Visit, c: CommandOf<'ticket.class'>, { at }: Context): Decision {
  const fault = cannotGoFirst(visit, c.ticket);
  if (fault) return fault;
  const { ticket, class: cls, reason } = c;
  return accept([{ type: 'ticket.classed', at, ticket, class: cls, reason }]);
}

export function cannotGoFirst(visit: Visit, id: TicketId): Refused | undefined {
  const ticket = ticketOf(visit, id);
  if (!ticket) return no('ticket.unknown');
  if (ticket.class === 'care') return no('care.already');
  // A premium ticket keeps its class: its wait is ranked, and nobody takes it out of that.
  if (ticket.class !== 'ordinary') return no('care.ordinaryOnly');
  const { is } = ticket.situation;
  return is === 'waiting' || is === 'held' ? undefined : no('ticket.notWaiting');
}

type Classed = Extract<TicketFact, { type: 'ticket.classed' }>;

export const classed = (visit: Visit, fact: Classed): Visit =>
  withTicket(visit, {
    ...mustHave(visit, fact.ticket),
    ...{ class: fact.class, reason: fact.reason },
  });

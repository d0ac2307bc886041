import { accept } from '../result.ts';
import type { CommandOf } from './commands.ts';
import { type Context, type Decision, no } from './refusals.ts';
import { ticketOf, type Visit } from './state.ts';
import { lastLeg, type Ticket } from './ticket.ts';

/**
 * Served by voice while the hub was gone: nobody knows when, so it stays outside every mean, and is
 * counted. All of them, or none.
 */
export function servedMeanwhile(
  visit: Visit,
  c: CommandOf<'ticket.servedMeanwhile'>,
  { at }: Context,
): Decision {
  const ids = [...new Set(c.tickets)];
  for (const id of ids) {
    const ticket = ticketOf(visit, id);
    if (!ticket) return no('ticket.unknown');
    const { number } = ticket;
    if (!isInside(ticket)) return no('meanwhile.notWaiting', { number });
    if (!mayBeMeanwhile(visit, ticket)) return no('meanwhile.notThen', { number });
  }
  return accept(ids.map((ticket) => ({ type: 'ticket.servedMeanwhile', at, ticket })));
}

const isInside = ({ situation: { is } }: Ticket) =>
  is === 'waiting' || is === 'held' || is === 'missed';

/**
 * Only a wait that an outage fell into: one whose number was lent, or that the hub's own absence cut
 * through. Whoever just waited long is in the means. A service once begun is to be ended properly.
 */
export function mayBeMeanwhile(visit: Visit, ticket: Ticket): boolean {
  const last = lastLeg(ticket);
  if (last && last.how !== 'transferred') return false;
  return ticket.by === 'lent' || visit.restarts.some((at) => at > ticket.since);
}

import { accept } from '../result.ts';
import type { CommandOf } from './commands.ts';
import { isRatedAtTerminal } from './phoneMeasures.ts';
import { type Context, type Decision, no } from './refusals.ts';
import { ticketOf, type Visit } from './state.ts';
import { lastLeg, type Ticket } from './ticket.ts';

/**
 * 手机评价: within the day, once, after the service, and not where the terminal has an answer. The
 * other way round the terminal may still be answered: no phone can keep a rating out of what ranks.
 */
export function rateByPhone(
  visit: Visit,
  c: CommandOf<'rating.byPhone'>,
  { at }: Context,
): Decision {
  const ticket = ticketOf(visit, c.ticket);
  if (!ticket) return no('ticket.unknown');
  if (!visit.day?.open) return no('day.closed');
  if (!isServed(ticket)) return no('rating.notServed');
  if (ticket.phone || isRatedAtTerminal(ticket)) return no('rating.alreadyGiven');
  const { ticket: id, level, reasons } = c;
  if (reasons && level !== 'dissatisfied') return no('rating.onlyIfDissatisfied');
  const why = reasons && { reasons: [...new Set(reasons)] };
  return accept([{ type: 'rating.byPhone', at, ticket: id, level, ...why }]);
}

const isServed = (ticket: Ticket) =>
  ticket.situation.is === 'done' && lastLeg(ticket)?.how === 'done';

export const mayRateByPhone = (visit: Visit, ticket: Ticket) =>
  visit.day?.open === true && isServed(ticket) && !ticket.phone && !isRatedAtTerminal(ticket);

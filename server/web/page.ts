import type { TicketId } from '../../shared/ids.ts';
import type { Command } from '../../shared/lobby.ts';
import type { Answer } from '../../shared/wire.ts';

/** The address of a ticket's own page on the customer's phone; null where phones are not served. */
export type PageOf = (ticket: TicketId) => string | null;

/**
 * Whoever issued a ticket is told its page, on top of what the ledger says: the address follows from
 * the ticket's id, so a retry gets the same, and nothing of it is kept.
 */
export function withPage(command: Command, answer: Answer, pageOf?: PageOf): Answer {
  if (command.type !== 'ticket.issue' || !answer.ok || !answer.ticket) return answer;
  const page = pageOf?.(answer.ticket);
  return page ? { ...answer, page } : answer;
}

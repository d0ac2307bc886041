import type { CounterId, TicketId } from '../../../shared/ids.ts';
import type { LobbyRefusal } from '../../../shared/lobby.ts';
import { decide, evolve, type Lobby } from '../../../shared/lobby.ts';
import { counterOf } from '../../../shared/visit/state.ts';
import type { Branch } from './branch.ts';
import { issueOf } from './facts.ts';
import type { Moment } from './moments.ts';

/** A refusal of our own rules, or something a live hub always knows and the log does not. */
export type Breach = LobbyRefusal | 'server.missing' | 'end.missing';

/**
 * What our own rules would have said to a moment of a log: the same press, put to the real `decide`
 * in the state before it.
 *
 * @param ticket the moment's ticket
 */
export function breachOf(
  { at, is, row }: Moment,
  ticket: TicketId,
  lobby: Lobby,
  branch: Branch,
): Breach | null {
  if (is === 'ended') return row.end === null ? 'end.missing' : null;
  const context = { at, mint: '' };
  if (is === 'left') return refusalOf(decide(lobby, { type: 'ticket.giveUp', ticket }, context));
  if (is === 'issued') return refusalOf(decide(lobby, issueOf(row, branch), context));
  const counter = branch.counterOf(row);
  if (!counter) return 'server.missing';
  const call = { type: 'call.ticket', counter, ticket } as const;
  return refusalOf(decide(opened(lobby, counter, at), call, context));
}

const refusalOf = (decided: ReturnType<typeof decide>) =>
  decided.ok ? null : decided.refusal.code;

/** A log does not say when its counters open: before their first call. */
function opened(lobby: Lobby, counter: CounterId, at: number): Lobby {
  if (counterOf(lobby.visit, counter).situation.is !== 'closed') return lobby;
  return evolve(lobby, { type: 'counter.opened', at, counter, teller: null });
}

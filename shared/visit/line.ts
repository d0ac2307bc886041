import { ordinalOf } from '../ids.ts';
import { byIssue } from './queue.ts';
import type { Visit } from './state.ts';
import { rowAt } from './table.ts';
import type { Situation, Ticket } from './ticket.ts';

/**
 * The three lists of those inside and not at a counter. Whoever changes a ticket's situation
 * moves it here, so that each list holds just the tickets that say so themselves.
 */
type List = 'line' | 'held' | 'missed';

const LIST_OF: Partial<Record<Situation['is'], List>> = {
  waiting: 'line',
  held: 'held',
  missed: 'missed',
};

/** Takes a ticket off the list of its old situation and puts it on that of its new one. */
export function relist(visit: Visit, before: Situation['is'] | null, ticket: Ticket): Visit {
  const from = before ? LIST_OF[before] : undefined;
  const to = LIST_OF[ticket.situation.is];
  if (from === to) return visit;
  const ordinal = ordinalOf(ticket.id);
  const left = from ? { ...visit, [from]: visit[from].filter((n) => n !== ordinal) } : visit;
  return to ? { ...left, [to]: inserted(left, left[to], ticket) } : left;
}

/** By first issue; nearly always that is the end, so the search begins there. */
function inserted(visit: Visit, list: readonly number[], ticket: Ticket): number[] {
  let at = list.length;
  while (at > 0) {
    const before = rowAt(visit.tickets, list[at - 1] ?? 0);
    if (!before || byIssue(before, ticket) < 0) break;
    at--;
  }
  return [...list.slice(0, at), ordinalOf(ticket.id), ...list.slice(at)];
}

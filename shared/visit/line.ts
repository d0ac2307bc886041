import { type CounterId, ordinalOf } from '../ids.ts';
import { nextRow } from './calls.ts';
import { byIssue, waiting } from './queue.ts';
import {
  type Call,
  canServe,
  counterSetting,
  mustHave,
  type Visit,
  withCounter,
  withTicket,
} from './state.ts';
import { rowAt, withRow } from './table.ts';
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

/** Sets a ticket's situation and keeps the lists true. */
export function moved(visit: Visit, fact: { ticket: Ticket['id'] }, situation: Situation): Visit {
  const before = mustHave(visit, fact.ticket);
  return placed(visit, before, { ...before, situation });
}

export const placed = (visit: Visit, before: Ticket, after: Ticket): Visit =>
  relist(withTicket(visit, after), before.situation.is, after);

/** A counter whose ticket went elsewhere is free again. */
export function freed(old: Visit, visit: Visit, fact: { ticket: Ticket['id']; at: number }): Visit {
  const { situation } = mustHave(old, fact.ticket);
  if (situation.is !== 'called' && situation.is !== 'serving') return visit;
  if (!situation.counter) return visit;
  return withCounter(visit, situation.counter, { present: null, press: null, freeSince: fact.at });
}

/** Adds a call of `ticket`; whomever of the line it passes over keeps its row. */
export function withCall(visit: Visit, ticket: Ticket, counter: CounterId, at: number): Visit {
  const row = nextRow(visit);
  const call: Call = { at, ticket: ticket.id, counter, undone: false, missedAt: null };
  const added = { ...visit, calls: withRow(visit.calls, row, call) };
  return passedBy(visit, ticket, counter).reduce(
    (next, t) => withTicket(next, { ...t, passedBy: [...t.passedBy, row] }),
    added,
  );
}

/** Passed over: ordinary, waiting, and a premium ticket issued later is called where it could go. */
function passedBy(visit: Visit, called: Ticket, counter: CounterId): Ticket[] {
  if (called.class !== 'premium') return [];
  const setting = counterSetting(visit, counter);
  return waiting(visit).filter(
    (t) => t.class === 'ordinary' && byIssue(t, called) < 0 && canServe(setting, t),
  );
}

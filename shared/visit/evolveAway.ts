import { withCallChanged } from './calls.ts';
import type { TicketFact } from './facts.ts';
import { freed, moved, placed } from './line.ts';
import { counterOf, mustHave, type Press, type Visit, withCounter } from './state.ts';
import { lastLeg, withLastLeg } from './ticket.ts';

/** Customers who are not there for a while: missed 过号 and back, on hold 休眠 and back. */
type Fact<T extends TicketFact['type']> = Extract<TicketFact, { type: T }>;

export function missed(visit: Visit, fact: Fact<'ticket.missed'>): Visit {
  const ticket = mustHave(visit, fact.ticket);
  const { press: _, ...counter } = counterOf(visit, fact.counter);
  const { at } = fact;
  const row = ticket.situation.is === 'called' ? ticket.situation.row : null;
  const press: Press = { what: 'missed', at, ticket, counter, call: row };
  const next = moved(visit, fact, { is: 'missed', at, call: visit.calls.size });
  const marked = row === null ? next : withCallChanged(next, row, { missedAt: at });
  return withCounter(marked, fact.counter, { present: null, freeSince: at, press });
}

export function returned(visit: Visit, fact: Fact<'ticket.returned'>): Visit {
  const before = mustHave(visit, fact.ticket);
  const behind = fact.place === 'behind';
  const back = behind
    ? ({ is: 'behind', after: visit.calls.size } as const)
    : ({ is: 'next' } as const);
  const putBack = before.putBack || behind;
  return placed(visit, before, { ...before, putBack, situation: { is: 'waiting', back } });
}

/** Held out of a service, the service is interrupted and a new wait begins. */
export function held(visit: Visit, fact: Fact<'ticket.held'>): Visit {
  const before = mustHave(visit, fact.ticket);
  const serving = before.situation.is === 'serving' && lastLeg(before);
  const after = serving
    ? { ...withLastLeg(before, { endedAt: fact.at, how: 'interrupted' }), since: fact.at }
    : before;
  const back = before.situation.is === 'waiting' ? before.situation.back : null;
  const next = placed(visit, before, { ...after, situation: { is: 'held', at: fact.at, back } });
  return freed(visit, next, fact);
}

/** Its place is the one it left, also where that was behind others. */
export function released(visit: Visit, fact: Fact<'ticket.released'>): Visit {
  const { situation } = mustHave(visit, fact.ticket);
  const back = situation.is === 'held' ? situation.back : null;
  return moved(visit, fact, { is: 'waiting', back });
}

import { unreachable } from '../result.ts';
import type { TicketFact } from './facts.ts';
import { relist } from './line.ts';
import { counterOf, mustHave, type Press, type Visit, withCounter, withTicket } from './state.ts';
import { withRow } from './table.ts';
import { lastLeg, type Situation, type Ticket, withLastLeg } from './ticket.ts';

type Fact<T extends TicketFact['type']> = Extract<TicketFact, { type: T }>;

export function evolveTicket(visit: Visit, fact: TicketFact): Visit {
  switch (fact.type) {
    case 'ticket.issued':
      return issued(visit, fact);
    case 'ticket.replaced':
      return moved(visit, fact, { is: 'replaced', by: fact.by });
    case 'ticket.called':
      return called(visit, fact);
    case 'ticket.recalled':
      return recalled(visit, fact);
    case 'ticket.missed':
      return missed(visit, fact);
    case 'ticket.returned':
      return returned(visit, fact);
    case 'ticket.abandoned':
      return freed(
        visit,
        moved(visit, fact, { is: 'abandoned', at: fact.at, why: fact.why }),
        fact,
      );
    case 'ticket.held':
      return held(visit, fact);
    case 'ticket.released':
      return moved(visit, fact, { is: 'waiting', back: null });
    default:
      return unreachable(fact);
  }
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

function issued(visit: Visit, fact: Fact<'ticket.issued'>): Visit {
  const firstAt = fact.firstAt ?? fact.at;
  const ticket: Ticket = {
    id: fact.ticket,
    number: fact.number,
    service: fact.service,
    class: fact.class,
    by: fact.by,
    reason: fact.reason ?? null,
    issuedAt: fact.at,
    firstAt,
    since: firstAt,
    replaces: fact.replaces ?? null,
    test: fact.test ?? false,
    queued: fact.by !== 'walkIn',
    putBack: false,
    legs: [],
    situation: { is: 'waiting', back: null },
  };
  return relist(withTicket(counted(visit, fact.number), ticket), null, ticket);
}

function counted(visit: Visit, number: string): Visit {
  const letter = number.slice(0, 1);
  return { ...visit, given: { ...visit.given, [letter]: Number(number.slice(1)) } };
}

function called(visit: Visit, fact: Fact<'ticket.called'>): Visit {
  const ticket = mustHave(visit, fact.ticket);
  const { press: _, ...counter } = counterOf(visit, fact.counter);
  const { at } = fact;
  const row = visit.calls.size + 1;
  const { class: cls, firstAt, service } = ticket;
  const call = { at, ticket: ticket.id, counter: counter.id, class: cls, service, firstAt };
  const press: Press = { what: 'call', at, ticket, counter, call: row };
  const next = moved(visit, fact, { is: 'called', counter: counter.id, at, lastAt: at, times: 1 });
  return withCounter(
    { ...next, calls: withRow(visit.calls, row, { ...call, undone: false }) },
    counter.id,
    {
      present: ticket.id,
      lastCallAt: at,
      sincePremium: sincePremium(counter.sincePremium, cls),
      press,
    },
  );
}

function sincePremium(before: number | null, cls: Ticket['class']): number | null {
  if (cls === 'premium') return 0;
  return before !== null && cls === 'ordinary' ? before + 1 : before;
}

function recalled(visit: Visit, fact: Fact<'ticket.recalled'>): Visit {
  const { situation } = mustHave(visit, fact.ticket);
  if (situation.is !== 'called') return visit;
  return moved(visit, fact, { ...situation, lastAt: fact.at, times: situation.times + 1 });
}

function missed(visit: Visit, fact: Fact<'ticket.missed'>): Visit {
  const ticket = mustHave(visit, fact.ticket);
  const { press: _, ...counter } = counterOf(visit, fact.counter);
  const press: Press = { what: 'missed', at: fact.at, ticket, counter, call: null };
  const next = moved(visit, fact, { is: 'missed', at: fact.at, call: visit.calls.size });
  return withCounter(next, fact.counter, { present: null, freeSince: fact.at, press });
}

function returned(visit: Visit, fact: Fact<'ticket.returned'>): Visit {
  const before = mustHave(visit, fact.ticket);
  const behind = fact.place === 'behind';
  const back = behind
    ? ({ is: 'behind', after: visit.calls.size } as const)
    : ({ is: 'next' } as const);
  const putBack = before.putBack || behind;
  return placed(visit, before, { ...before, putBack, situation: { is: 'waiting', back } });
}

/** Held out of a service, the service is interrupted and a new wait begins. */
function held(visit: Visit, fact: Fact<'ticket.held'>): Visit {
  const before = mustHave(visit, fact.ticket);
  const serving = before.situation.is === 'serving' && lastLeg(before);
  const after = serving
    ? { ...withLastLeg(before, { endedAt: fact.at, how: 'interrupted' }), since: fact.at }
    : before;
  const next = placed(visit, before, { ...after, situation: { is: 'held', at: fact.at } });
  return freed(visit, next, fact);
}

import { unreachable } from '../result.ts';
import { nextRow } from './calls.ts';
import { held, missed, released, returned } from './evolveAway.ts';
import { handedIn } from './evolveLent.ts';
import type { TicketFact } from './facts.ts';
import { classed } from './goFirst.ts';
import { freed, moved, relist, withCall } from './line.ts';
import {
  counterOf,
  mustHave,
  type Press,
  ticketOf,
  type Visit,
  withCounter,
  withTicket,
} from './state.ts';
import type { Ticket } from './ticket.ts';

type Fact<T extends TicketFact['type']> = Extract<TicketFact, { type: T }>;

export function evolveTicket(visit: Visit, fact: TicketFact): Visit {
  switch (fact.type) {
    case 'ticket.issued':
      return issued(visit, fact);
    case 'ticket.replaced':
      return moved(visit, fact, { is: 'replaced', by: fact.by });
    case 'ticket.classed':
      return classed(visit, fact);
    case 'ticket.called':
      return called(visit, fact);
    case 'ticket.recalled':
      return recalled(visit, fact);
    case 'ticket.missed':
      return missed(visit, fact);
    case 'ticket.returned':
      return returned(visit, fact);
    case 'ticket.abandoned':
      return abandoned(visit, fact);
    case 'ticket.servedMeanwhile':
      return moved(visit, fact, { is: 'done', at: fact.at, meanwhile: true });
    case 'ticket.held':
      return held(visit, fact);
    case 'ticket.released':
      return released(visit, fact);
    default:
      return unreachable(fact);
  }
}

/** One that replaces another takes over its first time and whatever was served on it. */
function issued(visit: Visit, fact: Fact<'ticket.issued'>): Visit {
  const old = fact.replaces && ticketOf(visit, fact.replaces);
  const firstAt = fact.firstAt ?? fact.at;
  const ticket: Ticket = {
    id: fact.ticket,
    number: fact.number,
    service: fact.service,
    class: fact.class,
    by: fact.by,
    reason: fact.reason ?? null,
    issuedAt: fact.by === 'lent' ? firstAt : fact.at,
    firstAt,
    since: old?.since ?? firstAt,
    replaces: fact.replaces ?? null,
    test: fact.test ?? false,
    queued: fact.by !== 'walkIn',
    putBack: false,
    passedBy: [],
    legs: old?.legs ?? [],
    situation: { is: 'waiting', back: null },
  };
  const used = fact.by === 'lent' ? handedIn(visit, fact.number) : counted(visit, fact.number);
  return relist(withTicket(used, ticket), null, ticket);
}

function counted(visit: Visit, number: string): Visit {
  const letter = number.slice(0, 1);
  return { ...visit, given: { ...visit.given, [letter]: Number(number.slice(1)) } };
}

function called(visit: Visit, fact: Fact<'ticket.called'>): Visit {
  const ticket = mustHave(visit, fact.ticket);
  const { press: _, ...counter } = counterOf(visit, fact.counter);
  const { at } = fact;
  const row = nextRow(visit);
  const press: Press = { what: 'call', at, ticket, counter, call: row };
  const stay = { counter: counter.id, at, lastAt: at, times: 1, row };
  const next = moved(visit, fact, { is: 'called', ...stay });
  return withCounter(withCall(next, ticket, counter.id, at), counter.id, {
    present: ticket.id,
    lastCallAt: at,
    sincePremium: sincePremium(counter.sincePremium, ticket.class),
    press,
  });
}

function sincePremium(before: number | null, cls: Ticket['class']): number | null {
  if (cls === 'premium') return 0;
  return before !== null && cls === 'ordinary' ? before + 1 : before;
}

function recalled(visit: Visit, fact: Fact<'ticket.recalled'>): Visit {
  const { situation } = mustHave(visit, fact.ticket);
  if (situation.is !== 'called') return visit;
  const { at, counter } = fact;
  const next = moved(visit, fact, { ...situation, lastAt: at, times: situation.times + 1 });
  return withCounter(next, counter, { lastCallAt: at });
}

const abandoned = (visit: Visit, fact: Fact<'ticket.abandoned'>): Visit =>
  freed(visit, moved(visit, fact, { is: 'abandoned', at: fact.at, why: fact.why }), fact);

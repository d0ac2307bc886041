import type { CounterId } from '../ids.ts';
import { unreachable } from '../result.ts';
import type { ObservedFact } from './facts.ts';
import { freed, moved, placed, relist, withCall } from './line.ts';
import { counterOf, mustHave, type Visit, withCounter, withTicket } from './state.ts';
import { type Ticket, withLastLeg } from './ticket.ts';

type Fact<T extends ObservedFact['type']> = Extract<ObservedFact, { type: T }>;

/** What happened elsewhere, measured with the same state as a day of our own. */
export function evolveObserved(visit: Visit, fact: ObservedFact): Visit {
  switch (fact.type) {
    case 'observed.issued':
      return issued(visit, fact);
    case 'observed.started':
      return started(visit, fact);
    case 'observed.ended':
      return ended(visit, fact);
    case 'observed.left':
      return moved(visit, fact, { is: 'abandoned', at: fact.at, why: fact.why });
    default:
      return unreachable(fact);
  }
}

function issued(visit: Visit, fact: Fact<'observed.issued'>): Visit {
  const { ticket: id, number, service, class: cls, queued, at } = fact;
  const ticket: Ticket = {
    ...{ id, number, service, class: cls, queued, by: 'observed' },
    ...{ reason: null, replaces: null, test: false, putBack: false, passedBy: [] },
    ...{ issuedAt: at, firstAt: at, since: at, legs: [] },
    situation: { is: 'waiting', back: null },
  };
  return relist(withTicket(visit, ticket), null, ticket);
}

function started(visit: Visit, fact: Fact<'observed.started'>): Visit {
  const before = mustHave(visit, fact.ticket);
  const { at, counter } = fact;
  const leg = {
    ...{ counter, teller: null, service: before.service },
    ...{ from: before.since, calledAt: at, startedAt: at },
    ...{ endedAt: null, how: null, invited: false, prompt: null },
  };
  const situation = { is: 'serving', counter } as const;
  const after = { ...before, legs: [...before.legs, leg], situation };
  const next = placed(visit, before, after);
  return counter ? taken(next, before, counter, at) : next;
}

/** A counter seen serving is open, whatever was said of it before. */
function taken(visit: Visit, ticket: Ticket, counter: CounterId, at: number): Visit {
  const known = counterOf(visit, counter);
  const open =
    known.situation.is === 'open' ? {} : ({ situation: { is: 'open' }, since: at } as const);
  const next = withCall(visit, ticket, counter, at);
  return withCounter(next, counter, { ...open, present: ticket.id, lastCallAt: at });
}

function ended(visit: Visit, fact: Fact<'observed.ended'>): Visit {
  const before = mustHave(visit, fact.ticket);
  const endedAt = fact.untimed ? null : fact.at;
  const after = withLastLeg(before, { endedAt, how: fact.how });
  const done = { ...after, situation: { is: 'done', at: fact.at } } as const;
  const next = placed(visit, before, done);
  // Recorded services of one server overlap by seconds at times: free only what is still its own.
  const counter = before.situation.is === 'serving' ? before.situation.counter : null;
  return counter && counterOf(visit, counter).present === before.id
    ? freed(visit, next, fact)
    : next;
}

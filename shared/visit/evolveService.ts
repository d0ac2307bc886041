import { unreachable } from '../result.ts';
import { withCallChanged } from './calls.ts';
import { prompted } from './evolveRating.ts';
import type { ServiceFact } from './facts.ts';
import { freed, placed } from './line.ts';
import { counterOf, mustHave, type Press, ticketOf, type Visit, withCounter } from './state.ts';
import { type Leg, lastLeg, type Ticket, withLastLeg } from './ticket.ts';

type Fact<T extends ServiceFact['type']> = Extract<ServiceFact, { type: T }>;

export function evolveService(visit: Visit, fact: ServiceFact): Visit {
  switch (fact.type) {
    case 'service.started':
      return started(visit, fact);
    case 'service.ended':
      return ended(visit, fact);
    case 'service.transferred':
      return transferred(visit, fact);
    case 'service.forgotten':
      return forgotten(visit, fact);
    case 'press.undone':
      return undone(visit, fact);
    default:
      return unreachable(fact);
  }
}

function started(visit: Visit, fact: Fact<'service.started'>): Visit {
  const ticket = mustHave(visit, fact.ticket);
  const { press: _, ...counter } = counterOf(visit, fact.counter);
  const calledAt = ticket.situation.is === 'called' ? ticket.situation.at : fact.at;
  const leg: Leg = {
    counter: fact.counter,
    teller: fact.teller,
    service: ticket.service,
    from: ticket.since,
    calledAt,
    startedAt: fact.at,
    endedAt: null,
    how: null,
    invited: false,
    prompt: null,
  };
  const press: Press = { what: 'start', at: fact.at, ticket, counter, call: null };
  const situation = { is: 'serving', counter: fact.counter } as const;
  const next = placed(visit, ticket, { ...ticket, legs: [...ticket.legs, leg], situation });
  return withCounter(next, fact.counter, {
    present: ticket.id,
    // A walk-in was never called: there is nothing to go back to.
    press: ticket.situation.is === 'called' ? press : null,
  });
}

function ended(visit: Visit, fact: Fact<'service.ended'>): Visit {
  const ticket = mustHave(visit, fact.ticket);
  const { press: _, ...counter } = counterOf(visit, fact.counter);
  const press: Press = { what: 'end', at: fact.at, ticket, counter, call: null };
  const after = withLastLeg(ticket, { endedAt: fact.at, how: 'done' });
  const next = placed(visit, ticket, { ...after, situation: { is: 'done', at: fact.at } });
  return withCounter(next, fact.counter, { present: null, freeSince: fact.at, press });
}

/** Keeps its number and first time, and waits again from now. */
function transferred(visit: Visit, fact: Fact<'service.transferred'>): Visit {
  const ticket = mustHave(visit, fact.ticket);
  const after: Ticket = {
    ...withLastLeg(ticket, { endedAt: fact.at, how: 'transferred' }),
    service: fact.to,
    since: fact.at,
    situation: { is: 'waiting', back: null },
  };
  return freed(visit, placed(visit, ticket, after), fact);
}

function forgotten(visit: Visit, fact: Fact<'service.forgotten'>): Visit {
  const ticket = mustHave(visit, fact.ticket);
  const after = withLastLeg(ticket, { endedAt: fact.at, how: 'forgotten' });
  const next = placed(visit, ticket, { ...after, situation: { is: 'done', at: fact.at } });
  return freed(visit, next, fact);
}

/** The counter and the ticket are as they were before the press. */
function undone(visit: Visit, fact: Fact<'press.undone'>): Visit {
  const { press } = counterOf(visit, fact.counter);
  if (!press)
    throw new Error(`the ledger undoes a press at counter ${fact.counter} that is not there`);
  const { terminal, terminalOff, terminalSince } = counterOf(visit, fact.counter);
  const counter = { ...press.counter, terminal, terminalOff, terminalSince, press: null };
  const next = withCounter(
    placed(visit, mustHave(visit, fact.ticket), press.ticket),
    fact.counter,
    counter,
  );
  return callUndone(next, press);
}

function callUndone(visit: Visit, press: Press): Visit {
  if (press.call === null) return visit;
  if (press.what === 'missed') return withCallChanged(visit, press.call, { missedAt: null });
  return reopened(withCallChanged(visit, press.call, { undone: true }), press);
}

/** A wrong call had taken the rating of the customer before away. */
function reopened(visit: Visit, { at, counter }: Press): Visit {
  const ticket = counter.prompt ? ticketOf(visit, counter.prompt) : undefined;
  const prompt = ticket && lastLeg(ticket)?.prompt;
  if (!ticket || prompt?.is !== 'expired') return visit;
  if (prompt.why !== 'nextCall' || prompt.at !== at) return visit;
  const { offer, offeredAt, until } = prompt;
  return prompted(visit, { ticket: ticket.id }, { is: 'open', offer, offeredAt, until });
}

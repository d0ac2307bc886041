import { evolveCounter } from './evolveCounter.ts';
import { evolveDay } from './evolveDay.ts';
import { evolveLent } from './evolveLent.ts';
import { evolveObserved } from './evolveObserved.ts';
import { evolveRating } from './evolveRating.ts';
import { evolveService } from './evolveService.ts';
import { evolveTicket } from './evolveTicket.ts';
import type {
  CounterFact,
  DayFact,
  NumbersFact,
  ObservedFact,
  RatingFact,
  ServiceFact,
  TicketFact,
  VisitFact,
} from './facts.ts';
import type { Visit } from './state.ts';

/** The next state after a fact. Facts are never doubted: whatever the ledger holds has happened. */
export function evolve(visit: Visit, fact: VisitFact): Visit {
  const next = evolveByKind(visit, fact);
  return fact.at > next.lastAt ? { ...next, lastAt: fact.at } : next;
}

function evolveByKind(visit: Visit, fact: VisitFact): Visit {
  if (isKind<TicketFact>(fact, 'ticket')) return evolveTicket(visit, fact);
  if (isKind<ServiceFact>(fact, 'service') || isKind<ServiceFact>(fact, 'press'))
    return evolveService(visit, fact);
  if (isKind<CounterFact>(fact, 'counter') || isKind<CounterFact>(fact, 'terminal'))
    return evolveCounter(visit, fact);
  if (isKind<RatingFact>(fact, 'rating')) return evolveRating(visit, fact);
  if (isKind<NumbersFact>(fact, 'numbers')) return evolveLent(visit, fact);
  if (isKind<ObservedFact>(fact, 'observed')) return evolveObserved(visit, fact);
  return evolveDay(visit, fact satisfies DayFact);
}

/** A fact's kind is the word before the dot of its type. */
function isKind<F extends VisitFact>(
  fact: VisitFact,
  kind: F['type'] extends `${infer K}.${string}` ? K : never,
): fact is F {
  return fact.type.startsWith(`${kind}.`);
}

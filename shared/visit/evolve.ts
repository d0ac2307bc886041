import { evolveCounter } from './evolveCounter.ts';
import { evolveDay } from './evolveDay.ts';
import { evolveLent } from './evolveLent.ts';
import { evolveObserved } from './evolveObserved.ts';
import { evolveRating } from './evolveRating.ts';
import { evolveService } from './evolveService.ts';
import { evolveTicket } from './evolveTicket.ts';
import type { DayFact, VisitFact } from './facts.ts';
import type { Visit } from './state.ts';

/** The next state after a fact. Facts are never doubted: whatever the ledger holds has happened. */
export function evolve(visit: Visit, fact: VisitFact): Visit {
  const next = evolveByKind(visit, fact);
  return fact.at > next.lastAt ? { ...next, lastAt: fact.at } : next;
}

function evolveByKind(visit: Visit, fact: VisitFact): Visit {
  const { type } = fact;
  const evolves = kinds.get(type.slice(0, type.indexOf('.'))) ?? evolveDay;
  return evolves(visit, fact as never);
}

/** A fact's kind is the word before the dot of its type. */
type KindOf<T> = T extends `${infer K}.${string}` ? K : never;
type Kind = Exclude<KindOf<VisitFact['type']>, KindOf<DayFact['type']>>;

const kinds: ReadonlyMap<string, (visit: Visit, fact: never) => Visit> = new Map(
  Object.entries({
    ticket: evolveTicket,
    ...{ service: evolveService, press: evolveService },
    ...{ counter: evolveCounter, terminal: evolveCounter },
    rating: evolveRating,
    numbers: evolveLent,
    observed: evolveObserved,
  } satisfies Record<Kind, (visit: Visit, fact: never) => Visit>),
);

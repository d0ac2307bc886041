import { unreachable } from '../result.ts';
import type { RatingFact } from './facts.ts';
import { mustHave, type Visit, withCounter, withTicket } from './state.ts';
import { lastLeg, type Prompt, type RatingLevel, type Ticket, withLastLeg } from './ticket.ts';

type Fact<T extends RatingFact['type']> = Extract<RatingFact, { type: T }>;
type Shown = Exclude<Prompt, { is: 'notOfferable' }>;
type Given = Extract<Prompt, { is: 'given' }>;

export function evolveRating(visit: Visit, fact: RatingFact): Visit {
  switch (fact.type) {
    case 'rating.invited':
      return withTicket(visit, withLastLeg(mustHave(visit, fact.ticket), { invited: true }));
    case 'rating.offered':
      return offered(visit, fact);
    case 'rating.byPhone':
      return byPhone(visit, fact);
    case 'rating.notOfferable':
      return prompted(visit, fact, { is: 'notOfferable', why: fact.why });
    default:
      return answered(visit, fact);
  }
}

export const prompted = (visit: Visit, fact: { ticket: Ticket['id'] }, prompt: Prompt): Visit =>
  withTicket(visit, withLastLeg(mustHave(visit, fact.ticket), { prompt }));

function offered(visit: Visit, fact: Fact<'rating.offered'>): Visit {
  const { offer, until, at } = fact;
  const next = prompted(visit, fact, { is: 'open', offer, offeredAt: at, until });
  return withCounter(next, fact.counter, { prompt: fact.ticket });
}

/** The terminal's prompt stays as it is: whatever ranks is not touched by a phone. */
function byPhone(visit: Visit, { ticket, at, level, reasons = [] }: Fact<'rating.byPhone'>): Visit {
  return withTicket(visit, { ...mustHave(visit, ticket), phone: { at, level, reasons } });
}

type Answer = Exclude<
  RatingFact,
  { type: 'rating.invited' | 'rating.offered' | 'rating.byPhone' | 'rating.notOfferable' }
>;

function answered(visit: Visit, fact: Answer): Visit {
  const prompt = lastLeg(mustHave(visit, fact.ticket))?.prompt;
  if (!prompt || prompt.is === 'notOfferable')
    throw new Error(`the ledger answers a rating that ticket ${fact.ticket} was never offered`);
  return prompted(visit, fact, next(prompt, fact));
}

function next(prompt: Shown, fact: Answer): Prompt {
  const { offer, offeredAt, until } = prompt;
  const same = { offer, offeredAt, until };
  switch (fact.type) {
    case 'rating.given': {
      const { level, took, at, late = false } = fact;
      const given = {
        is: 'given',
        level,
        took,
        givenAt: at,
        late,
        reasons: [],
        changed: false,
      } as const;
      return { offer, offeredAt, until, ...given };
    }
    case 'rating.changed':
      return prompt.is === 'given' ? changed(prompt, fact.level) : prompt;
    case 'rating.explained':
      return prompt.is === 'given' ? { ...prompt, reasons: fact.reasons } : prompt;
    case 'rating.extended':
      return { ...same, is: 'open', until: fact.until };
    case 'rating.declined':
      return { ...same, is: 'declined' };
    case 'rating.expired':
      return { ...same, is: 'expired', why: fact.why, at: fact.at };
    default:
      return unreachable(fact);
  }
}

/** Reasons belong to a dissatisfied customer alone. */
function changed(prompt: Given, level: RatingLevel): Given {
  const reasons = level === 'dissatisfied' ? prompt.reasons : [];
  return { ...prompt, level, reasons, changed: true };
}

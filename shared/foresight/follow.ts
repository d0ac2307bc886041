import type { VisitFact } from '../visit/facts.ts';
import type { Visit } from '../visit/state.ts';
import { type Foresight, foresee, foretell, withTold } from './foretell.ts';
import { askedOf } from './now.ts';

/**
 * Goes on by one fact of a live hub: whoever takes a number has been told a wait, and what it comes
 * to is learned from. `before` and `after` are the states around the fact.
 */
export function follow(known: Foresight, fact: VisitFact, before: Visit, after: Visit): Foresight {
  const next = foresee(known, fact, before, after);
  if (fact.type !== 'ticket.issued' || fact.test || fact.by === 'walkIn') return next;
  // Whose waiting began before this paper is no newcomer.
  if (fact.firstAt !== undefined || fact.replaces || before.line.length > MOST) return next;
  const key = `${fact.class} ${fact.service}`;
  const last = known.lastTold[key];
  const isFresh = last && fact.at - last.at < FRESH;
  const told = isFresh
    ? last.told
    : foretell(known, before, askedOf({ visit: before, at: fact.at }, fact));
  if (!told) return next;
  const lastTold = isFresh ? known.lastTold : { ...known.lastTold, [key]: { at: fact.at, told } };
  return withTold({ ...next, lastTold }, fact.ticket, told);
}

/** Whoever comes within the same second is told the same, milliseconds. */
const FRESH = 1000;
/** From a longer line nothing more is learned, so that its cost stays bounded. */
const MOST = 500;

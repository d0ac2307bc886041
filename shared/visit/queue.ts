import { type CounterId, ordinalOf } from '../ids.ts';
import { callsSince, passedOver } from './calls.ts';
import { standing } from './standing.ts';
import { canServe, counterOf, counterSetting, type Visit } from './state.ts';
import { rowAt } from './table.ts';
import { type Ticket, waitedAt } from './ticket.ts';

/** Why this one was called; `chosen` is a teller's own pick. */
export type Choice = 'returned' | 'passedOver' | 'care' | 'line' | 'chosen';

export interface Next {
  readonly ticket: Ticket;
  readonly why: Choice;
}

/**
 * Who is next at a counter, among the tickets it can serve:
 * 1. a missed one that came back in time; 2. an ordinary one passed over too often;
 * 3. `care` 特殊关爱, by issue; 4. the one that has used the most of its line, or whom the branch's
 * rule would rather save, where premium steps back for some ordinary ones after a premium call. Ties
 * go by first issue.
 */
export function whoIsNext(visit: Visit, counter: CounterId, at: number): Next | null {
  const able = waitingFor(visit, counter);
  const ready = able.filter((t) => !isBehind(visit, t));
  // Nobody stands idle for the sake of one who was put back: without others, it is their turn.
  const line = ready.length > 0 ? ready : able;
  const returned = line.find(
    (t) => t.situation.is === 'waiting' && t.situation.back?.is === 'next',
  );
  if (returned) return { ticket: returned, why: 'returned' };
  const most = visit.settings.rules.passedOverAtMost;
  const passed = line.find((t) => t.class === 'ordinary' && passedOver(visit, t) >= most);
  if (passed) return { ticket: passed, why: 'passedOver' };
  const care = line.find((t) => t.class === 'care');
  if (care) return { ticket: care, why: 'care' };
  const ticket = firstOfLine(visit, counter, line, at);
  return ticket ? { ticket, why: 'line' } : null;
}

/** Those who wait and whom this counter can serve, by first issue. */
export function waitingFor(visit: Visit, counter: CounterId): Ticket[] {
  const setting = counterSetting(visit, counter);
  return waiting(visit).filter((t) => canServe(setting, t));
}

export const waiting = (visit: Visit): Ticket[] => rows(visit, visit.line);

export const rows = (visit: Visit, ordinals: readonly number[]): Ticket[] =>
  ordinals.flatMap((n) => rowAt(visit.tickets, n) ?? []);

/** Earlier first issue goes first; of two in the same millisecond, the lower ordinal. */
export const byIssue = (a: Ticket, b: Ticket) =>
  a.firstAt - b.firstAt || ordinalOf(a.id) - ordinalOf(b.id);

function firstOfLine(visit: Visit, id: CounterId, line: readonly Ticket[], at: number) {
  const since = counterOf(visit, id).sincePremium;
  const stepsBack =
    since !== null &&
    since < visit.settings.rules.ordinaryBetweenPremium &&
    line.some((t) => t.class === 'ordinary');
  let first: Ticket | undefined;
  let best = Number.NEGATIVE_INFINITY;
  for (const ticket of line) {
    if (stepsBack && ticket.class === 'premium') continue;
    const place = standing(visit.settings, ticket.class, waitedAt(ticket, at) / 1000);
    if (first && place <= best) continue;
    first = ticket;
    best = place;
  }
  return first;
}

/** Put back some places: until so many others were called at counters that could serve it. */
function isBehind(visit: Visit, ticket: Ticket): boolean {
  const back = ticket.situation.is === 'waiting' ? ticket.situation.back : null;
  if (back?.is !== 'behind') return false;
  const places = visit.settings.rules.putBackPlaces;
  return callsSince(visit, ticket, back.after, places) < places;
}

import { accept } from '../result.ts';
import type { Settings } from '../settings.ts';
import type { CommandOf } from './commands.ts';
import { inside } from './day.ts';
import { lentLetters } from './lent.ts';
import { type Context, type Decision, no } from './refusals.ts';
import { canServe, type Visit } from './state.ts';

/**
 * What somebody waits for stays: their service, a counter that serves it, the letter of numbers that were
 * given out or lent today; and so does a counter that is not closed.
 */
export function changeSettings(
  visit: Visit,
  { settings }: CommandOf<'settings.change'>,
  { at, person = null }: Context,
): Decision {
  const services = new Set<string>(settings.services.map((s) => s.id));
  const counters = new Set<string>(settings.counters.map((k) => k.id));
  const used = inside(visit).find((ticket) => !services.has(ticket.service))?.service;
  const open = Object.values(visit.counters).find(
    (k) => k.situation.is !== 'closed' && !counters.has(k.id),
  );
  const what = used ?? open?.id;
  if (what) return no('settings.inUse', { what });
  const left = leftAlone(visit, settings);
  if (left) return no('settings.nobodyServes', { number: left.number });
  const letter = movedLetter(visit, settings);
  if (letter) return no('settings.letterUsed', { letter });
  const by = person ? { by: person } : {};
  return accept([{ type: 'settings.changed', at, settings, ...by }]);
}

/** Somebody inside whom a counter could serve until now, and none could any more. */
function leftAlone(visit: Visit, after: Settings) {
  const anyOf = ({ counters }: Settings, ticket: Parameters<typeof canServe>[1]) =>
    counters.some((k) => canServe(k, ticket));
  return inside(visit).find((ticket) => anyOf(visit.settings, ticket) && !anyOf(after, ticket));
}

/** A letter of numbers given out today that would stand for something else by tonight. */
function movedLetter(visit: Visit, after: Settings): string | undefined {
  const lent = Object.values(visit.loans).flatMap(({ blocks }) => blocks.map((b) => b.letter));
  const used = new Set([...Object.keys(visit.given), ...lent]);
  return lentLetters(visit.settings).find(
    (letter) => used.has(letter) && isMoved(visit.settings, after, letter),
  );
}

/** A service that is gone takes its letter with it, unless another one takes it up. */
function isMoved(before: Settings, after: Settings, letter: string): boolean {
  const [was, is] = [ownerOf(before, letter), ownerOf(after, letter)];
  if (was === is) return false;
  return is !== undefined || after.services.some((s) => s.id === was) || was === PREMIUM;
}

const PREMIUM = 'premium';

const ownerOf = ({ services, prefixes }: Settings, letter: string): string | undefined =>
  prefixes.premium === letter ? PREMIUM : services.find((s) => s.prefix === letter)?.id;

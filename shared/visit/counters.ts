import type { CounterId } from '../ids.ts';
import { accept, type Refusal, type Result } from '../result.ts';
import type { CommandOf } from './commands.ts';
import { type Context, type Decision, no, type VisitRefusal } from './refusals.ts';
import { type Counter, counterOf, counterSetting, type Visit } from './state.ts';

type Found = Result<Counter, Refusal<VisitRefusal>>;

function knownCounter(visit: Visit, id: CounterId): Found {
  return counterSetting(visit, id) ? accept(counterOf(visit, id)) : no('counter.unknown');
}

/** A counter 窗口 that could call now: known, open, and with nobody at it. */
export function freeCounter(visit: Visit, id: CounterId): Found {
  const found = knownCounter(visit, id);
  if (!found.ok) return found;
  if (found.value.situation.is === 'closed') return no('counter.closed');
  if (found.value.situation.is === 'paused') return no('counter.paused');
  return found.value.present ? no('counter.busy') : found;
}

export function openCounter(visit: Visit, c: CommandOf<'counter.open'>, ctx: Context): Decision {
  const found = knownCounter(visit, c.counter);
  if (!found.ok) return found;
  if (!visit.day?.open) return no('day.closed');
  if (found.value.situation.is !== 'closed') return no('counter.alreadyOpen');
  const teller = c.teller ?? ctx.person ?? null;
  return accept([{ type: 'counter.opened', at: ctx.at, counter: c.counter, teller }]);
}

export function pause(visit: Visit, c: CommandOf<'counter.pause'>, { at }: Context): Decision {
  const found = freeCounter(visit, c.counter);
  if (!found.ok) return found;
  return accept([{ type: 'counter.paused', at, counter: c.counter, reason: c.reason }]);
}

export function resume(visit: Visit, c: CommandOf<'counter.resume'>, { at }: Context): Decision {
  const found = knownCounter(visit, c.counter);
  if (!found.ok) return found;
  if (found.value.situation.is !== 'paused') return no('counter.notPaused');
  return accept([{ type: 'counter.resumed', at, counter: c.counter }]);
}

export function closeCounter(visit: Visit, c: CommandOf<'counter.close'>, ctx: Context): Decision {
  const found = knownCounter(visit, c.counter);
  if (!found.ok) return found;
  if (found.value.situation.is === 'closed') return no('counter.closed');
  if (found.value.present) return no('counter.busy');
  return accept([{ type: 'counter.closed', at: ctx.at, counter: c.counter }]);
}

/** The hub reports that a rating terminal came or went; saying it twice changes nothing. */
export function terminal(
  visit: Visit,
  c: CommandOf<'terminal.online' | 'terminal.offline'>,
  { at }: Context,
): Decision {
  const found = knownCounter(visit, c.counter);
  if (!found.ok) return found;
  const same = found.value.terminal === (c.type === 'terminal.online');
  return accept(same ? [] : [{ type: c.type, at, counter: c.counter }]);
}

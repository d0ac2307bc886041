import { unreachable } from '../result.ts';
import type { CounterFact } from './facts.ts';
import { type Counter, counterOf, type Visit, withCounter } from './state.ts';

export function evolveCounter(visit: Visit, fact: CounterFact): Visit {
  const before = counterOf(visit, fact.counter);
  return withCounter(visit, fact.counter, change(before, fact));
}

function change(before: Counter, fact: CounterFact): Partial<Counter> {
  const { at } = fact;
  switch (fact.type) {
    case 'counter.opened': {
      const off = { terminalSince: before.terminal ? before.terminalSince : at };
      const open = { situation: { is: 'open' }, since: at, freeSince: at, press: null } as const;
      return { ...open, ...off, teller: fact.teller };
    }
    case 'counter.paused':
      return { situation: { is: 'paused', reason: fact.reason }, since: at, press: null };
    case 'counter.resumed':
      return { situation: { is: 'open' }, since: at, freeSince: at };
    case 'counter.handedOver':
      // What the one before pressed is not the next one's to take back.
      return { teller: fact.teller, press: null };
    case 'counter.closed':
      return {
        situation: { is: 'closed' },
        since: at,
        teller: null,
        press: null,
        terminalOff: terminalOffUntil(before, at),
      };
    case 'terminal.online':
      return { terminal: true, terminalSince: at, terminalOff: terminalOffUntil(before, at) };
    case 'terminal.offline':
      return { terminal: false, terminalSince: at };
    default:
      return unreachable(fact);
  }
}

/** Time without a rating terminal counts only while the counter is not closed. */
export const terminalOffUntil = (counter: Counter, at: number) =>
  counter.terminal || counter.situation.is === 'closed'
    ? counter.terminalOff
    : counter.terminalOff + at - counter.terminalSince;

import { unreachable } from '../result.ts';
import { allUnheard } from './evolveLent.ts';
import type { DayFact } from './facts.ts';
import { type Counter, initialVisit, type Visit } from './state.ts';

export function evolveDay(visit: Visit, fact: DayFact): Visit {
  switch (fact.type) {
    case 'hub.started':
      return allUnheard(restarted(visit, fact.at, fact.offset), fact.since ?? fact.at);
    case 'clock.stepped':
      return { ...visit, offset: fact.offset };
    case 'settings.changed':
      return { ...visit, settings: fact.settings };
    case 'day.opened':
      return dayOpened(visit, fact);
    case 'day.closed':
      return visit.day ? { ...visit, day: { ...visit.day, open: false } } : visit;
    case 'doors.opened':
      return { ...visit, doors: true };
    case 'doors.closed':
      return { ...visit, doors: false };
    default:
      return unreachable(fact);
  }
}

/** A new day starts with an empty lobby; only terminals that are there stay there. */
function dayOpened(visit: Visit, fact: Extract<DayFact, { type: 'day.opened' }>): Visit {
  const counters = Object.values(visit.counters).map((counter) => [counter.id, rested(counter)]);
  return {
    ...initialVisit(visit.settings),
    day: {
      ...{ date: fact.date, open: true, since: fact.at },
      ...(fact.imported && { imported: fact.imported }),
    },
    offset: visit.offset,
    lastAt: visit.lastAt,
    counters: Object.fromEntries(counters),
  };
}

const rested = (counter: Counter): Counter => ({
  ...counter,
  present: null,
  lastCallAt: null,
  sincePremium: null,
  prompt: null,
  terminalOff: 0,
  press: null,
});

/** After a start no terminal is known to be there until it says so. */
function restarted(visit: Visit, at: number, offset: number): Visit {
  const counters = Object.values(visit.counters).map((counter) => [
    counter.id,
    counter.terminal ? { ...counter, terminal: false, terminalSince: at } : counter,
  ]);
  return {
    ...visit,
    offset,
    restarts: [...visit.restarts, at],
    counters: Object.fromEntries(counters),
  };
}

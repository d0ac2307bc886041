import type { BusinessDate } from '../ids.ts';
import { ordinalOf } from '../ids.ts';
import type { Settings } from '../settings.ts';
import { rowAt, rowsOf } from '../visit/table.ts';
import type { Ticket, TicketClass } from '../visit/ticket.ts';
import type { KeptDay, Sample } from './keptDay.ts';

/** A day as a chart: who waited, how many counters were open, and what those called had waited. */
export interface DayChart {
  readonly date: BusinessDate;
  readonly offset: number;
  readonly timeZone: string;
  readonly lines: Settings['lines'];
  readonly track: readonly Sample[];
  readonly calls: readonly CalledAfter[];
  /** Steps of the wall clock within the day: labels before and after one differ by it. */
  readonly clockSteps: readonly { readonly at: number; readonly by: number }[];
  /** Within the day the settings changed: lines are those of its end. */
  readonly linesChanged: boolean;
}

/** A ticket's first call, with what it had waited by then. */
export interface CalledAfter {
  readonly at: number;
  readonly number: string;
  readonly class: TicketClass;
  readonly seconds: number;
}

export function dayChart({ date, began, visit, told, track }: KeptDay): DayChart {
  const { branch, lines } = visit.settings;
  return {
    ...{ date, offset: visit.offset, timeZone: branch.timeZone, lines, track },
    calls: callsIn(visit),
    clockSteps: told.flatMap(({ fact }) =>
      fact.type === 'clock.stepped' ? { at: fact.at, by: fact.by } : [],
    ),
    linesChanged: isOther(began.lines, lines),
  };
}

const isOther = (one: Settings['lines'], other: Settings['lines']) =>
  (['ordinary', 'premium'] as const).some((cls) =>
    (['yellow', 'orange', 'red'] as const).some((level) => one[cls][level] !== other[cls][level]),
  );

function callsIn({ calls, tickets }: KeptDay['visit']): CalledAfter[] {
  const seen = new Set<Ticket>();
  return [...rowsOf(calls)].flatMap(({ at, ticket: id, undone }) => {
    const ticket = rowAt(tickets, ordinalOf(id));
    if (undone || !ticket || ticket.test || seen.has(ticket)) return [];
    seen.add(ticket);
    const { number, class: cls, firstAt } = ticket;
    return { at, number, class: cls, seconds: Math.round((at - firstAt) / 1000) };
  });
}

import { businessDateAt, doorsAt } from '../calendar.ts';
import { accept } from '../result.ts';
import { neverEnded } from './calling.ts';
import type { CommandOf, VisitCommand } from './commands.ts';
import type { VisitFact } from './facts.ts';
import { rows } from './queue.ts';
import { promptClosed } from './rating.ts';
import { type Context, type Decision, no } from './refusals.ts';
import { ticketOf, type Visit } from './state.ts';
import type { Ticket } from './ticket.ts';

export function openDay(visit: Visit, c: CommandOf<'day.open'>, { at }: Context): Decision {
  const last = visit.day;
  if (last && (last.open || c.date <= last.date)) return no('day.alreadyOpen');
  return accept([{ type: 'day.opened', at, date: c.date }]);
}

/** 日终: whoever still waits has left, an open service was forgotten, counters close. */
export function closeDay(visit: Visit, c: CommandOf<'day.close'>, { at }: Context): Decision {
  if (!visit.day?.open) return no('day.closed');
  const counters = Object.values(visit.counters);
  return accept([
    ...counters.flatMap((k) => promptClosed(visit, k.prompt, at, 'dayClosed')),
    ...inside(visit).flatMap((ticket) => leftBehind(ticket, at)),
    ...counters.flatMap((k): VisitFact[] =>
      k.situation.is === 'closed' ? [] : [{ type: 'counter.closed', at, counter: k.id }],
    ),
    ...(visit.doors ? [{ type: 'doors.closed', at } as const] : []),
    { type: 'day.closed', at, date: visit.day.date, by: c.by },
  ]);
}

/** Everybody whose visit is not over: at a counter, in line, held or missed. */
export function inside(visit: Visit): Ticket[] {
  const present = Object.values(visit.counters).flatMap(({ present: id }) =>
    id ? (ticketOf(visit, id) ?? []) : [],
  );
  return [...present, ...rows(visit, [...visit.line, ...visit.held, ...visit.missed])];
}

function leftBehind(ticket: Ticket, at: number): VisitFact[] {
  const forgotten = neverEnded(ticket, at);
  if (forgotten.length > 0) return forgotten;
  return [{ type: 'ticket.abandoned', at, ticket: ticket.id, why: 'dayClosed' }];
}

/** What the hub itself has to say at this time: days and doors follow the branch's calendar. */
export function due(visit: Visit, at: number): VisitCommand[] {
  const wall = at + visit.offset;
  const today = businessDateAt(visit.settings, wall);
  if (visit.day?.open && visit.day.date < today) return [{ type: 'day.close', by: 'clock' }];
  if (!visit.day || visit.day.date < today) return [{ type: 'day.open', date: today }];
  const open = visit.day.open && doorsAt(visit.settings, wall).is === 'open';
  return open === visit.doors ? [] : [{ type: 'doors.set', open }];
}

export function setDoors(visit: Visit, c: CommandOf<'doors.set'>, { at }: Context): Decision {
  if (c.open === visit.doors) return accept([]);
  if (c.open && !visit.day?.open) return no('day.closed');
  return accept([{ type: c.open ? 'doors.opened' : 'doors.closed', at }]);
}

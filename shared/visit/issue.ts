import { doorsAt } from '../calendar.ts';
import { type ServiceId, type TicketId, ticketIdOf } from '../ids.ts';
import { accept } from '../result.ts';
import type { CustomerClass } from '../settings.ts';
import { callsSince } from './calls.ts';
import type { CommandOf } from './commands.ts';
import { freeCounter } from './counters.ts';
import type { VisitFact } from './facts.ts';
import { letterOf, nextOwn, numberOf } from './lent.ts';
import { promptClosed } from './rating.ts';
import { type Context, type Decision, no, type Refused } from './refusals.ts';
import { ticketOf, type Visit } from './state.ts';
import type { Ticket } from './ticket.ts';

/** 取号: a customer takes a number, or is given one by hand. */
export function issue(visit: Visit, c: CommandOf<'ticket.issue'>, { at }: Context): Decision {
  const old = c.replaces ? ticketOf(visit, c.replaces) : undefined;
  const fault = cannotIssue(visit, c, at) ?? cannotReplace(visit, c, old);
  if (fault) return fault;
  const { ticket, number } = nextNumber(visit, c.service, c.class);
  const issued: VisitFact = {
    type: 'ticket.issued',
    at,
    ticket,
    number,
    service: c.service,
    class: c.class,
    by: c.by,
    ...(c.reason && { reason: c.reason }),
    ...(old && { replaces: old.id, firstAt: old.firstAt }),
    ...(c.test && { test: true }),
  };
  return accept(
    old ? [issued, { type: 'ticket.replaced', at, ticket: old.id, by: ticket }] : [issued],
  );
}

function cannotIssue(visit: Visit, c: CommandOf<'ticket.issue'>, at: number): Refused | undefined {
  if (!visit.day?.open) return no('day.closed');
  if (!visit.settings.services.some((s) => s.id === c.service)) return no('service.unknown');
  if (c.class === 'care' && c.by === 'kiosk') return no('care.byHandOnly');
  if (c.class === 'care' && !c.reason) return no('care.needsReason');
  if (c.class !== 'care' && c.reason) return no('reason.unexpected');
  // A person can always issue by hand: the doors stop only the kiosks.
  return c.by === 'kiosk' && !visit.doors ? doorsShut(visit, at) : undefined;
}

function doorsShut(visit: Visit, at: number): Refused {
  const doors = doorsAt(visit.settings, at + visit.offset);
  return doors.is === 'before'
    ? no('branch.notOpenYet', { opens: doors.opens })
    : no('branch.closed');
}

function cannotReplace(visit: Visit, c: CommandOf<'ticket.issue'>, old: Ticket | undefined) {
  if (!c.replaces) return;
  if (!old) return no('ticket.unknown');
  if (old.situation.is !== 'missed') return no('ticket.notMissed');
  if (mayComeBack(visit, old)) return no('ticket.comesBack');
  const same = old.class === c.class && old.service === c.service;
  // A test ticket has no figures: nobody's wait may end in one.
  if (!same || old.test !== (c.test ?? false)) return no('replace.mismatch');
}

/** 过号 and back: in time, or late for the first time. */
export const mayComeBack = (visit: Visit, ticket: Ticket) =>
  inTime(visit, ticket) || !ticket.putBack;

export function inTime(visit: Visit, ticket: Ticket): boolean {
  if (ticket.situation.is !== 'missed') return false;
  const within = visit.settings.rules.comeBackWithinCalls;
  return callsSince(visit, ticket, ticket.situation.call, within + 1) <= within;
}

function nextNumber(visit: Visit, service: ServiceId, cls: CustomerClass) {
  const letter = letterOf(visit.settings, service, cls);
  return { ticket: nextTicket(visit), number: numberOf(letter, nextOwn(visit, letter)) };
}

export function nextTicket(visit: Visit): TicketId {
  if (!visit.day) throw new Error('a number is asked for, but no day is open');
  return ticketIdOf(visit.day.date, visit.tickets.size + 1);
}

/** A service without a number, entered on the spot: it has no wait, and its share is shown. */
export function walkIn(visit: Visit, c: CommandOf<'service.walkIn'>, { at }: Context): Decision {
  const counter = freeCounter(visit, c.counter);
  if (!counter.ok) return counter;
  if (!visit.settings.services.some((s) => s.id === c.service)) return no('service.unknown');
  const { ticket, number } = nextNumber(visit, c.service, c.class);
  const { teller } = counter.value;
  const { service, reason } = c;
  return accept([
    ...promptClosed(visit, counter.value.prompt, at, 'nextCall'),
    { type: 'ticket.issued', at, ticket, number, service, class: c.class, by: 'walkIn', reason },
    { type: 'service.started', at, ticket, counter: c.counter, teller },
  ]);
}

import type { CounterId } from '../ids.ts';
import { accept, type Refusal, type Result } from '../result.ts';
import type { CommandOf } from './commands.ts';
import { freeCounter } from './counters.ts';
import type { VisitFact } from './facts.ts';
import { inTime, mayComeBack } from './issue.ts';
import { type Choice, whoIsNext } from './queue.ts';
import { promptClosed } from './rating.ts';
import { type Context, type Decision, no, type VisitRefusal } from './refusals.ts';
import {
  type Counter,
  canServe,
  counterOf,
  counterSetting,
  ticketOf,
  type Visit,
} from './state.ts';
import { lastLeg, type Situation, type Ticket } from './ticket.ts';

/** 呼叫下一位: the rule chooses. */
export function callNext(visit: Visit, c: CommandOf<'call.next'>, { at }: Context): Decision {
  const counter = readyToCall(visit, c.counter, at);
  if (!counter.ok) return counter;
  const next = whoIsNext(visit, c.counter, at);
  return next ? called(visit, counter.value, next.ticket, next.why, at) : no('queue.empty');
}

/** A teller picks one ticket; the fact says so. */
export function callTicket(visit: Visit, c: CommandOf<'call.ticket'>, { at }: Context): Decision {
  const counter = readyToCall(visit, c.counter, at);
  if (!counter.ok) return counter;
  const ticket = ticketOf(visit, c.ticket);
  if (!ticket) return no('ticket.unknown');
  if (ticket.situation.is !== 'waiting' && ticket.situation.is !== 'held')
    return no('ticket.notWaiting');
  if (!canServe(counterSetting(visit, c.counter), ticket)) return no('counter.cannotServe');
  return called(visit, counter.value, ticket, 'chosen', at);
}

function readyToCall(visit: Visit, id: CounterId, at: number) {
  const counter = freeCounter(visit, id);
  if (!counter.ok || counter.value.lastCallAt === null) return counter;
  const left = visit.settings.rules.callGap * 1000 - (at - counter.value.lastCallAt);
  return left > 0 ? no('call.tooSoon', { seconds: Math.ceil(left / 1000) }) : counter;
}

function called(visit: Visit, counter: Counter, ticket: Ticket, why: Choice, at: number): Decision {
  return accept([
    ...promptClosed(visit, counter.prompt, at, 'nextCall'),
    { type: 'ticket.called', at, ticket: ticket.id, counter: counter.id, why },
  ]);
}

type Called = { ticket: Ticket; situation: Extract<Situation, { is: 'called' }> };

/** The ticket called to a counter and not yet served. */
export function calledAt(visit: Visit, id: CounterId): Result<Called, Refusal<VisitRefusal>> {
  if (!counterSetting(visit, id)) return no('counter.unknown');
  const { present } = counterOf(visit, id);
  const ticket = present ? ticketOf(visit, present) : undefined;
  if (!ticket) return no('counter.nobodyCalled');
  const { situation } = ticket;
  if (situation.is === 'serving') return no('service.alreadyStarted');
  return situation.is === 'called' ? accept({ ticket, situation }) : no('counter.nobodyCalled');
}

export function callAgain(visit: Visit, c: CommandOf<'call.again'>, { at }: Context): Decision {
  const found = calledAt(visit, c.counter);
  if (!found.ok) return found;
  const { ticket, situation } = found.value;
  const left = visit.settings.rules.recallGap * 1000 - (at - situation.lastAt);
  if (left > 0) return no('recall.tooSoon', { seconds: Math.ceil(left / 1000) });
  return accept([{ type: 'ticket.recalled', at, ticket: ticket.id, counter: c.counter }]);
}

/** 过号: only after the customer was called often enough. */
export function missed(visit: Visit, c: CommandOf<'ticket.missed'>, { at }: Context): Decision {
  const found = calledAt(visit, c.counter);
  if (!found.ok) return found;
  const { ticket, situation } = found.value;
  const calls = visit.settings.rules.callsBeforeMissed;
  if (situation.times < calls) return no('missed.tooSoon', { calls });
  return accept([{ type: 'ticket.missed', at, ticket: ticket.id, counter: c.counter }]);
}

/** A missed one is back: next if in time, else behind some others, once. */
export function back(visit: Visit, c: CommandOf<'ticket.back'>, { at }: Context): Decision {
  const ticket = ticketOf(visit, c.ticket);
  if (!ticket) return no('ticket.unknown');
  if (ticket.situation.is !== 'missed') return no('ticket.notMissed');
  if (!mayComeBack(visit, ticket)) return no('ticket.needsNew');
  const place = inTime(visit, ticket) ? 'next' : 'behind';
  return accept([{ type: 'ticket.returned', at, ticket: ticket.id, place }]);
}

export function giveUp(visit: Visit, c: CommandOf<'ticket.giveUp'>, { at }: Context): Decision {
  const ticket = ticketOf(visit, c.ticket);
  if (!ticket) return no('ticket.unknown');
  const there = ['waiting', 'held', 'missed'].includes(ticket.situation.is);
  if (!there) return no('ticket.notWaiting');
  return accept([
    ...neverEnded(ticket, at),
    { type: 'ticket.abandoned', at, ticket: ticket.id, why: 'gaveUp' },
  ]);
}

/** 不等了: the customer's own phone says so, for as long as nobody calls. */
export function leave(visit: Visit, c: CommandOf<'ticket.leave'>, ctx: Context): Decision {
  const ticket = ticketOf(visit, c.ticket);
  if (!ticket) return no('ticket.unknown');
  if (ticket.situation.is !== 'waiting') return no('ticket.notWaiting');
  return giveUp(visit, { type: 'ticket.giveUp', ticket: c.ticket }, ctx);
}

/** A service that was interrupted and never taken up again was forgotten: it is counted. */
export function neverEnded(ticket: Ticket, at: number): VisitFact[] {
  const open = ticket.situation.is === 'serving' || lastLeg(ticket)?.how === 'interrupted';
  if (!open) return [];
  return [
    { type: 'service.forgotten', at, ticket: ticket.id },
    { type: 'rating.notOfferable', at, ticket: ticket.id, why: 'forgotten' },
  ];
}

/** 休眠: fills in a form, say. From a counter it frees the counter; its clock goes on. */
export function hold(visit: Visit, c: CommandOf<'ticket.hold'>, { at }: Context): Decision {
  const ticket = ticketOf(visit, c.ticket);
  if (!ticket) return no('ticket.unknown');
  const { situation } = ticket;
  if (situation.is === 'waiting') return accept([{ type: 'ticket.held', at, ticket: ticket.id }]);
  if (situation.is !== 'called' && situation.is !== 'serving') return no('ticket.notWaiting');
  const counter = situation.counter;
  return accept([{ type: 'ticket.held', at, ticket: ticket.id, ...(counter && { counter }) }]);
}

export function release(visit: Visit, c: CommandOf<'ticket.release'>, { at }: Context): Decision {
  const ticket = ticketOf(visit, c.ticket);
  if (!ticket) return no('ticket.unknown');
  if (ticket.situation.is !== 'held') return no('ticket.notHeld');
  return accept([{ type: 'ticket.released', at, ticket: ticket.id }]);
}

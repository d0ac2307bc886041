import { type BusinessDate, type TicketId, ticketIdOf } from '../../shared/ids.ts';
import type { Lobby } from '../../shared/lobby.ts';
import { inTime, mayComeBack } from '../../shared/visit/issue.ts';
import { mayBeMeanwhile } from '../../shared/visit/meanwhile.ts';
import { rows } from '../../shared/visit/queue.ts';
import {
  type Counter,
  canServe,
  counterSetting,
  ticketOf,
  type Visit,
} from '../../shared/visit/state.ts';
import { rowAt } from '../../shared/visit/table.ts';
import { lastLeg } from '../../shared/visit/ticket.ts';

// On whom a press of a random day falls.

export const DATE = '2026-11-23' as BusinessDate;

export const of = <T>(list: readonly T[], n: number) => list[n % list.length] as T;

/** A ticket of this list, or, one time in seven, any number at all. */
export function on({ visit }: Lobby, list: 'line' | 'held' | 'missed', a: number) {
  const known = visit[list].length > 0 && a % 7 > 0;
  const ordinal = known ? of(visit[list], a) : (a % (visit.tickets.size + 2)) + 1;
  return { ticket: ticketIdOf(visit.day?.date ?? DATE, ordinal) };
}

/** The rating last asked for at one of the counters, or now and then anybody's. */
export function prompt({ visit }: Lobby, a: number, b: number) {
  const shown = Object.values(visit.counters).flatMap((k) => k.prompt ?? []);
  const open = shown.filter((id) => promptOf(visit, id)?.is === 'open');
  const any = ticketIdOf(visit.day?.date ?? DATE, (b % 20) + 1);
  const ticket = b % 6 === 0 ? any : of(open.length > 0 ? open : [...shown, any], a);
  const asked = promptOf(visit, ticket);
  return { ticket, offer: asked && 'offer' in asked && b % 11 ? asked.offer : 'not-this-offer' };
}

function promptOf(visit: Visit, id: TicketId) {
  const ticket = ticketOf(visit, id);
  return ticket && lastLeg(ticket)?.prompt;
}

/** For somebody who may not come back any more; where there is nobody, for anybody who is missed. */
export function replaced(lobby: Lobby, a: number) {
  const { missed, tickets } = lobby.visit;
  const all = missed.map((ordinal) => rowAt(tickets, ordinal));
  const late = all.filter((ticket) => ticket && !mayComeBack(lobby.visit, ticket));
  const old = all.length > 0 ? of(late.length > 0 ? late : all, a) : undefined;
  const {
    service = 'cash',
    class: cls = 'ordinary',
    id = on(lobby, 'missed', a).ticket,
  } = old ?? {};
  const care = cls === 'care' ? { reason: 'disabled' } : {};
  const test = old?.test ? { test: true } : {};
  return { type: 'ticket.issue', service, class: cls, by: 'hand', replaces: id, ...care, ...test };
}

/**
 * What becomes of whoever strays: called and not there, back too late, called once more by a teller
 * who is free, away again. By chance alone hardly anybody would come so far that only a new number
 * helps.
 */
export function strays(lobby: Lobby, a: number) {
  const { visit } = lobby;
  const counters = Object.values(visit.counters);
  const called = counters.filter(
    ({ present }) => present && ticketOf(visit, present)?.situation.is === 'called',
  );
  const again = called.find(({ present }) => present && ticketOf(visit, present)?.putBack);
  if (again) return notThere(visit, again);
  const back = rows(visit, visit.line).find((ticket) => ticket.putBack);
  const free = counters.filter(({ id, situation, present }) => {
    const serves = back && canServe(counterSetting(visit, id), back);
    return serves && situation.is === 'open' && !present;
  });
  if (back && free.length > 0)
    return { type: 'call.ticket', counter: of(free, a).id, ticket: back.id };
  const away = rows(visit, visit.missed);
  if (away.some((ticket) => !mayComeBack(visit, ticket))) return replaced(lobby, a);
  const late = away.find((ticket) => !inTime(visit, ticket));
  if (late) return { type: 'ticket.back', ticket: late.id };
  return called.length > 0 ? notThere(visit, of(called, a)) : { type: 'tick' };
}

function notThere(visit: Visit, { id, present }: Counter) {
  const doing = present && ticketOf(visit, present)?.situation;
  const isEnough = doing && doing.is === 'called' && doing.times > 1;
  return { type: isEnough ? 'ticket.missed' : 'call.again', counter: id };
}

/** Somebody in the line whom an outage may have cost their turn; where there is nobody, anybody. */
export function leftAlone(lobby: Lobby, a: number) {
  const { visit } = lobby;
  const some = rows(visit, visit.line).filter((ticket) => mayBeMeanwhile(visit, ticket));
  return some.length > 0 ? of(some, a).id : on(lobby, 'line', a).ticket;
}

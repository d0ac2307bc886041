import type { Shift } from '../floor/roster/commands.ts';
import type { CounterId, ServiceId, StaffId, TicketId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Text } from '../settings.ts';
import type { Undoable } from '../visit/facts.ts';
import { rows, waitingFor } from '../visit/queue.ts';
import {
  type Counter,
  type CounterSituation,
  counterOf,
  ticketOf,
  type Visit,
} from '../visit/state.ts';
import { lastLeg, type Ticket, type TicketClass, waitedIn } from '../visit/ticket.ts';
import { type Wanted, wantedAt } from './advice.ts';
import { askedAt } from './calls.ts';
import { type Unread, unreadAt } from './notices.ts';
import { nextInOrder } from './order.ts';
import { type Branch, branchPart, type Mark, markOf } from './parts.ts';

/** A counter's screen 柜面. No rating is ever in it, only whether one was invited. */
export interface CounterView {
  readonly branch: Branch;
  readonly id: CounterId;
  /** null: the settings know no such counter. */
  readonly name: Text | null;
  readonly situation: CounterSituation;
  readonly since: number;
  readonly teller: StaffId | null;
  readonly present: Present | null;
  /** Hub time from which the next call, or a recall, is allowed. */
  readonly callFrom: number;
  readonly recallFrom: number;
  /** 过号 is allowed once the customer was called this often. */
  readonly missedFromCalls: number;
  readonly undo: {
    readonly what: Undoable;
    readonly number: string;
    readonly until: number;
  } | null;
  /** Those this counter can serve, in the order they would be called now; the first five. */
  readonly next: readonly Mark[];
  readonly waiting: number;
  /** All whom it can serve, by first issue: the line. */
  readonly line: readonly Mark[];
  readonly held: readonly Mark[];
  readonly services: readonly { readonly id: ServiceId; readonly name: Text }[];
  readonly terminal: boolean;
  /** What was asked of the lobby manager from here and is still open. */
  readonly asked: { readonly help: boolean; readonly first: readonly TicketId[] };
  /** What the manager asks of this counter, on the hub's advice. */
  readonly wanted: Wanted | null;
  /** The rating that is being asked for here may still be invited. */
  readonly canInvite: boolean;
  /** Who stands here by today's roster, one after the other. */
  readonly planned: readonly Pick<Shift, 'person' | 'from' | 'to'>[];
  readonly unread: readonly Unread[];
}

export interface Present {
  readonly ticket: TicketId;
  readonly number: string;
  readonly class: TicketClass;
  readonly service: ServiceId;
  readonly doing: 'called' | 'serving';
  readonly times: number;
  /** `hub time − waitFrom` has been waited; once served, waited in full in `waited`. */
  readonly waitFrom: number;
  readonly waited: number | null;
  readonly calledAt: number;
  readonly startedAt: number | null;
  readonly invited: boolean;
}

export function counterView(lobby: Lobby, id: CounterId, at: number): CounterView {
  const { visit } = lobby;
  const counter = counterOf(visit, id);
  const { callGap, callsBeforeMissed, recallGap } = visit.settings.rules;
  const present = counter.present ? ticketOf(visit, counter.present) : undefined;
  const able = waitingFor(visit, id);
  const lastAt = present?.situation.is === 'called' ? present.situation.lastAt : 0;
  return {
    ...{ branch: branchPart(visit), id, name: nameOf(visit, id) },
    ...{ situation: counter.situation, since: counter.since, teller: counter.teller },
    present: present ? presentPart(present) : null,
    callFrom: counter.lastCallAt === null ? 0 : counter.lastCallAt + callGap * 1000,
    recallFrom: lastAt + recallGap * 1000,
    missedFromCalls: callsBeforeMissed,
    undo: undoPart(visit, counter),
    next: nextInOrder(visit, id, at, 5).map((t) => markOf(visit, t)),
    waiting: able.length,
    line: able.map((t) => markOf(visit, t)),
    held: rows(visit, visit.held).map((t) => markOf(visit, t)),
    services: visit.settings.services.map((s) => ({ id: s.id, name: s.name })),
    terminal: counter.terminal,
    asked: askedAt(lobby, id),
    wanted: wantedAt(lobby, id),
    canInvite: canInvite(visit, counter),
    planned: plannedAt(lobby, id),
    unread: unreadAt(lobby, id),
  };
}

function plannedAt({ visit, floor }: Lobby, id: CounterId): CounterView['planned'] {
  const shifts = visit.day ? (floor.roster.dates[visit.day.date]?.shifts ?? []) : [];
  return shifts
    .filter((s) => s.counter === id)
    .map(({ person, from, to }) => ({ person, from, to }))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}

const nameOf = (visit: Visit, id: CounterId) =>
  visit.settings.counters.find((k) => k.id === id)?.name ?? null;

function presentPart(ticket: Ticket): Present {
  const leg = lastLeg(ticket);
  const serving = ticket.situation.is === 'serving';
  const before = waitedIn(ticket.legs);
  return {
    ...{ ticket: ticket.id, number: ticket.number, class: ticket.class, service: ticket.service },
    doing: serving ? 'serving' : 'called',
    times: ticket.situation.is === 'called' ? ticket.situation.times : 0,
    waitFrom: ticket.since - before,
    waited: serving ? before : null,
    calledAt: ticket.situation.is === 'called' ? ticket.situation.at : (leg?.calledAt ?? 0),
    startedAt: serving ? (leg?.startedAt ?? null) : null,
    invited: serving && (leg?.invited ?? false),
  };
}

function undoPart(visit: Visit, { press }: Counter): CounterView['undo'] {
  if (!press) return null;
  const until = press.at + visit.settings.rules.undoWithin * 1000;
  return { what: press.what, number: press.ticket.number, until };
}

function canInvite(visit: Visit, counter: Counter): boolean {
  const ticket = ticketOf(visit, counter.present ?? counter.prompt ?? ('' as TicketId));
  const leg = ticket && lastLeg(ticket);
  if (!leg || leg.invited) return false;
  return ticket.situation.is === 'serving' || leg.prompt?.is === 'open';
}

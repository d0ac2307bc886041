import type { ServiceId, TicketId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import { inTime, mayComeBack } from '../visit/issue.ts';
import { rows } from '../visit/queue.ts';
import { counterOf, type Visit } from '../visit/state.ts';
import type { CareReason, Ticket, TicketClass } from '../visit/ticket.ts';
import { type AdvicePart, advicePart } from './advice.ts';
import { type AlertCard, openAlerts } from './alerts.ts';
import {
  type CountPart,
  countPart,
  type HelpCard,
  helpCards,
  type OffDevice,
  offDevices,
} from './calls.ts';
import type { Outside } from './devices.ts';
import { type MeanwhilePart, meanwhilePart } from './meanwhile.ts';
import { type Unread, unreadAt } from './notices.ts';
import {
  type Branch,
  branchPart,
  type CounterCell,
  counterCell,
  type Mark,
  markOf,
  marksOf,
  type ServiceQueue,
  serviceQueues,
} from './parts.ts';
import { type PrinterRow, printerRows } from './printers.ts';

/** The lobby manager's tablet 大堂经理. */
export interface FloorView {
  readonly branch: Branch;
  readonly printers: readonly PrinterRow[];
  readonly doors: boolean;
  readonly services: readonly ServiceQueue[];
  readonly line: readonly Mark[];
  readonly missed: readonly MissedTicket[];
  readonly held: readonly Mark[];
  readonly meanwhile: MeanwhilePart;
  readonly counters: readonly CounterCell[];
  readonly alerts: readonly AlertCard[];
  readonly advice: AdvicePart;
  /** Open calls for a person, oldest first. */
  readonly help: readonly HelpCard[];
  readonly count: CountPart;
  readonly off: readonly OffDevice[];
  /** What those signed in on tablets have still to read. */
  readonly unread: readonly Unread[];
  /** What closing the day would end: shown before it is confirmed. */
  readonly inside: { readonly waiting: number; readonly atCounters: number };
}

export interface MissedTicket {
  readonly ticket: TicketId;
  readonly number: string;
  readonly class: TicketClass;
  readonly service: ServiceId;
  readonly at: number;
  /** Why it goes first, for one of `care`: a ticket that replaces it keeps the reason. */
  readonly reason: CareReason | null;
  /** What bringing it back would mean. */
  readonly comesBack: 'next' | 'behind' | 'newTicket';
}

export function floorView(lobby: Lobby, at: number, outside: Outside): FloorView {
  const { visit } = lobby;
  return {
    branch: branchPart(visit),
    printers: printerRows(visit.settings, outside.printers),
    doors: visit.doors,
    services: serviceQueues(lobby, outside.foreseen),
    line: marksOf(visit),
    missed: rows(visit, visit.missed).map((t) => missedPart(visit, t)),
    held: rows(visit, visit.held).map((t) => markOf(visit, t)),
    meanwhile: meanwhilePart(visit),
    counters: visit.settings.counters.map(({ id, name }) =>
      counterCell(lobby, counterOf(visit, id), name, outside.foreseen),
    ),
    alerts: openAlerts(lobby, at, outside),
    advice: advicePart(lobby, outside.advice),
    help: helpCards(lobby, outside),
    count: countPart(lobby),
    off: offDevices(lobby, outside),
    unread: unreadAt(lobby, 'floor'),
    inside: {
      waiting: visit.line.length + visit.held.length + visit.missed.length,
      atCounters: Object.values(visit.counters).filter((c) => c.present).length,
    },
  };
}

function missedPart(visit: Visit, ticket: Ticket): MissedTicket {
  const late = mayComeBack(visit, ticket) ? 'behind' : 'newTicket';
  return {
    ...{ ticket: ticket.id, number: ticket.number, class: ticket.class, service: ticket.service },
    at: ticket.situation.is === 'missed' ? ticket.situation.at : 0,
    reason: ticket.class === 'care' ? (ticket.reason as CareReason | null) : null,
    comesBack: inTime(visit, ticket) ? 'next' : late,
  };
}

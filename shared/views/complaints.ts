import { localTime } from '../calendar.ts';
import { dayEnd, levelOfComplaint, type NextDue, nextDue } from '../care/complaints/due.ts';
import type { Complaint } from '../care/complaints/state.ts';
import type { AlertLevel } from '../care/facts.ts';
import type { Warning } from '../care/warnings/state.ts';
import { careRulesOf } from '../careRules.ts';
import type { Lobby } from '../lobby.ts';
import type { Correction } from '../month/corrections/state.ts';
import type { Text } from '../settings.ts';
import { ticketOf } from '../visit/state.ts';
import type { Outside } from './devices.ts';
import { type Person, peopleOf } from './meetings.ts';
import { type Branch, branchPart } from './parts.ts';

/** 投诉: work orders by their nearest deadline, early warnings by their clock, and what they come to. */
export interface ComplaintsView {
  readonly branch: Branch;
  readonly today: string;
  readonly people: readonly Person[];
  readonly services: readonly { readonly id: string; readonly name: Text }[];
  /** Open ones, the nearest deadline first. */
  readonly open: readonly OrderCard[];
  /** Those that ended within the last 60 days, the last first. */
  readonly ended: readonly OrderCard[];
  /** Open ones, the oldest first. */
  readonly warnings: readonly WarningCard[];
  /** By month, newest first: as far as each closed complaint got. */
  readonly months: readonly ContainedMonth[];
  /** Causes that came more than once within 60 days. */
  readonly recurring: readonly { readonly cause: Complaint['cause']; readonly n: number }[];
  /** The minutes a warning has. */
  readonly warningMinutes: number;
  readonly corrections: readonly Correction[];
}

export interface OrderCard extends Complaint {
  /** null once it is over. */
  readonly next: NextDue | null;
  /** The last day's end, hub time. */
  readonly dueAt: number;
  readonly level: AlertLevel | null;
  /** The owner does not work here any more. */
  readonly ownerLeft: boolean;
}

export interface WarningCard extends Warning {
  readonly number: string | null;
}

export interface ContainedMonth {
  readonly month: string;
  readonly received: number;
  readonly onSite: number;
  readonly inBank: number;
  readonly regulator: number;
}

export function complaintsView(lobby: Lobby, at: number, outside: Outside): ComplaintsView {
  const { visit, care, corrections } = lobby;
  const { orders } = care.complaints;
  const people = peopleOf(lobby, outside);
  const here = new Set(people.map(({ id }) => id));
  const card = (order: Complaint): OrderCard => ({
    ...order,
    next: order.end ? null : nextDue(order, visit),
    dueAt: dayEnd(visit, order.due),
    level: levelOfComplaint(order, visit, at),
    ownerLeft: !here.has(order.owner),
  });
  const cards = orders.map(card);
  return {
    branch: branchPart(visit),
    today: localTime(visit.settings.branch.timeZone, at + visit.offset).date,
    people,
    services: visit.settings.services.map(({ id, name }) => ({ id, name })),
    open: cards
      .filter(({ end }) => !end)
      .sort((a, b) => (a.next?.until ?? 0) - (b.next?.until ?? 0)),
    ended: cards.filter(({ end }) => end).sort((a, b) => (b.end?.at ?? 0) - (a.end?.at ?? 0)),
    warnings: care.warnings.all
      .filter(({ end }) => !end)
      .map((w) => ({
        ...w,
        number: w.ticket ? (ticketOf(visit, w.ticket)?.number ?? null) : null,
      })),
    months: monthsOf(orders),
    recurring: recurringIn(orders),
    warningMinutes: careRulesOf(visit.settings).warningMinutes,
    corrections: corrections.all.filter(({ end }) => !end),
  };
}

function monthsOf(orders: readonly Complaint[]): ContainedMonth[] {
  const months = new Map<string, ContainedMonth>();
  for (const { receivedOn, stands, end } of orders) {
    const month = receivedOn.slice(0, 7);
    const known = months.get(month) ?? { month, received: 0, onSite: 0, inBank: 0, regulator: 0 };
    const closed = end?.is === 'closed' ? 1 : 0;
    months.set(month, {
      ...known,
      received: known.received + 1,
      [stands]: known[stands] + closed,
    });
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? 1 : -1));
}

function recurringIn(orders: readonly Complaint[]): ComplaintsView['recurring'] {
  const causes = new Map<Complaint['cause'], number>();
  for (const { cause } of orders) causes.set(cause, (causes.get(cause) ?? 0) + 1);
  return [...causes]
    .filter(([, n]) => n > 1)
    .map(([cause, n]) => ({ cause, n }))
    .sort((a, b) => b.n - a.n);
}

import type { BusinessDate, CounterId, LoanId, ServiceId, StaffId, TicketId } from '../ids.ts';
import { ordinalOf } from '../ids.ts';
import type { CounterSetting, Settings } from '../settings.ts';
import type { PauseReason, Undoable } from './facts.ts';
import type { Loan } from './lent.ts';
import { emptyTable, rowAt, type Table, withRow } from './table.ts';
import type { Ticket, TicketClass } from './ticket.ts';

/** Everything the lobby knows of today's visits: plain data, folded from facts. */
export interface Visit {
  readonly settings: Settings;
  readonly day: {
    readonly date: BusinessDate;
    readonly open: boolean;
    readonly since: number;
    /** A past day of another system, and where its waits end. */
    readonly imported?: 'call' | 'start';
  } | null;
  /** Whether the kiosks hand out tickets. */
  readonly doors: boolean;
  /** Wall time − hub time, milliseconds. */
  readonly offset: number;
  readonly lastAt: number;
  /** Hub starts within this day: a duration across one of them is marked. */
  readonly restarts: readonly number[];
  /** Numbers given out so far, by letter. */
  readonly given: Readonly<Record<string, number>>;
  /** Numbers kiosks hold in reserve today. */
  readonly loans: Readonly<Record<LoanId, Loan>>;
  readonly tickets: Table<Ticket>;
  readonly calls: Table<Call>;
  /** Ordinals of those who wait, by first issue. */
  readonly line: readonly number[];
  readonly held: readonly number[];
  readonly missed: readonly number[];
  readonly counters: Readonly<Record<CounterId, Counter>>;
}

export interface Call {
  readonly at: number;
  readonly ticket: TicketId;
  readonly counter: CounterId;
  readonly undone: boolean;
  /** When its customer was said to be missing 过号. */
  readonly missedAt: number | null;
}

export type CounterSituation =
  | { readonly is: 'closed' }
  | { readonly is: 'open' }
  | { readonly is: 'paused'; readonly reason: PauseReason };

export interface Counter {
  readonly id: CounterId;
  readonly situation: CounterSituation;
  readonly since: number;
  readonly teller: StaffId | null;
  /** The ticket called to or served at this counter. */
  readonly present: TicketId | null;
  /** The last announcement here, a call or a recall. */
  readonly lastCallAt: number | null;
  /** Last time a service or call ended here: an idle counter has been free since. */
  readonly freeSince: number;
  /** Ordinary tickets called since the last premium one; null: no premium one yet. */
  readonly sincePremium: number | null;
  /** The ticket whose rating was last offered here. */
  readonly prompt: TicketId | null;
  readonly terminal: boolean;
  readonly terminalSince: number;
  /** Milliseconds today without a rating terminal while the counter was not closed. */
  readonly terminalOff: number;
  readonly press: Press | null;
}

/** What must be known to take back the last press. */
export interface Press {
  readonly what: Undoable;
  readonly at: number;
  readonly ticket: Ticket;
  readonly counter: Omit<Counter, 'press'>;
  /** The row of `calls` that a call added, or a missed one marked. */
  readonly call: number | null;
}

export function initialVisit(settings: Settings): Visit {
  return {
    settings,
    day: null,
    doors: false,
    offset: 0,
    lastAt: 0,
    restarts: [],
    given: {},
    loans: {},
    tickets: emptyTable,
    calls: emptyTable,
    line: [],
    held: [],
    missed: [],
    counters: {},
  };
}

export const ticketOf = (visit: Visit, id: TicketId): Ticket | undefined =>
  visit.day && id.startsWith(visit.day.date) ? rowAt(visit.tickets, ordinalOf(id)) : undefined;

/** A fact names a ticket that is not there: the ledger and the program disagree. */
export function mustHave(visit: Visit, id: TicketId): Ticket {
  const ticket = ticketOf(visit, id);
  if (!ticket) throw new Error(`the ledger names ticket ${id}, which was never issued`);
  return ticket;
}

export const withTicket = (visit: Visit, ticket: Ticket): Visit => ({
  ...visit,
  tickets: withRow(visit.tickets, ordinalOf(ticket.id), ticket),
});

export const counterSetting = (visit: Visit, id: CounterId): CounterSetting | undefined =>
  visit.settings.counters.find((c) => c.id === id);

export function counterOf(visit: Visit, id: CounterId): Counter {
  return visit.counters[id] ?? idleCounter(id);
}

export const idleCounter = (id: CounterId): Counter => ({
  id,
  situation: { is: 'closed' },
  since: 0,
  teller: null,
  present: null,
  lastCallAt: null,
  freeSince: 0,
  sincePremium: null,
  prompt: null,
  terminal: false,
  terminalSince: 0,
  terminalOff: 0,
  press: null,
});

export const withCounter = (visit: Visit, id: CounterId, change: Partial<Counter>): Visit => ({
  ...visit,
  counters: { ...visit.counters, [id]: { ...counterOf(visit, id), ...change } },
});

/** Whether a counter serves a service and a class; an unknown counter serves nothing. */
export function canServe(
  setting: CounterSetting | undefined,
  ticket: { readonly service: ServiceId; readonly class: TicketClass },
): boolean {
  if (!setting?.services.includes(ticket.service)) return false;
  const wanted = ticket.class === 'unrecorded' ? 'ordinary' : ticket.class;
  return setting.classes.includes(wanted);
}

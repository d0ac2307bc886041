import type { AssessmentRules } from '../assessment.ts';
import { localTime, spanOf } from '../calendar.ts';
import type { Care } from '../care/state.ts';
import type { Floor } from '../floor/state.ts';
import type { BranchId, BusinessDate } from '../ids.ts';
import type { Settings } from '../settings.ts';
import { missedSince } from '../visit/calls.ts';
import { terminalOffUntil } from '../visit/evolveCounter.ts';
import type { Visit } from '../visit/state.ts';
import { rowsOf } from '../visit/table.ts';
import type { Corrections } from './corrections/state.ts';
import { type Desk, desksOf, inBursts } from './desks.ts';
import { type Group, groupsOf } from './groups.ts';
import type { Records } from './records.ts';
import { recordsOf } from './recordsOf.ts';
import { type Rules, rulesOn } from './rules.ts';
import { type Slot, slotsOf } from './slots.ts';
import { type Stands, type Stretch, stretches } from './stands.ts';

/** Raised when a row says more than before: rows of an older form are then held to what they say. */
export const ROW = 3;

/**
 * 日行: all that any later report needs of one business day, as plain data. It is kept for ever with
 * the day's closing, also when the day's own file is gone. Durations are whole milliseconds, none is
 * rounded: the measures of a span of rows are those of all its tickets, to the last digit.
 */
export interface DayRow {
  readonly v: number;
  readonly date: BusinessDate;
  readonly branch: BranchId;
  /** Opening hours of that date; null on a day off, or where none are set. */
  readonly hours: { readonly open: string; readonly close: string } | null;
  readonly lines: Settings['lines'];
  /** The sheet's rules in force, with targets, points and samples. */
  readonly rules: Rules;
  /** By class and service. */
  readonly groups: readonly Group[];
  readonly slots: readonly Slot[];
  readonly counters: readonly CounterDay[];
  readonly desks: readonly Desk[];
  readonly calls: { readonly n: number; readonly missed: number; readonly missedInBursts: number };
  /** Numbers taken before the branch opened. */
  readonly early: number;
  /** Milliseconds that counters which were not closed were without a rating terminal. */
  readonly terminalOff: number;
  readonly restarts: number;
  /** What a recorded log says, not a day of our own. */
  readonly observed?: true;
  /** Another system's day, and where its waits end: at the call, or at the start of service. */
  readonly imported?: 'call' | 'start';
  readonly records: Partial<Records>;
}

/** A counter's day, milliseconds. */
export interface CounterDay {
  readonly counter: string;
  readonly openMs: number;
  readonly pausedMs: number;
  readonly offMs: number;
}

/** As much of the lobby as a row is made of. */
export interface Closed {
  readonly visit: Visit;
  readonly care: Care;
  readonly floor: Floor;
  readonly stands: Stands;
  readonly corrections: Corrections;
  readonly down: { readonly rules: readonly AssessmentRules[] };
}

/**
 * The row of the lobby's present day: at its close for ever, before it for the day so far.
 *
 * @param at hub time up to which what is still going on is counted
 * @returns null before the first day
 */
export function rowOf(lobby: Closed, at: number): DayRow | null {
  const { visit } = lobby;
  return visit.day && closed(lobby, visit.day.date, at);
}

function closed(lobby: Closed, date: BusinessDate, at: number): DayRow {
  const { visit } = lobby;
  const { settings, tickets } = visit;
  const rules = rulesOn(settings, date, lobby.down.rules);
  const stretched = stretches(lobby.stands, at);
  const off = Object.values(visit.counters).map((counter) => terminalOffUntil(counter, at));
  const observed = [...rowsOf(tickets)].some((ticket) => ticket.by === 'observed');
  return {
    ...{ v: ROW, date, branch: settings.branch.id, lines: settings.lines, rules },
    hours: settings.hours && spanOf(settings.hours, date),
    groups: groupsOf(rowsOf(tickets), visit.restarts),
    slots: slotsOf(visit, stretched, at),
    counters: countersOf(stretched),
    desks: desksOf(rowsOf(tickets), settings, rules),
    calls: callsOf(visit),
    early: earlyIn(visit, date),
    terminalOff: off.reduce((sum, ms) => sum + ms, 0),
    restarts: visit.restarts.length,
    ...(observed && { observed }),
    ...(visit.day?.imported && { imported: visit.day.imported }),
    records: recordsOf(lobby),
  };
}

function countersOf(stretched: readonly Stretch[]): CounterDay[] {
  const days = new Map<string, CounterDay>();
  for (const { counter, is, terminal, from, to } of stretched) {
    if (is === 'closed') continue;
    const day = days.get(counter) ?? { counter, openMs: 0, pausedMs: 0, offMs: 0 };
    const ms = to - from;
    days.set(counter, {
      counter,
      openMs: day.openMs + (is === 'open' ? ms : 0),
      pausedMs: day.pausedMs + (is === 'paused' ? ms : 0),
      offMs: day.offMs + (terminal ? 0 : ms),
    });
  }
  return [...days.values()].sort((a, b) => (a.counter < b.counter ? -1 : 1));
}

function callsOf(visit: Visit): DayRow['calls'] {
  const { calls, within } = visit.settings.alerts.missedBurst;
  const missed = missedSince(visit, 0).flatMap(({ missedAt }) => missedAt ?? []);
  missed.sort((a, b) => a - b);
  return {
    n: [...rowsOf(visit.calls)].filter((call) => !call.undone).length,
    missed: missed.length,
    missedInBursts: inBursts(missed, calls, within * 1000),
  };
}

/** Numbers given out before the branch gives any out: by hand, then. */
function earlyIn({ settings, tickets, offset }: Visit, date: BusinessDate): number {
  const hours = settings.hours && spanOf(settings.hours, date);
  if (!settings.hours || !hours) return 0;
  const lead = settings.hours.ticketsBeforeMinutes * 60_000;
  const { timeZone } = settings.branch;
  return [...rowsOf(tickets)].filter((ticket) => {
    if (ticket.test || ticket.by === 'walkIn') return false;
    const local = localTime(timeZone, ticket.issuedAt + offset + lead);
    return local.date === date && local.time < hours.open;
  }).length;
}

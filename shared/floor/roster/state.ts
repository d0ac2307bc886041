import { spanOf, weekdayOf } from '../../calendar.ts';
import type { BusinessDate, CounterId, StaffId } from '../../ids.ts';
import { unreachable } from '../../result.ts';
import type { Settings } from '../../settings.ts';
import type { VisitFact } from '../../visit/facts.ts';
import { counterOf, type Visit } from '../../visit/state.ts';
import { oldest, wallTime } from '../dates.ts';
import type { DayPlan } from './commands.ts';
import type { RosterFact } from './facts.ts';
import { isPlannedAt } from './presence.ts';

/** 排班: who works when and where. */
export interface Roster {
  /** The usual week, Monday first. */
  readonly week: readonly (DayPlan | null)[];
  /** Dates that were planned, and those that have been. */
  readonly dates: Readonly<Record<BusinessDate, DayPlan>>;
  /** Openings and moves of this business day, against its roster. */
  readonly moves: readonly Move[];
}

/** Evidence of duty: a counter opened, taken over or closed. */
export interface Move {
  readonly at: number;
  readonly what: 'opened' | 'takenOver' | 'closed';
  readonly counter: CounterId;
  readonly teller: StaffId | null;
  /** As the roster has it; what closes, or is opened by nobody in particular, is judged by nobody. */
  readonly planned: boolean | null;
}

export const initialRoster: Roster = { week: Array(7).fill(null), dates: {}, moves: [] };

export const nobodyPlanned: DayPlan = { head: null, shifts: [] };

/** The roster of a date: as it was planned, or as the usual week has it on a day that opens. */
export function rosterOn(roster: Roster, hours: Settings['hours'], date: BusinessDate): DayPlan {
  const planned = roster.dates[date];
  if (planned) return planned;
  if (hours && !spanOf(hours, date)) return nobodyPlanned;
  return roster.week[weekdayOf(date)] ?? nobodyPlanned;
}

export function evolveRoster(roster: Roster, fact: RosterFact): Roster {
  switch (fact.type) {
    case 'shift.planned': {
      const { date, head, shifts } = fact;
      return { ...roster, dates: { ...roster.dates, [date]: { head, shifts } } };
    }
    case 'shift.patternSet':
      return { ...roster, week: fact.week };
    default:
      return unreachable(fact);
  }
}

const MOVES_KEPT = 200;

/** A day that begins keeps its roster, whatever becomes of the usual week; old ones are let go. */
export function rosterFollows(roster: Roster, fact: VisitFact, visit: Visit): Roster {
  switch (fact.type) {
    case 'day.opened':
      return { ...roster, ...begun(roster, fact.date, visit.settings), moves: [] };
    case 'counter.opened':
      return moved(roster, { ...fact, what: 'opened' }, visit);
    case 'counter.handedOver':
      return moved(roster, { ...fact, what: 'takenOver' }, visit);
    case 'counter.closed':
      return moved(roster, { ...fact, what: 'closed', teller: null }, visit);
    default:
      return roster;
  }
}

function begun(roster: Roster, today: BusinessDate, { hours }: Settings) {
  const kept = Object.entries(roster.dates).filter(([date]) => date >= oldest(today));
  const plan = rosterOn(roster, hours, today);
  return { dates: { ...Object.fromEntries(kept), [today]: plan } };
}

type Moved = Omit<Move, 'planned'>;

function moved(roster: Roster, { at, what, counter, teller }: Moved, visit: Visit): Roster {
  const day = visit.day?.date;
  if (!day || roster.moves.length >= MOVES_KEPT) return roster;
  const plan = roster.dates[day];
  // A day without a roster has nothing to be held against.
  const isJudged = teller !== null && plan !== undefined && plan.shifts.length > 0;
  const planned = isJudged ? isPlannedAt(plan, counter, teller, wallTime(visit, at, day)) : null;
  return { ...roster, moves: [...roster.moves, { at, what, counter, teller, planned }] };
}

/** Who stands at which counter now. */
export const tellersNow = (visit: Visit) =>
  visit.settings.counters.flatMap(({ id }) => {
    const { situation, teller } = counterOf(visit, id);
    return situation.is === 'closed' ? [] : [{ counter: id, teller }];
  });

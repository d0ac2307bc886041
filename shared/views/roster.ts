import { addDays, localTime, mondayOf, spanOf } from '../calendar.ts';
import { AHEAD, wallTime } from '../floor/dates.ts';
import type { DayPlan } from '../floor/roster/commands.ts';
import { type Deviation, deviations } from '../floor/roster/presence.ts';
import { type Move, nobodyPlanned, rosterOn, tellersNow } from '../floor/roster/state.ts';
import type { BusinessDate, CounterId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Text } from '../settings.ts';
import type { Outside } from './devices.ts';
import { type Person, peopleOf } from './meetings.ts';
import { type Branch, branchPart } from './parts.ts';

/** 排班: last week, this one and what can be planned, with what differs from it right now. */
export interface RosterView {
  readonly branch: Branch;
  readonly today: BusinessDate | null;
  readonly people: readonly Person[];
  readonly counters: readonly { readonly id: CounterId; readonly name: Text }[];
  /** The usual week, Monday first. */
  readonly week: readonly (DayPlan | null)[];
  readonly days: readonly RosterDay[];
  readonly deviations: readonly Deviation[];
  readonly moves: readonly Move[];
}

export interface RosterDay extends DayPlan {
  readonly date: BusinessDate;
  /** Opening and closing; null on a day off. Without set hours every day is open. */
  readonly hours: { readonly open: string; readonly close: string } | null;
  readonly dayOff: boolean;
  /** false: as the usual week has it. */
  readonly planned: boolean;
}

export function rosterView(lobby: Lobby, at: number, outside: Outside): RosterView {
  const { visit, floor, devices } = lobby;
  const { roster } = floor;
  const { settings } = visit;
  const today = visit.day?.date ?? null;
  const plan = today ? rosterOn(roster, settings.hours, today) : nobodyPlanned;
  const signedIn = Object.values(devices.present);
  const time = today ? wallTime(visit, at, today) : '';
  return {
    branch: branchPart(visit),
    today,
    people: peopleOf(lobby, outside),
    counters: settings.counters.map(({ id, name }) => ({ id, name })),
    week: roster.week,
    days: daysOf(lobby, today ?? localTime(settings.branch.timeZone, at + visit.offset).date),
    deviations: visit.day?.open
      ? deviations(plan, { tellers: tellersNow(visit), signedIn, time })
      : [],
    moves: roster.moves,
  };
}

/** From last Monday's week on to the end of the week that plans reach into. */
function daysOf({ visit, floor }: Lobby, today: BusinessDate): RosterDay[] {
  const { hours } = visit.settings;
  const first = addDays(mondayOf(today), -7);
  const last = addDays(mondayOf(addDays(today, AHEAD)), 6);
  const days: RosterDay[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) {
    const span = hours && spanOf(hours, date);
    days.push({
      ...{ date, hours: span, dayOff: hours !== null && !span },
      ...rosterOn(floor.roster, hours, date),
      planned: floor.roster.dates[date] !== undefined,
    });
  }
  return days;
}

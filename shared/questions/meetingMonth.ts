import { addDays, isRealDate } from '../calendar.ts';
import { oldest } from '../floor/dates.ts';
import type { MeetingFact } from '../floor/meetings/facts.ts';
import {
  evolveMeetings,
  initialMeetings,
  type Meeting,
  type Meetings,
} from '../floor/meetings/state.ts';
import type { BusinessDate, MonthName, StaffId } from '../ids.ts';
import type { Fact, Lobby } from '../lobby.ts';
import type { Text } from '../settings.ts';
import { cellsOf, type DayCell } from '../views/meetings.ts';
import type { KeptDay } from './keptDay.ts';

/** A month's meetings: how each day stands, and every record. */
export interface MeetingMonth {
  readonly month: MonthName;
  readonly branch: Text;
  readonly days: readonly DayCell[];
  /** Oldest first. */
  readonly meetings: readonly Meeting[];
  /** Names of those known now; whoever is missing has a number only. */
  readonly people: Readonly<Record<StaffId, string>>;
}

/** The dates of a month, in order. */
export function datesOf(month: MonthName): BusinessDate[] {
  const first = `${month}-01` as BusinessDate;
  return Array.from({ length: 31 }, (_, n) => addDays(first, n)).filter(
    (date) => isRealDate(date) && date.startsWith(month),
  );
}

/** Whether the state still has all of this month: else its days are read from their own files. */
export const isAtHand = ({ visit }: Lobby, month: MonthName) =>
  visit.day !== null && `${month}-01` >= oldest(visit.day.date);

/** What days of the past say of their meetings; what was amended on a later day is in that day's file. */
export const meetingsIn = (days: readonly KeptDay[]): Meetings =>
  days
    .flatMap((day) => day.told.map(({ fact }) => fact))
    .filter(isOfMeeting)
    .reduce(evolveMeetings, initialMeetings);

const isOfMeeting = (fact: Fact): fact is MeetingFact => fact.type.startsWith('meeting.');

export function monthOfMeetings(
  month: MonthName,
  meetings: Meetings,
  { visit }: Lobby,
  people: ReadonlyMap<StaffId, string>,
): MeetingMonth {
  const dates = datesOf(month);
  const [first] = dates;
  return {
    month,
    branch: visit.settings.branch.name,
    days: first ? cellsOf(meetings, visit, first, dates.length) : [],
    meetings: meetings.held.filter((m) => m.date.startsWith(month)),
    people: Object.fromEntries(people),
  };
}

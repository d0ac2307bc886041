import { addDays, dayBefore, isRealDate, localTime } from '../calendar.ts';
import type { BusinessDate, StaffId } from '../ids.ts';
import { type Refusal, type Result, refuse } from '../result.ts';
import type { Visit } from '../visit/state.ts';

/** What can be wrong with a date, a time or a name on any of the floor's records. */
export type RecordRefusal =
  | 'date.ahead'
  | 'date.far'
  | 'date.past'
  | 'date.unknown'
  | 'member.unknown'
  | 'time.backwards';

type Fault = Result<never, Refusal<RecordRefusal>> | null;
const no = (code: RecordRefusal, details?: Refusal['details']) => refuse(code, details);

/** Plans reach this many days ahead, and records stay at hand for this many days back. */
export const AHEAD = 14;
export const BACK = 62;

/** What is still to come: today, up to `AHEAD` days. */
export function plannable(date: BusinessDate, today: BusinessDate, ahead = AHEAD): Fault {
  if (!isRealDate(date)) return no('date.unknown', { date });
  if (date < today) return no('date.past');
  return date > addDays(today, ahead) ? no('date.far', { days: ahead }) : null;
}

/** Paper is entered soon or not at all. */
const LATE = 7;

/** What has been: today, up to a week back. */
export function enterable(date: BusinessDate, today: BusinessDate): Fault {
  if (!isRealDate(date)) return no('date.unknown', { date });
  if (date > today) return no('date.ahead');
  return date < addDays(today, -LATE) ? no('date.past') : null;
}

/** Local times of one day, `HH:MM`. */
export const forwards = (from: string, to: string): Fault =>
  from < to ? null : no('time.backwards', { from, to });

/** Everybody named works here now. */
export function allMembers(named: readonly StaffId[], members: readonly StaffId[]): Fault {
  const who = named.find((person) => !members.includes(person));
  return who === undefined ? null : no('member.unknown', { who });
}

/** The branch's wall at a hub time: past midnight a business day goes on behind `24:00`. */
export function wallTime(visit: Visit, at: number, day: BusinessDate): string {
  const { date, time } = localTime(visit.settings.branch.timeZone, at + visit.offset);
  const isNight = dayBefore(date) === day;
  return isNight ? `${Number(time.slice(0, 2)) + 24}${time.slice(2)}` : time;
}

/** The oldest date whose records are still at hand. */
export const oldest = (today: BusinessDate) => addDays(today, -BACK);

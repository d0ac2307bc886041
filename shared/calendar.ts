import type { BusinessDate } from './ids.ts';
import { addDays, dayAfter, localTime } from './localTime.ts';
import type { Hours, Settings } from './settings.ts';

export { addDays, dayAfter, localTime } from './localTime.ts';

/**
 * The branch's own calendar. Every reading goes through the branch's time zone, so that nothing
 * breaks at UTC midnight or when clocks change. Wall times are milliseconds since the epoch.
 */

export const dayBefore = (date: BusinessDate) => addDays(date, -1);

/** As much of the settings as the calendar reads. */
export type Clockwork = {
  readonly branch: Pick<Settings['branch'], 'timeZone'>;
  readonly rules: Pick<Settings['rules'], 'dayEnds'>;
  readonly hours: Settings['hours'];
};

/** The business day a wall time belongs to: until `dayEnds` the night is still yesterday's. */
export function businessDateAt(settings: Clockwork, wall: number): BusinessDate {
  const { date, time } = localTime(settings.branch.timeZone, wall);
  return time < settings.rules.dayEnds ? dayBefore(date) : date;
}

/** Whether the calendar has this date: it knows no 30 February. */
export function isRealDate(date: string): date is BusinessDate {
  const noon = new Date(`${date}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().slice(0, 10) === date;
}

/** The Monday of a date's week. */
export const mondayOf = (date: BusinessDate) => addDays(date, -weekdayOf(date));

/** Monday is 0. */
export const weekdayOf = (date: BusinessDate) =>
  (new Date(`${date}T12:00:00Z`).getUTCDay() + 6) % 7;

/** Opening and closing of a date, `null` on a day off. */
export function spanOf(hours: Hours, date: BusinessDate) {
  const exception = hours.exceptions[date];
  return exception === undefined ? (hours.week[weekdayOf(date)] ?? null) : exception;
}

export type Doors =
  | { readonly is: 'open' }
  | { readonly is: 'before'; readonly opens: string }
  /** Over for today, or a day off. */
  | { readonly is: 'closed' };

/** Whether the kiosks hand out tickets at a wall time. Without set hours they always do. */
export function doorsAt(settings: Omit<Clockwork, 'rules'>, wall: number): Doors {
  if (!settings.hours) return { is: 'open' };
  const { date, time } = localTime(settings.branch.timeZone, wall);
  const span = spanOf(settings.hours, date);
  if (!span || time >= span.close) return { is: 'closed' };
  const from = minutesOf(span.open) - settings.hours.ticketsBeforeMinutes;
  return minutesOf(time) >= from ? { is: 'open' } : { is: 'before', opens: span.open };
}

/** When the branch opens, and from when it hands out tickets; `HH:MM` on its own wall. */
export interface Opening {
  readonly date: BusinessDate;
  readonly opens: string;
  readonly tickets: string;
}

/** Whoever closes for longer than this has not said when it opens again. */
const DAYS_AHEAD = 120;

/** The next time tickets are handed out after a wall time, days off left out; null without hours. */
export function nextOpening({ hours, branch }: Settings, wall: number): Opening | null {
  if (!hours) return null;
  const now = localTime(branch.timeZone, wall);
  let { date } = now;
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead++, date = dayAfter(date)) {
    const span = spanOf(hours, date);
    if (!span) continue;
    const from = minutesOf(span.open) - hours.ticketsBeforeMinutes;
    if (ahead > 0 || minutesOf(now.time) < from)
      return { date, opens: span.open, tickets: timeOf(Math.max(0, from)) };
  }
  return null;
}

const timeOf = (minutes: number) =>
  [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0')).join(':');

/** Minutes since midnight of an `HH:MM`. */
export const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/**
 * The wall time, milliseconds since the epoch, at which a zone's clocks show this. A time that a change
 * of clocks leaves out is the one just behind the gap.
 */
export function wallOf(timeZone: string, date: BusinessDate, time: string): number {
  const wanted = Date.parse(`${date}T${time}:00Z`);
  const shownAt = (wall: number) => {
    const shown = localTime(timeZone, wall);
    return Date.parse(`${shown.date}T${shown.time}:00Z`);
  };
  const guess = wanted - (shownAt(wanted) - wanted);
  return guess - (shownAt(guess) - wanted);
}

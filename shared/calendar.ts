import type { BusinessDate } from './ids.ts';
import type { Hours, Settings } from './settings.ts';

/**
 * The branch's own calendar. Every reading goes through the branch's time zone, so that nothing
 * breaks at UTC midnight or when clocks change. Wall times are milliseconds since the epoch.
 */

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** How far the wall there is ahead of UTC, by quarter hours: asking the format costs its time. */
  readonly offsets: Map<number, number>;
  /** Minutes since the epoch, as they are there: each is asked for by many. */
  readonly minutes: Map<number, LocalTime>;
}

interface LocalTime {
  readonly date: BusinessDate;
  readonly time: string;
}

const zones = new Map<string, Zone>();
const MINUTE = 60_000;
const QUARTER = 15 * MINUTE;
/** A day's minutes; then the map begins anew. */
const MOST = 1440;

function zone(timeZone: string): Zone {
  const known = zones.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  const made = { format, offsets: new Map(), minutes: new Map() };
  zones.set(timeZone, made);
  return made;
}

/** How far the wall there is ahead of UTC: the same all through a quarter hour, but where clocks change in it. */
function offsetAt(there: Zone, wall: number): number {
  const quarter = Math.floor(wall / QUARTER) * QUARTER;
  const known = there.offsets.get(quarter);
  if (known !== undefined) return known;
  const offset = asked(there, quarter);
  if (offset !== asked(there, quarter + QUARTER - MINUTE)) return asked(there, wall);
  if (there.offsets.size >= MOST) there.offsets.clear();
  there.offsets.set(quarter, offset);
  return offset;
}

function asked({ format }: Zone, wall: number): number {
  const part: Record<string, number> = {};
  for (const p of format.formatToParts(wall)) part[p.type] = Number(p.value);
  const { year = 0, month = 0, day, hour, minute } = part;
  return Date.UTC(year, month - 1, day, hour, minute) - Math.floor(wall / MINUTE) * MINUTE;
}

/** The local date and `HH:MM` of a wall time. */
export function localTime(timeZone: string, wall: number): LocalTime {
  const there = zone(timeZone);
  const { minutes } = there;
  const minute = Math.floor(wall / MINUTE);
  const known = minutes.get(minute);
  if (known) return known;
  const text = new Date(wall + offsetAt(there, wall)).toISOString();
  const made = { date: text.slice(0, 10) as BusinessDate, time: text.slice(11, 16) };
  if (minutes.size >= MOST) minutes.clear();
  minutes.set(minute, made);
  return made;
}

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

export const dayAfter = (date: BusinessDate) => addDays(date, 1);

/** Whether the calendar has this date: it knows no 30 February. */
export function isRealDate(date: string): date is BusinessDate {
  const noon = new Date(`${date}T12:00:00Z`);
  return !Number.isNaN(noon.getTime()) && noon.toISOString().slice(0, 10) === date;
}

/** So many days after a date, or before it where `days` is negative. */
export function addDays(date: BusinessDate, days: number): BusinessDate {
  const noon = new Date(`${date}T12:00:00Z`);
  noon.setUTCDate(noon.getUTCDate() + days);
  return noon.toISOString().slice(0, 10) as BusinessDate;
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

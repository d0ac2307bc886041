import { localTime } from '../calendar.ts';
import type { BusinessDate } from '../ids.ts';
import { percentile } from '../visit/spread.ts';

/** The panel's six figures as they stood at one moment of a day; null: nothing to say then. */
export interface HourFigures {
  readonly waiting: number;
  /** Seconds; 0: nobody waited. */
  readonly longest: number;
  /** Seconds, of those served so far. */
  readonly ordinary: number | null;
  readonly premium: number | null;
  readonly satisfaction: number | null;
  readonly invitation: number | null;
  readonly abandoned: number;
}
export type FigureKey = keyof HourFigures;

/** A day's figures by the half-hour they stood at, `10:30`. */
export interface HourRow {
  readonly date: BusinessDate;
  readonly at: Readonly<Record<string, HourFigures>>;
}

/** What is usual at a half-hour: the middle one of the days that have something to say. */
export type UsualFigures = { readonly [K in FigureKey]: number | null };

export interface Usual {
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Days of that weekday it rests on: below three nothing is called usual. */
  readonly days: number;
  readonly at: Readonly<Record<string, UsualFigures>>;
}

/** Fewer days are no custom: ours. */
export const ENOUGH = 3;
/** Older days were another branch: ours. */
export const WEEKS = 8;

export const weekdayOf = (date: BusinessDate) => new Date(`${date}T12:00:00Z`).getUTCDay();

/** The half-hour that a hub time is nearest to, on the branch's wall. */
export function halfHourOf(timeZone: string, wall: number): string {
  const { time } = localTime(timeZone, wall + 15 * 60_000);
  return `${time.slice(0, 3)}${time.slice(3) < '30' ? '00' : '30'}`;
}

/**
 * What is usual on a weekday at a half-hour, from past days. A median, so that one odd day does not
 * make the custom; a figure that fewer than three of the days know is not given.
 */
export function usualAt(rows: readonly HourRow[], weekday: number, halfHour: string): UsualFigures {
  const same = rows.filter(({ date }) => weekdayOf(date) === weekday);
  const known = same.flatMap(({ at }) => at[halfHour] ?? []);
  const middle = (key: FigureKey): number | null => {
    const values = known.flatMap((figures) => figures[key] ?? []).sort((a, b) => a - b);
    return values.length < ENOUGH ? null : percentile(values, 0.5);
  };
  return {
    waiting: middle('waiting'),
    longest: middle('longest'),
    ordinary: middle('ordinary'),
    premium: middle('premium'),
    satisfaction: middle('satisfaction'),
    invitation: middle('invitation'),
    abandoned: middle('abandoned'),
  };
}

export function usualOn(rows: readonly HourRow[], weekday: number): Usual {
  const same = rows.filter(({ date }) => weekdayOf(date) === weekday);
  const halfHours = [...new Set(same.flatMap(({ at }) => Object.keys(at)))].sort();
  const days = same.length;
  const at = days < ENOUGH ? [] : halfHours.map((half) => [half, usualAt(same, weekday, half)]);
  return { weekday, days, at: Object.fromEntries(at) };
}

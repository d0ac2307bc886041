import type { BusinessDate } from '../ids.ts';
import { dayAfter, localTime } from '../localTime.ts';
import { common } from '../words/common.ts';
import { clockTime, type Place } from './clock.ts';
import { lang, words } from './language.ts';

export { clockTime } from './clock.ts';

/** `09:05:30`: seconds are the same on every wall. */
export const clockSeconds = (place: Place, at: number): string =>
  `${clockTime(place, at)}:${two(Math.floor((at + place.offset) / 1000) % 60)}`;

/** `09:05`, and its date before it where that is not today's. */
export function moment(place: Place, at: number, now: number): string {
  const { timeZone, offset } = place;
  const [day, today] = [at, now].map((t) => localTime(timeZone, t + offset).date);
  const time = clockTime(place, at);
  return day === today ? time : `${dateLine(place, at)} ${time}`;
}

/** Date and weekday on the branch's wall at a hub time, in the screen's language. */
export function dateLine({ timeZone, offset }: Place, at: number): string {
  const zh = lang.value === 'zh';
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(zh ? 'zh-CN' : 'en-GB', { timeZone, ...options }).format(at + offset);
  const date = part({ month: zh ? 'long' : 'short', day: 'numeric' });
  const weekday = part({ weekday: zh ? 'long' : 'short' });
  return zh ? `${date} ${weekday}` : `${weekday}, ${date}`;
}

/** A day to come as people say it: today, tomorrow, or its date and weekday. */
export function dayName({ timeZone, offset }: Place, at: number, date: BusinessDate): string {
  const w = words(common);
  const today = localTime(timeZone, at + offset).date;
  if (date === today) return w.today;
  if (date === dayAfter(today)) return w.tomorrow;
  const noon = Date.parse(`${date}T12:00:00Z`);
  return dateLine({ timeZone: 'UTC', offset: 0 }, noon);
}

const two = (n: number) => String(n).padStart(2, '0');

/** A running time of so many milliseconds: `04:09`, from an hour on `1:04:09`. Never negative. */
export function runningTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${two(m)}:${two(s)}`;
}

/** Whole minutes that have passed. */
export const wholeMinutes = (ms: number): number => Math.max(0, Math.floor(ms / 60_000));

/** Whole seconds still left until a hub time, the running one included. */
export const secondsLeft = (until: number, now: number): number =>
  Math.max(0, Math.ceil((until - now) / 1000));

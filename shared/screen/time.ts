import { localTime } from '../calendar.ts';
import type { Branch } from '../views/parts.ts';
import { lang } from './language.ts';

type Place = Pick<Branch, 'timeZone' | 'offset'>;

/** `09:05` on the branch's wall at a hub time. */
export const clockTime = ({ timeZone, offset }: Place, at: number): string =>
  localTime(timeZone, at + offset).time;

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

/**
 * A range of seconds as whole minutes, outwards: 5 min steps from 20 min on, for nobody knows it
 * better than that.
 */
export function minuteRange(low: number, high: number): { from: number; to: number } {
  const from = low / 60;
  const to = Math.max(1, Math.ceil(high / 60));
  return {
    from: from < 20 ? Math.floor(from) : Math.floor(from / 5) * 5,
    to: to <= 20 ? to : Math.ceil(to / 5) * 5,
  };
}

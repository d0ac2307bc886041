import { localTime } from '../../shared/calendar.ts';
import type { Branch } from '../../shared/views/parts.ts';

const DAY = 24 * 60;

/** Hub time at which the branch's wall last showed `HH:MM`, not after `now`; milliseconds. */
export function lastTime(branch: Branch, now: number, time: string): number {
  const minutes = (text: string) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
  const ago =
    (minutes(localTime(branch.timeZone, now + branch.offset).time) - minutes(time) + DAY) % DAY;
  const minute = now - ((now + branch.offset) % 60_000);
  return minute - ago * 60_000;
}

import { localTime } from '../calendar.ts';
import type { Visit } from '../visit/state.ts';
import type { Floor } from './state.ts';

/**
 * When those without a number are next to be counted, hub time: at each full hour of the branch's
 * own clock while it is open; in the past when it is overdue, null while the branch is closed.
 */
export function countDue({ counted, openSince }: Floor, visit: Visit): number | null {
  if (openSince === null) return null;
  const from = Math.max(openSince, counted?.at ?? 0) + visit.offset;
  const minute = Math.floor(from / 60_000);
  const { time } = localTime(visit.settings.branch.timeZone, from);
  return (minute - Number(time.slice(3)) + 60) * 60_000 - visit.offset;
}

import type { Care } from '../care/state.ts';
import { meetingDay } from '../floor/meetings/day.ts';
import type { Floor } from '../floor/state.ts';
import type { Visit } from '../visit/state.ts';
import type { Records } from './records.ts';

/** As much of the lobby as the rooms that keep records speak of. */
interface Kept {
  readonly visit: Visit;
  readonly care: Care;
  readonly floor: Floor;
}

/** What each room that keeps records says of the day: one line a room. */
export function recordsOf({ visit, floor }: Kept): Partial<Records> {
  const meetings = visit.day && meetingDay(floor.meetings, visit.day.date);
  return { ...(meetings && { meetings }) };
}

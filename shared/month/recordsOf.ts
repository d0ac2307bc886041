import type { Care } from '../care/state.ts';
import { inspectedOn, withdrawnOn } from '../floor/inspections/state.ts';
import { meetingDay } from '../floor/meetings/day.ts';
import type { Floor } from '../floor/state.ts';
import type { Visit } from '../visit/state.ts';
import { complaintsOn } from './complaintsOn.ts';
import { type Corrections, correctedOn } from './corrections/state.ts';
import type { Records } from './records.ts';

/** As much of the lobby as the rooms that keep records speak of. */
interface Kept {
  readonly visit: Visit;
  readonly care: Care;
  readonly floor: Floor;
  readonly corrections: Corrections;
}

/** What each room that keeps records says of the day: one line a room. */
export function recordsOf({ visit, care, floor, corrections: all }: Kept): Partial<Records> {
  const date = visit.day?.date;
  if (!date) return {};
  const meetings = meetingDay(floor.meetings, date);
  const inspections = inspectedOn(floor.inspections, date);
  const withdrawn = withdrawnOn(floor.inspections, date);
  const corrections = correctedOn(all, date);
  const complaints = complaintsOn(care, visit, date);
  return {
    ...(meetings && { meetings }),
    ...(inspections.length > 0 && { inspections }),
    ...(withdrawn.length > 0 && { withdrawn }),
    ...(corrections.length > 0 && { corrections }),
    ...(complaints && { complaints }),
  };
}

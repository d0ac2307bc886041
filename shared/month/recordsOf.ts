import type { Care } from '../care/state.ts';
import { inspectedOn } from '../floor/inspections/state.ts';
import type { Floor } from '../floor/state.ts';
import type { Visit } from '../visit/state.ts';
import { complaintsOn } from './complaintsOn.ts';
import { type Corrections, correctedOn } from './corrections/state.ts';
import type { Records } from './records.ts';

/** What each room that keeps records says of the day: one line a room. */
export function recordsOf(lobby: {
  readonly visit: Visit;
  readonly care: Care;
  readonly floor: Floor;
  readonly corrections: Corrections;
}): Partial<Records> {
  const date = lobby.visit.day?.date;
  if (!date) return {};
  const inspections = inspectedOn(lobby.floor.inspections, date);
  const corrections = correctedOn(lobby.corrections, date);
  const complaints = complaintsOn(lobby.care, lobby.visit, date);
  return {
    ...(inspections.length > 0 && { inspections }),
    ...(corrections.length > 0 && { corrections }),
    ...(complaints && { complaints }),
  };
}

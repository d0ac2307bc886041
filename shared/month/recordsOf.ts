import type { Care } from '../care/state.ts';
import type { Floor } from '../floor/state.ts';
import type { Records } from './records.ts';

/** What each room that keeps records says of the day: one line a room. */
export const recordsOf = (_lobby: {
  readonly care: Care;
  readonly floor: Floor;
}): Partial<Records> => ({});

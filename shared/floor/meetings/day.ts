import type { BusinessDate } from '../../ids.ts';
import { type DayState, stateOf } from './judge.ts';
import type { Meeting, Meetings } from './state.ts';

/** What the month's sheet keeps of a day's meetings. Attendance is the morning meeting's. */
export interface MeetingDay {
  readonly morning: DayState | null;
  /** Whole minutes of the longest morning meeting, and of all evening ones. */
  readonly minutes: number;
  readonly eveningMinutes: number;
  readonly present: number;
  readonly absent: number;
}

const minutesOf = ({ situation }: Meeting) =>
  situation.is === 'over' ? Math.floor(situation.seconds / 60) : 0;

/** null where nothing was due and nothing was held. */
export function meetingDay(meetings: Meetings, date: BusinessDate): MeetingDay | null {
  const held = meetings.held.filter((m) => m.date === date);
  const morning = stateOf(meetings, date);
  if (morning === null && held.length === 0) return null;
  const mornings = held.filter((m) => m.kind === 'morning');
  const longest = mornings.toSorted((a, b) => minutesOf(b) - minutesOf(a))[0];
  const count = (is: 'present' | 'absent') =>
    (longest?.attendance ?? []).filter((a) => a.is === is).length;
  const evenings = held.filter((m) => m.kind === 'evening');
  return {
    morning,
    minutes: longest ? minutesOf(longest) : 0,
    eveningMinutes: evenings.reduce((sum, m) => sum + minutesOf(m), 0),
    ...{ present: count('present'), absent: count('absent') },
  };
}

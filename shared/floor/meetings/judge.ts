import { localTime, minutesOf, spanOf } from '../../calendar.ts';
import type { Condition } from '../../care/conditions.ts';
import { dutiesOf } from '../../duties.ts';
import type { BusinessDate } from '../../ids.ts';
import type { Visit } from '../../visit/state.ts';
import { wallTime } from '../dates.ts';
import type { Finding, MeetingFact } from './facts.ts';
import type { Meeting, Meetings } from './state.ts';

type Found = Extract<MeetingFact, { type: 'meeting.found' }>;

/** When the branch opens on a date; null on a day off, or without set hours: then nothing is late. */
export const opensAt = ({ settings }: Visit, date: BusinessDate): string | null =>
  (settings.hours && spanOf(settings.hours, date)?.open) ?? null;

const morningsOf = (meetings: Meetings, date: BusinessDate) =>
  meetings.held.filter((m) => m.date === date && m.kind === 'morning');

/**
 * What the hub finds by itself at opening time, on every day that opens: no morning meeting, or none
 * but short ones. One that still runs is judged when it ends.
 */
export function foundAtOpening(meetings: Meetings, visit: Visit, at: number): Found[] {
  const day = visit.day;
  if (!day?.open || meetings.found[day.date]) return [];
  const opens = opensAt(visit, day.date);
  if (opens === null) return [];
  const wall = localTime(visit.settings.branch.timeZone, at + visit.offset);
  if (wall.date === day.date && wall.time < opens) return [];
  const mornings = morningsOf(meetings, day.date);
  if (mornings.some((m) => m.situation.is === 'running')) return [];
  const verdict = verdictOn(mornings, opens, minimum(visit));
  return verdict ? [{ type: 'meeting.found', at, date: day.date, ...verdict }] : [];
}

const minimum = ({ settings }: Visit) => dutiesOf(settings).meetings.minutes * 60;

interface Verdict {
  readonly what: Finding;
  readonly minutes?: number;
}

const secondsOf = ({ situation }: Meeting) => (situation.is === 'over' ? situation.seconds : 0);

/** A meeting that ends within the minute of opening is in time: the wall's minutes are the measure. */
const isInTime = ({ situation }: Meeting, opens: string) =>
  situation.is === 'over' && situation.to <= opens;

function verdictOn(mornings: readonly Meeting[], opens: string, seconds: number): Verdict | null {
  if (mornings.length === 0) return { what: 'missing' };
  const minutes = Math.floor(Math.max(...mornings.map(secondsOf)) / 60);
  const inTime = mornings.filter((m) => isInTime(m, opens));
  if (inTime.some((m) => secondsOf(m) >= seconds)) return null;
  return { what: inTime.length > 0 ? 'short' : 'late', minutes };
}

/** What is found as a meeting ends: late once the branch is open, short where nothing opens. */
export function foundAtEnd(meetings: Meetings, visit: Visit, ended: Meeting, at: number): Found[] {
  const { date, kind } = ended;
  if (kind !== 'morning') return [];
  const opens = opensAt(visit, date);
  const isOver = ended.situation.is === 'over';
  const seconds = secondsOf(ended);
  const isLate = opens !== null && !isInTime(ended, opens);
  const hadGood = morningsOf(meetings, date).some(
    (m) => m.id !== ended.id && secondsOf(m) >= minimum(visit) && isInTime(m, opens ?? '99:99'),
  );
  if (hadGood) return [];
  const length = isOver ? { minutes: Math.floor(seconds / 60) } : {};
  const found = (what: Finding): Found => ({ type: 'meeting.found', at, date, what, ...length });
  // A short one before opening may be held again: opening time decides.
  const isShort = isOver && seconds < minimum(visit) && (isLate || opens === null);
  return [...(isLate ? [found('late')] : []), ...(isShort ? [found('short')] : [])];
}

/** 日终: one that nobody ended has no length, and was not over by opening time. */
export function foundAtClose(meetings: Meetings, visit: Visit, at: number): MeetingFact[] {
  const day = visit.day;
  if (!day) return [];
  const forgotten = meetings.held.filter((m) => m.situation.is === 'running');
  return [
    ...forgotten.map(({ id }) => ({ type: 'meeting.forgotten', at, meeting: id }) as const),
    ...forgotten.flatMap((m) =>
      foundAtEnd(meetings, visit, { ...m, situation: { is: 'forgotten' } }, at),
    ),
    ...foundAtOpening(meetings, visit, at),
  ];
}

/** What there is to warn of: minutes since opening, until a morning meeting begins or the day ends. */
export function meetingMissing(meetings: Meetings, visit: Visit, at: number): Condition[] {
  const date = visit.day?.open ? visit.day.date : null;
  const opens = date && opensAt(visit, date);
  if (!date || !opens || !meetings.found[date]?.some((f) => f.what === 'missing')) return [];
  if (morningsOf(meetings, date).length > 0) return [];
  const figure = Math.max(0, minutesOf(wallTime(visit, at, date)) - minutesOf(opens));
  return [{ kind: 'meetingMissing', subject: 'branch', level: 'orange', figure }];
}

/** How a day stands with its morning meeting, for the month's grid and the month's sheet. */
export type DayState = 'held' | 'late' | 'short' | 'missing';

/** null: nothing was due, or nothing is decided yet. Held late is late, though it was missing first. */
export function stateOf(meetings: Meetings, date: BusinessDate): DayState | null {
  const found = (meetings.found[date] ?? []).map((f) => f.what);
  for (const what of ['late', 'short', 'missing'] as const) if (found.includes(what)) return what;
  const isHeld = meetings.held.some(
    (m) => m.date === date && m.kind === 'morning' && m.situation.is === 'over',
  );
  return isHeld ? 'held' : null;
}

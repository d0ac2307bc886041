import { addDays, localTime } from '../calendar.ts';
import type { Post } from '../devices/roles.ts';
import { activeMembers } from '../devices/state.ts';
import { type Duties, dutiesOf } from '../duties.ts';
import type { MeetingKind } from '../floor/meetings/commands.ts';
import type { Expected } from '../floor/meetings/facts.ts';
import { type DayState, opensAt, stateOf } from '../floor/meetings/judge.ts';
import { type Meeting, type MeetingPlan, type Meetings, planFor } from '../floor/meetings/state.ts';
import type { ServiceFigures } from '../floor/meetings/yesterday.ts';
import { type Due, dues } from '../floor/presidents/due.ts';
import type { PresidentVisit } from '../floor/presidents/state.ts';
import { rosterOn } from '../floor/roster/state.ts';
import type { Training } from '../floor/training/state.ts';
import type { BusinessDate, StaffId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Visit } from '../visit/state.ts';
import type { Outside } from './devices.ts';
import { type Branch, branchPart } from './parts.ts';

/** 晨会: the day's meetings and what stands around them, presidents and trainings with it. */
export interface MeetingsView {
  readonly branch: Branch;
  readonly today: BusinessDate | null;
  /** When the branch opens today; null on a day off, or without set hours. */
  readonly opens: string | null;
  readonly rules: Duties['meetings'];
  readonly people: readonly Person[];
  /** Today's, oldest first. */
  readonly held: readonly Meeting[];
  /** What is next of each kind, filled in beforehand. */
  readonly next: Readonly<Record<MeetingKind, NextMeeting>>;
  readonly figures: ServiceFigures | null;
  /** Plans from tomorrow on. */
  readonly plans: readonly MeetingPlan[];
  /** The last days and the next, for a look back: the month itself is asked for. */
  readonly days: readonly DayCell[];
  readonly presidents: {
    readonly visits: readonly PresidentVisit[];
    readonly dues: readonly Due[];
  };
  readonly trainings: readonly Training[];
}

export interface Person {
  readonly id: StaffId;
  readonly name: string | null;
  readonly post: Post;
}

/** Who leads, who records, what about and who should be there: as planned, or by default. */
export interface NextMeeting extends Omit<MeetingPlan, 'host' | 'recorder' | 'date'> {
  readonly host: StaffId | null;
  readonly recorder: StaffId | null;
  readonly planned: boolean;
  readonly expected: readonly Expected[];
}

/** One day of the month's grid. */
export interface DayCell {
  readonly date: BusinessDate;
  /** null on a day that does not open. */
  readonly opens: string | null;
  readonly state: DayState | null;
}

/** Everybody who works here, with the names kept beside the ledger. */
export const peopleOf = ({ devices }: Lobby, { people }: Outside): Person[] =>
  activeMembers(devices).map(({ id, post }) => ({ id, post, name: people.get(id) ?? null }));

const PAST_DAYS = 14;

export function meetingsView(lobby: Lobby, at: number, outside: Outside): MeetingsView {
  const { visit, floor } = lobby;
  const { meetings, presidents, trainings } = floor;
  const duties = dutiesOf(visit.settings);
  const today = visit.day?.date ?? null;
  const from = today && addDays(today, -PAST_DAYS);
  return {
    branch: branchPart(visit),
    today,
    opens: today && opensAt(visit, today),
    rules: duties.meetings,
    people: peopleOf(lobby, outside),
    held: meetings.held.filter((m) => m.date === today),
    next: { morning: nextOf(lobby, 'morning', at), evening: nextOf(lobby, 'evening', at) },
    figures: meetings.yesterday,
    plans: meetings.plans.filter((p) => today && p.date > today),
    days: from ? cellsOf(meetings, visit, from, PAST_DAYS + 1) : [],
    presidents: {
      visits: presidents.visits.filter((v) => from && v.date >= from),
      dues: today ? dues(presidents, duties.presidents, today) : [],
    },
    trainings: trainings.list,
  };
}

/** Today's meetings that nobody began, ended or signed yet: a morning one on a day that opens. */
export function meetingsWaiting({ visit, floor }: Lobby): number {
  const { day } = visit;
  if (!day?.open) return 0;
  const held = floor.meetings.held.filter((m) => m.date === day.date);
  const isDue = opensAt(visit, day.date) !== null && !held.some((m) => m.kind === 'morning');
  return held.filter((m) => !m.signed).length + (isDue ? 1 : 0);
}

/** So many days from a date on, as they stand. */
export const cellsOf = (
  meetings: Meetings,
  visit: Visit,
  from: BusinessDate,
  days: number,
): DayCell[] =>
  Array.from({ length: days }, (_, n) => {
    const date = addDays(from, n);
    return { date, opens: opensAt(visit, date), state: stateOf(meetings, date) };
  });

/** Without a plan the on-duty head leads, and a service specialist keeps the record. */
function nextOf({ visit, floor, devices }: Lobby, kind: MeetingKind, at: number): NextMeeting {
  const { settings, offset } = visit;
  const date = visit.day?.date ?? localTime(settings.branch.timeZone, at + offset).date;
  const { head, shifts } = rosterOn(floor.roster, settings.hours, date);
  const expected = new Map(shifts.map(({ person, post }) => [person, { person, post }]));
  const plan = planFor(floor.meetings, date, kind);
  const members = activeMembers(devices);
  const ofPost = (post: Post) => {
    const all = members.filter((m) => m.post === post);
    return (all.find((m) => expected.has(m.id)) ?? all[0])?.id ?? null;
  };
  return {
    kind,
    host: plan?.host ?? head ?? ofPost('branchManager'),
    recorder: plan?.recorder ?? ofPost('serviceSpecialist') ?? ofPost('lobbyManager'),
    topics: plan?.topics ?? [],
    planned: plan !== undefined,
    expected: [...expected.values()],
  };
}

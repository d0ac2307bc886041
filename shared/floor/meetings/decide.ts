import { dutiesOf } from '../../duties.ts';
import { type BusinessDate, type MeetingId, meetingIdOf } from '../../ids.ts';
import { accept, type Refusal, type Result, refuse, unreachable } from '../../result.ts';
import type { VisitRefusal } from '../../visit/refusals.ts';
import type { Visit } from '../../visit/state.ts';
import type { FloorContext } from '../context.ts';
import {
  allMembers,
  enterable,
  forwards,
  plannable,
  type RecordRefusal,
  wallTime,
} from '../dates.ts';
import { type Roster, rosterOn } from '../roster/state.ts';
import type { MeetingCommand, MeetingCommandOf } from './commands.ts';
import type { MeetingFact } from './facts.ts';
import { foundAtEnd } from './judge.ts';
import { faultOfRecord, faultOfTopics, type MeetingRecordRefusal, unmarked } from './record.ts';
import { type Meeting, type Meetings, meetingOf, planFor, runningMeeting } from './state.ts';

export type MeetingRefusal =
  | 'meeting.attendanceOpen'
  | 'meeting.notOver'
  | 'meeting.over'
  | 'meeting.overlaps'
  | 'meeting.running'
  | 'meeting.signed'
  | 'meeting.unknown';

type Decision = Result<
  readonly MeetingFact[],
  Refusal<MeetingRefusal | MeetingRecordRefusal | RecordRefusal | VisitRefusal>
>;
const no = (code: MeetingRefusal, details?: Refusal['details']) => refuse(code, details);

/** The meetings with what they stand on: the day's roster and the day itself. */
export interface MeetingRoom {
  readonly meetings: Meetings;
  readonly roster: Roster;
  readonly visit: Visit;
}

export function decideMeetings(room: MeetingRoom, c: MeetingCommand, ctx: FloorContext): Decision {
  const day = room.visit.day;
  if (!day) return refuse('day.closed');
  switch (c.type) {
    case 'meeting.plan':
      return plan(room, c, day.date, ctx);
    case 'meeting.start':
      return day.open ? start(room, c, day.date, ctx) : refuse('day.closed');
    case 'meeting.enter':
      return enter(room, c, day.date, ctx);
    default:
      return ofMeeting(room, c, ctx);
  }
}

function plan(
  { visit }: MeetingRoom,
  { type: _, ...c }: MeetingCommandOf<'meeting.plan'>,
  today: BusinessDate,
  { at, members }: FloorContext,
): Decision {
  const fault =
    plannable(c.date, today) ??
    allMembers([c.host, c.recorder], members) ??
    faultOfTopics(c.topics, visit.settings);
  return fault ?? accept([{ type: 'meeting.planned', at, ...c }]);
}

function start(
  room: MeetingRoom,
  c: MeetingCommandOf<'meeting.start'>,
  today: BusinessDate,
  { at, members }: FloorContext,
): Decision {
  const fault = allMembers([c.host, c.recorder], members);
  if (fault) return fault;
  const running = runningMeeting(room.meetings);
  if (running) return no('meeting.running', { from: running.from });
  const begins = { ...begin(room, c, today), from: wallTime(room.visit, at, today) };
  return accept([{ type: 'meeting.started', at, ...begins }]);
}

type Begins = MeetingCommandOf<'meeting.start' | 'meeting.enter'>;

/** What a meeting begins with: the day's roster, the agenda as planned, yesterday's figures. */
function begin({ meetings, roster, visit }: MeetingRoom, c: Begins, date: BusinessDate) {
  const { settings } = visit;
  const usual = dutiesOf(settings).meetings;
  const { shifts } = rosterOn(roster, settings.hours, date);
  const people = new Map(shifts.map(({ person, post }) => [person, { person, post }]));
  return {
    ...{ meeting: nextId(meetings, date), date },
    ...{ kind: c.kind, host: c.host, recorder: c.recorder },
    place: c.place ?? usual.place ?? null,
    camera: c.camera ?? usual.camera ?? null,
    topics: planFor(meetings, date, c.kind)?.topics ?? [],
    expected: [...people.values()],
    figures: date === visit.day?.date ? meetings.yesterday : null,
  };
}

function nextId(meetings: Meetings, date: BusinessDate): MeetingId {
  return meetingIdOf(date, meetings.held.filter((m) => m.date === date).length + 1);
}

function enter(
  room: MeetingRoom,
  c: MeetingCommandOf<'meeting.enter'>,
  today: BusinessDate,
  { at, members }: FloorContext,
): Decision {
  const { date, from, to, why } = c;
  const fault =
    enterable(date, today) ??
    forwards(from, to) ??
    allMembers([c.host, c.recorder], members) ??
    (date === today && to > wallTime(room.visit, at, today) ? refuse('date.ahead') : null);
  if (fault) return fault;
  const other = room.meetings.held.find((m) => m.date === date && from < endOf(m) && m.from < to);
  if (other) return no('meeting.overlaps', { from: other.from });
  const seconds = (minutes(to) - minutes(from)) * 60;
  return accept([{ type: 'meeting.entered', at, ...begin(room, c, date), from, to, seconds, why }]);
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const endOf = ({ situation, from }: Meeting) => {
  if (situation.is === 'over') return situation.to;
  return situation.is === 'running' ? '99:99' : from;
};

type OfMeeting = MeetingCommandOf<'meeting.record' | 'meeting.end' | 'meeting.sign'>;

function ofMeeting({ meetings, visit }: MeetingRoom, c: OfMeeting, ctx: FloorContext): Decision {
  const meeting = meetingOf(meetings, c.meeting);
  if (!meeting) return no('meeting.unknown');
  if (meeting.signed) return no('meeting.signed');
  const { at, person, members } = ctx;
  switch (c.type) {
    case 'meeting.record': {
      const { type: _, ...record } = c;
      const fault = faultOfRecord(meeting, c, visit.settings, members);
      return fault ?? accept([{ type: 'meeting.recorded', at, ...record }]);
    }
    case 'meeting.end':
      return end(meetings, visit, meeting, at);
    case 'meeting.sign':
      if (meeting.situation.is === 'running') return no('meeting.notOver');
      return (
        attended(meeting) ??
        accept([{ type: 'meeting.signed', at, meeting: meeting.id, by: person }])
      );
    default:
      return unreachable(c);
  }
}

/** Nobody on the roster is left without a word. */
function attended(meeting: Meeting) {
  const open = unmarked(meeting);
  return open.length > 0
    ? no('meeting.attendanceOpen', { n: open.length, who: open.slice(0, 5).join(', ') })
    : null;
}

function end(meetings: Meetings, visit: Visit, meeting: Meeting, at: number): Decision {
  if (meeting.situation.is !== 'running' || meeting.startedAt === null) return no('meeting.over');
  const fault = attended(meeting);
  if (fault) return fault;
  const since = meeting.startedAt;
  const to = wallTime(visit, at, meeting.date);
  const seconds = Math.floor((at - since) / 1000);
  const acrossRestart = visit.restarts.some((restart) => restart > since);
  const ended: MeetingFact = {
    ...{ type: 'meeting.ended', at, meeting: meeting.id, to, seconds },
    ...(acrossRestart && { acrossRestart }),
  };
  const situation = { is: 'over', to, seconds, acrossRestart } as const;
  return accept([ended, ...foundAtEnd(meetings, visit, { ...meeting, situation }, at)]);
}

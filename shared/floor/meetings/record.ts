import { isRealDate } from '../../calendar.ts';
import { dutiesOf } from '../../duties.ts';
import type { StaffId } from '../../ids.ts';
import { type Refusal, type Result, refuse } from '../../result.ts';
import type { Settings } from '../../settings.ts';
import { allMembers, type RecordRefusal } from '../dates.ts';
import { type MeetingCommandOf, TOPICS, type Topic } from './commands.ts';
import type { Meeting } from './state.ts';

export type MeetingRecordRefusal =
  | 'meeting.dressExempt'
  | 'meeting.dueBefore'
  | 'meeting.namedTwice'
  | 'meeting.reasonMissing'
  | 'meeting.sayWho'
  | 'meeting.topicUnknown';

type Fault = Result<never, Refusal<MeetingRecordRefusal | RecordRefusal>> | null;
const no = (code: MeetingRecordRefusal, details?: Refusal['details']) => refuse(code, details);

type Record = MeetingCommandOf<'meeting.record'>;

/** The first thing that is wrong with a record, if anything is. */
export function faultOfRecord(
  meeting: Meeting,
  c: Record,
  settings: Settings,
  members: readonly StaffId[],
): Fault {
  return (
    faultOfAttendance(meeting, c) ??
    faultOfDress(meeting, c) ??
    faultOfTopics(c.topics, settings) ??
    faultOfActions(meeting, c, members)
  );
}

/** 出勤: an absence has its reason; whoever is not on the roster is said to be somebody. */
function faultOfAttendance({ expected }: Meeting, { attendance }: Record): Fault {
  const seen = new Set<StaffId>();
  for (const { person: who, is, reason, as } of attendance) {
    if (seen.has(who)) return no('meeting.namedTwice', { who });
    seen.add(who);
    const isExpected = expected.some((e) => e.person === who);
    if (!isExpected && !as) return no('meeting.sayWho', { who });
    if (is === 'absent' && !reason) return no('meeting.reasonMissing', { who });
  }
  return null;
}

/** 着装: exceptions only, of those present; guards have a uniform of their own. */
function faultOfDress({ expected }: Meeting, { dress, attendance }: Record): Fault {
  for (const [i, { person: who }] of dress.entries()) {
    if (dress.slice(0, i).some((d) => d.person === who)) return no('meeting.namedTwice', { who });
    const isGuard = expected.some((e) => e.person === who && e.post === 'guard');
    const isThere = attendance.some((a) => a.person === who && a.is === 'present');
    if (isGuard || !isThere) return no('meeting.dressExempt', { who });
  }
  return null;
}

export function faultOfTopics(topics: readonly Topic[], settings: Settings): Fault {
  const more = dutiesOf(settings).meetings.topics.map((t) => t.id);
  const known: readonly string[] = [...TOPICS, ...more];
  const strange = topics.find((t) => !known.includes(t.topic));
  return strange ? no('meeting.topicUnknown', { topic: strange.topic }) : null;
}

function faultOfActions(
  { date }: Meeting,
  { actions }: Record,
  members: readonly StaffId[],
): Fault {
  for (const { due } of actions) {
    if (!isRealDate(due)) return refuse('date.unknown', { date: due });
    if (due < date) return no('meeting.dueBefore', { date });
  }
  return allMembers(
    actions.map((a) => a.owner),
    members,
  );
}

/** Who on the roster has no word in the attendance yet. */
export const unmarked = ({ expected, attendance }: Pick<Meeting, 'expected' | 'attendance'>) =>
  expected.filter((e) => !attendance.some((a) => a.person === e.person)).map((e) => e.person);

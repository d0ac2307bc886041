import type { BusinessDate, MeetingId, StaffId } from '../../ids.ts';
import { unreachable } from '../../result.ts';
import type { VisitFact } from '../../visit/facts.ts';
import type { Visit } from '../../visit/state.ts';
import { oldest } from '../dates.ts';
import type { Attendance, DressException, MeetingAction, MeetingKind, Topic } from './commands.ts';
import type { Expected, Finding, MeetingFact } from './facts.ts';
import { type ServiceFigures, serviceFigures } from './yesterday.ts';

export type MeetingSituation =
  | { readonly is: 'running' }
  | {
      readonly is: 'over';
      readonly to: string;
      readonly seconds: number;
      readonly acrossRestart: boolean;
    }
  /** Nobody ended it. */
  | { readonly is: 'forgotten' };

/** A meeting and its record 晨会记录. */
export interface Meeting {
  readonly id: MeetingId;
  readonly date: BusinessDate;
  readonly kind: MeetingKind;
  readonly host: StaffId;
  readonly recorder: StaffId;
  readonly place: string | null;
  readonly camera: string | null;
  readonly expected: readonly Expected[];
  readonly figures: ServiceFigures | null;
  readonly from: string;
  /** Hub time; null for one that was entered from paper. */
  readonly startedAt: number | null;
  readonly situation: MeetingSituation;
  /** Why it was entered by hand. */
  readonly why: string | null;
  readonly attendance: readonly Attendance[];
  readonly dress: readonly DressException[];
  readonly topics: readonly Topic[];
  readonly actions: readonly MeetingAction[];
  readonly signed: { readonly at: number; readonly by: StaffId | null } | null;
}

export interface MeetingPlan {
  readonly date: BusinessDate;
  readonly kind: MeetingKind;
  readonly host: StaffId;
  readonly recorder: StaffId;
  readonly topics: readonly Topic[];
}

export interface Meetings {
  /** From today on. */
  readonly plans: readonly MeetingPlan[];
  /** Of the last two months, oldest first. */
  readonly held: readonly Meeting[];
  readonly found: Readonly<Record<BusinessDate, readonly FoundOn[]>>;
  /** The last closed day's figures. */
  readonly yesterday: ServiceFigures | null;
}

export interface FoundOn {
  readonly what: Finding;
  readonly at: number;
  readonly minutes: number | null;
}

export const initialMeetings: Meetings = { plans: [], held: [], found: {}, yesterday: null };

export const meetingOf = (meetings: Meetings, id: MeetingId) =>
  meetings.held.find((m) => m.id === id);

export const runningMeeting = (meetings: Meetings) =>
  meetings.held.find((m) => m.situation.is === 'running');

export const planFor = (meetings: Meetings, date: BusinessDate, kind: MeetingKind) =>
  meetings.plans.find((p) => p.date === date && p.kind === kind);

export function evolveMeetings(meetings: Meetings, fact: MeetingFact): Meetings {
  switch (fact.type) {
    case 'meeting.planned': {
      const { type: _, at: __, ...plan } = fact;
      const others = meetings.plans.filter((p) => p.date !== plan.date || p.kind !== plan.kind);
      return { ...meetings, plans: [...others, plan] };
    }
    case 'meeting.started':
    case 'meeting.entered':
      return { ...meetings, held: [...meetings.held, begun(fact)] };
    case 'meeting.found': {
      const { date, what, at, minutes = null } = fact;
      const found = [...(meetings.found[date] ?? []), { what, at, minutes }];
      return { ...meetings, found: { ...meetings.found, [date]: found } };
    }
    default: {
      const { meeting } = fact;
      const next = changeOf(fact);
      const held = meetings.held.map((m) => (m.id === meeting ? { ...m, ...next } : m));
      return { ...meetings, held };
    }
  }
}

type Begun = Extract<MeetingFact, { type: 'meeting.started' | 'meeting.entered' }>;

function begun(fact: Begun): Meeting {
  const { type: _, at, meeting: id, ...held } = fact;
  const blank = { attendance: [], dress: [], actions: [], signed: null };
  if (fact.type === 'meeting.started') {
    const running = { startedAt: at, situation: { is: 'running' }, why: null } as const;
    return { ...held, id, ...running, ...blank };
  }
  const { to, seconds, why, ...rest } = fact;
  const { type: __, at: ___, meeting: ____, ...same } = rest;
  const situation = { is: 'over', to, seconds, acrossRestart: false } as const;
  return { ...same, id, startedAt: null, situation, why, ...blank };
}

type Change = Exclude<
  MeetingFact,
  Begun | { readonly type: 'meeting.planned' } | { readonly type: 'meeting.found' }
>;

function changeOf(fact: Change): Partial<Meeting> {
  switch (fact.type) {
    case 'meeting.recorded': {
      const { attendance, dress, topics, actions } = fact;
      return { attendance, dress, topics, actions };
    }
    case 'meeting.ended': {
      const { to, seconds, acrossRestart = false } = fact;
      return { situation: { is: 'over', to, seconds, acrossRestart } };
    }
    case 'meeting.forgotten':
      return { situation: { is: 'forgotten' } };
    case 'meeting.signed':
      return { signed: { at: fact.at, by: fact.by } };
    default:
      return unreachable(fact);
  }
}

/** A day that closes leaves its figures to the next one's meeting; a new one lets go of old records. */
export function meetingsFollow(meetings: Meetings, fact: VisitFact, visit: Visit): Meetings {
  if (fact.type === 'day.closed') return { ...meetings, yesterday: serviceFigures(visit) };
  if (fact.type !== 'day.opened') return meetings;
  const since = oldest(fact.date);
  const found = Object.entries(meetings.found).filter(([date]) => date >= since);
  return {
    ...meetings,
    plans: meetings.plans.filter((p) => p.date >= fact.date),
    held: meetings.held.filter((m) => m.date >= since),
    found: Object.fromEntries(found),
  };
}

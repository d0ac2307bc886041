import type { BusinessDate, MeetingId, StaffId } from '../../ids.ts';
import type { RosterPost } from '../roster/commands.ts';
import type {
  Attendance,
  DressException,
  MeetingAction,
  MeetingCommandOf,
  MeetingKind,
  Topic,
} from './commands.ts';
import type { ServiceFigures } from './yesterday.ts';

type At<T extends string, Body> = { readonly type: T; readonly at: number } & Readonly<Body>;
type Of<T extends string, Body = object> = At<T, { meeting: MeetingId } & Body>;

/** Somebody on the day's roster, as it was when the meeting began. */
export interface Expected {
  readonly person: StaffId;
  readonly post: RosterPost;
}

type Held = {
  date: BusinessDate;
  kind: MeetingKind;
  host: StaffId;
  recorder: StaffId;
  /** null: the banking hall. */
  place: string | null;
  camera: string | null;
  topics: readonly Topic[];
  expected: readonly Expected[];
  /** 网点服务通报和分析: the last closed day's own figures. */
  figures: ServiceFigures | null;
  /** `HH:MM` on the branch's wall: a label. */
  from: string;
};

/** missing: none by opening time. late: ended after it. short: over before its minutes were up. */
export type Finding = 'missing' | 'late' | 'short';

export type MeetingFact =
  | At<'meeting.planned', Omit<MeetingCommandOf<'meeting.plan'>, 'type'>>
  | Of<'meeting.started', Held>
  | Of<
      'meeting.recorded',
      {
        attendance: readonly Attendance[];
        dress: readonly DressException[];
        topics: readonly Topic[];
        actions: readonly MeetingAction[];
      }
    >
  /** `seconds` on the hub's clock; `acrossRestart`: the hub was away meanwhile. */
  | Of<'meeting.ended', { to: string; seconds: number; acrossRestart?: true }>
  /** The day was closed while it still ran: nobody knows how long it was. */
  | Of<'meeting.forgotten'>
  | Of<'meeting.entered', Held & { to: string; seconds: number; why: string }>
  | Of<'meeting.signed', { by: StaffId | null }>
  /** Found by the hub itself; `minutes`: how long the longest one was, where one was held. */
  | At<'meeting.found', { date: BusinessDate; what: Finding; minutes?: number }>;

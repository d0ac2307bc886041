import { z } from 'zod';
import { businessDate, meetingId, staffId } from '../../ids.ts';
import { clockTime, plainLine } from '../../plain.ts';

/** 晨会, 夕会. */
export const meetingKind = z.enum(['morning', 'evening']);
export type MeetingKind = z.infer<typeof meetingKind>;

/** The seven headings every meeting has; settings may name more. */
export const TOPICS = [
  'results',
  'plans',
  'training',
  'matters',
  'compliance',
  'staff',
  'service',
] as const;

const topic = z.strictObject({
  topic: z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/),
  note: plainLine(0, 200),
});
export type Topic = z.infer<typeof topic>;

/** Why somebody on the roster is not at the meeting; what kind of leave is nobody's business here. */
export const absence = z.enum(['leave', 'training', 'errand', 'shift', 'unexcused', 'other']);
export type Absence = z.infer<typeof absence>;

const attendance = z.strictObject({
  person: staffId,
  is: z.enum(['present', 'absent']),
  reason: absence.optional(),
  /** Who that is, for somebody who is not on the day's roster: a post, never a name. */
  as: plainLine(1, 40).optional(),
});
export type Attendance = z.infer<typeof attendance>;

export const dressItem = z.enum(['uniform', 'shoes', 'hair', 'scarf', 'jewellery', 'tie', 'beard']);
export type DressItem = z.infer<typeof dressItem>;

const dress = z.strictObject({ person: staffId, items: z.array(dressItem).min(1).max(7) });
export type DressException = z.infer<typeof dress>;

const action = z.strictObject({ what: plainLine(1, 200), owner: staffId, due: businessDate });
export type MeetingAction = z.infer<typeof action>;

const leading = { kind: meetingKind, host: staffId, recorder: staffId };
const topics = z.array(topic).max(27);
const where = { place: plainLine(1, 80).optional(), camera: plainLine(1, 40).optional() };

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const meetingCommands = [
  /** Who leads the meeting of a date, and what about. */
  command('meeting.plan', { date: businessDate, ...leading, topics }),
  command('meeting.start', { ...leading, ...where }),
  /** The record, whole; again and again until it is signed. */
  command('meeting.record', {
    meeting: meetingId,
    attendance: z.array(attendance).max(80),
    dress: z.array(dress).max(80),
    topics,
    actions: z.array(action).max(20),
  }),
  command('meeting.end', { meeting: meetingId }),
  /** 补录: held while the hub was away, from paper. */
  command('meeting.enter', {
    date: businessDate,
    ...leading,
    ...where,
    from: clockTime,
    to: clockTime,
    why: plainLine(1, 120),
  }),
  /** 签字: after it nothing in the record changes. */
  command('meeting.sign', { meeting: meetingId }),
] as const;

const meetingCommand = z.discriminatedUnion('type', meetingCommands);
export type MeetingCommand = z.infer<typeof meetingCommand>;
export type MeetingCommandOf<T extends MeetingCommand['type']> = Extract<
  MeetingCommand,
  { type: T }
>;

import { z } from 'zod';
import { businessDate, counterId, staffId } from '../../ids.ts';
import { clockTime } from '../../plain.ts';

/** 岗位 of a shift: 柜员, 大堂, 安保, 网点负责人, 服务专员, 后台. */
export const rosterPost = z.enum(['teller', 'lobby', 'guard', 'manager', 'specialist', 'back']);
export type RosterPost = z.infer<typeof rosterPost>;

const pause = z.strictObject({ from: clockTime, to: clockTime });

const shift = z.strictObject({
  person: staffId,
  post: rosterPost,
  /** A teller's counter; a teller without one goes where there is need. */
  counter: counterId.optional(),
  from: clockTime,
  to: clockTime,
  breaks: z.array(pause).max(4),
});
/** 班次: one person's hours of one day. */
export type Shift = z.infer<typeof shift>;

const dayPlan = z.strictObject({
  /** 当班负责人: the on-duty head, one of those who work that day. */
  head: staffId.nullable(),
  shifts: z.array(shift).max(40),
});
export type DayPlan = z.infer<typeof dayPlan>;

export const rosterCommands = [
  z.strictObject({ type: z.literal('shift.plan'), date: businessDate, ...dayPlan.shape }),
  /** The usual week, Monday first: what holds for a date nobody planned. */
  z.strictObject({ type: z.literal('shift.pattern'), week: z.array(dayPlan.nullable()).length(7) }),
  /** Both are Mondays; what is past of the new week stays as it was. */
  z.strictObject({ type: z.literal('shift.copyWeek'), from: businessDate, to: businessDate }),
] as const;

const rosterCommand = z.discriminatedUnion('type', rosterCommands);
export type RosterCommand = z.infer<typeof rosterCommand>;
export type RosterCommandOf<T extends RosterCommand['type']> = Extract<RosterCommand, { type: T }>;

import { z } from 'zod';
import { businessDate, presidentId, staffId } from '../../ids.ts';
import { clockTime, plainLine } from '../../plain.ts';

/** Who it is: a post, `一级支行分管行长`; a staff number where the branch has one. */
const who = { as: plainLine(1, 40), person: staffId.optional() };
/** What was solved, one line each: neutral words, nothing of a customer. */
const solved = z.array(plainLine(1, 120)).max(10);

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** 行长坐堂: the roster of presidents in the lobby, and the log of what they did there. */
export const presidentCommands = [
  command('president.plan', { ...who, date: businessDate, from: clockTime, to: clockTime }),
  command('president.drop', { visit: presidentId }),
  /** Begins one that was planned, or one that was not. */
  command('president.arrive', { ...who, visit: presidentId.optional() }),
  command('president.leave', { visit: presidentId, solved }),
  /** From paper. */
  command('president.enter', {
    ...who,
    date: businessDate,
    from: clockTime,
    to: clockTime,
    solved,
  }),
] as const;

const presidentCommand = z.discriminatedUnion('type', presidentCommands);
export type PresidentCommand = z.infer<typeof presidentCommand>;
export type PresidentCommandOf<T extends PresidentCommand['type']> = Extract<
  PresidentCommand,
  { type: T }
>;

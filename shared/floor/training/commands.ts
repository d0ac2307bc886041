import { z } from 'zod';
import { businessDate, staffId, trainingId } from '../../ids.ts';
import { plainLine } from '../../plain.ts';

const command = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** 培训与活动: dated tasks, by tag (`服务学习规范周`), with sign-in. */
export const trainingCommands = [
  command('training.plan', {
    title: plainLine(1, 80),
    tag: plainLine(1, 24),
    from: businessDate,
    to: businessDate,
    /** Who takes part; nobody named means everybody. */
    people: z.array(staffId).max(80),
  }),
  command('training.drop', { training: trainingId }),
  /** 签到 of one person, by whoever keeps the list. */
  command('training.sign', { training: trainingId, person: staffId }),
] as const;

const trainingCommand = z.discriminatedUnion('type', trainingCommands);
export type TrainingCommand = z.infer<typeof trainingCommand>;

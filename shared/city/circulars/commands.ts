import { z } from 'zod';
import { closingId } from '../ids.ts';

/** 服务质效通报 and 服务考核通报: two series, each numbered by year. */
export const SERIES = ['quality', 'assessment'] as const;
export type Series = (typeof SERIES)[number];

export const circularsCommands = [
  z.strictObject({
    type: z.literal('circular.issue'),
    ...{ closing: closingId, series: z.enum(SERIES) },
    /** The correction it tells of; null: the month itself. */
    correction: z.number().int().min(1).nullable().default(null),
  }),
] as const;
export type CircularsCommand = z.infer<(typeof circularsCommands)[number]>;

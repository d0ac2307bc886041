import { z } from 'zod';
import { clockTime, plainLine, twoLanguages } from './plain.ts';

/** What a branch sets about its meetings, its presidents in the lobby and its notices. */
const name = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/);

const meetings = z.strictObject({
  /** In the banking hall, or where a camera sees it; left out: the banking hall. */
  place: plainLine(1, 80).optional(),
  /** 监控通道: the channel that sees it. */
  camera: plainLine(1, 40).optional(),
  /** From the branch's own rules. */
  minutes: z.number().int().min(1).max(120).default(10),
  /** Headings beside the seven that every meeting has. */
  topics: z
    .array(z.strictObject({ id: name, name: twoLanguages }))
    .max(20)
    .default([]),
  /** When the evening meeting is usually due; only said, never judged. */
  evening: clockTime.optional(),
});

/**
 * 行长坐堂: how often somebody is due. What "124" means is not public, so nothing is set by itself:
 * without a cadence, visits are logged and none is due.
 */
const cadence = z.strictObject({
  /** The post, as the log names it. */
  as: plainLine(1, 40),
  times: z.number().int().min(1).max(31),
  per: z.enum(['day', 'week', 'month']),
  /** Shorter ones do not count. */
  minutes: z.number().int().min(0).max(600).default(0),
});
export type Cadence = z.infer<typeof cadence>;

/** 警示: after so many notices about one problem within so many days the next one is a warning. Ours. */
const repeats = z.strictObject({
  times: z.number().int().min(1).max(20).default(2),
  days: z.number().int().min(1).max(60).default(30),
});

export const duties = z.strictObject({
  meetings: meetings.default({ minutes: 10, topics: [] }),
  presidents: z.array(cadence).max(12).default([]),
  repeats: repeats.default({ times: 2, days: 30 }),
});
export type Duties = z.infer<typeof duties>;

const usual = duties.parse({});

export const dutiesOf = (settings: { readonly duties?: Duties | undefined }): Duties =>
  settings.duties ?? usual;

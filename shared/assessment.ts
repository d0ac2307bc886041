import { z } from 'zod';

/**
 * The rules of the month's sheet 考核规则, as versioned data: each change is a version with the month
 * from which it is valid, and every result names the version it was made by. Weights are our choice.
 */

const seconds = z.number().int().min(1).max(86_400);
const weight = z.number().min(0).max(100);
const points = z.number().min(-1000).max(1000);
const share = z.number().min(0).max(1);
const count = z.number().int().min(1).max(1_000_000);

/** Past these a sign of gaming 异常迹象 is marked; all ours. Durations are seconds. */
export const signLines = z.strictObject({
  /** A rating sooner than this after its question is quick. */
  quickUnder: z.number().min(0).max(60).default(2),
  quickShare: share.default(0.1),
  /** So many ratings at one counter within so long are a burst. */
  burst: z.strictObject({ ratings: count, within: seconds }).default({ ratings: 4, within: 120 }),
  burstShare: share.default(0.05),
  /** The same answer so often in a row at one counter. */
  streak: count.default(30),
  perfectShare: share.default(0.98),
  /** How much rarer those who waited past the yellow line are invited. */
  moodGap: share.default(0.2),
  longGap: seconds.default(120),
  longGapShare: share.default(0.1),
  missedShare: share.default(0.05),
  walkInShare: share.default(0.1),
  offlineShare: share.default(0.05),
  earlyShare: share.default(0.05),
  replacedShare: share.default(0.05),
  /** Below so many of what a share is of, nothing is marked. */
  atLeast: count.default(30),
});
export type SignLines = z.infer<typeof signLines>;

export const assessmentRules = z.strictObject({
  /** How results name it. */
  version: z.string().regex(/^[A-Za-z0-9.-]{1,24}$/),
  /** The first month it is valid in; until the next version's. */
  from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
  weights: z.strictObject({
    premiumWait: weight,
    ordinaryWait: weight,
    satisfaction: weight,
    environment: weight,
    standards: weight,
    duty: weight,
  }),
  /** Left out, what the branch's other settings say. */
  targets: z.strictObject({ ordinary: seconds, premium: seconds }).optional(),
  points: z
    .strictObject({ verySatisfied: points, satisfied: points, fair: points, dissatisfied: points })
    .optional(),
  minimumSample: z
    .strictObject({ tickets: z.number().int().min(0), ratings: z.number().int().min(0) })
    .optional(),
  signs: signLines.optional(),
});
export type AssessmentRules = z.infer<typeof assessmentRules>;

/** Oldest first; a month has one version. */
export const assessment = z
  .array(assessmentRules)
  .min(1)
  .max(120)
  .refine((all) => all.every((rules, i) => i === 0 || rules.from > (all[i - 1]?.from ?? '')), {
    message: 'each version of the rules begins in a later month than the one before it',
  })
  .refine((all) => new Set(all.map((rules) => rules.version)).size === all.length, {
    message: 'each version of the rules has a name of its own',
  });

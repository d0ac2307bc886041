import { z } from 'zod';
import { assessmentRules } from '../../assessment.ts';
import { nodeId } from '../ids.ts';

/** Whom a reward or fine is proposed for; the keys of the amounts. */
export const SEATS = [
  'first.president',
  'first.vice',
  'first.business',
  'second.president',
  'second.vice',
] as const;
export type Seat = (typeof SEATS)[number];

/** Whole yuan. The source names no amounts: left out, a proposal names its tier alone. */
const amounts = z.partialRecord(z.enum(SEATS), z.number().int().min(0).max(1_000_000));

/** 档次: from behind the tier before up to this place, counted from the top or from the bottom. */
const tiers = z
  .array(z.strictObject({ upTo: z.number().int().min(1).max(100), amounts: amounts.default({}) }))
  .min(1)
  .max(20)
  .refine((all) => all.every(({ upTo }, i) => upTo > (all[i - 1]?.upTo ?? 0)), {
    message: 'each tier reaches further than the one before it',
  });

/** Which places share a tier is ours. */
const TIERS = [1, 3, 5].map((upTo) => ({ upTo, amounts: {} }));

/** 考核规则: a version of all that decides a month, from a month on. */
export const cityRules = assessmentRules.extend({
  /** At most so many are rewarded, and as many fined. */
  edge: z.number().int().min(1).max(50).default(5),
  /** More often than this in the bottom group in a calendar year: the first-level president as well. */
  repeat: z.number().int().min(1).max(12).default(3),
  rewards: tiers.default(TIERS),
  fines: tiers.default(TIERS),
});
export type CityRules = z.infer<typeof cityRules>;
export type Tiers = CityRules['rewards'];

export const rulesCommands = [
  z.strictObject({ type: z.literal('rules.set'), node: nodeId, rules: cityRules }),
] as const;
export type RulesCommand = z.infer<(typeof rulesCommands)[number]>;

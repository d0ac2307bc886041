import { z } from 'zod';

/**
 * Calendar days from receipt within which a complaint 投诉 is answered, at the latest
 * (银行业保险业消费投诉处理管理办法, 银保监会令2020年第3号): if simple, if complex, and how many more
 * with a superior's approval and the complainant told. A branch may set less, never more.
 */
export const LAW = { simple: 15, complex: 30, extension: 30 } as const;

/** What a branch sets about complaints and early warnings; figures that are not the law's are ours. */
export const careRules = z.strictObject({
  simpleDays: z.number().int().min(1).max(LAW.simple).default(LAW.simple),
  complexDays: z.number().int().min(1).max(LAW.complex).default(LAW.complex),
  extensionDays: z.number().int().min(0).max(LAW.extension).default(LAW.extension),
  contactHours: z.number().min(0.25).max(72).default(2),
  planHours: z.number().min(1).max(240).default(24),
  /** Reminded of the last day so many days before. */
  remindDays: z.number().int().min(0).max(14).default(3),
  /** 快处理: what looks like trouble is dealt with within this many minutes. */
  warningMinutes: z.number().int().min(5).max(480).default(30),
  /** Whether a dissatisfied rating, or a wait past red, opens an early warning by itself. */
  warnOfRatings: z.boolean().default(true),
  warnOfWaits: z.boolean().default(true),
  /** 更正: so many a ticket at most, and so many days to answer a proposal. */
  correctionsEach: z.number().int().min(1).max(9).default(3),
  correctionDays: z.number().int().min(1).max(30).default(7),
});
export type CareRules = z.infer<typeof careRules>;

const usual = careRules.parse({});

export const careRulesOf = (settings: { readonly care?: CareRules | undefined }): CareRules =>
  settings.care ?? usual;

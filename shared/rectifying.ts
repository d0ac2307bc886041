import { z } from 'zod';

const share = z.number().min(0).max(1);

/** When what is put right 整改 counts as right. */
export const rectifications = z.strictObject({
  /** Days in a row with figures back at their line before one may be closed: ours. */
  backDays: z.number().int().min(1).max(60).default(3),
  /** Days until it is due, where nobody says otherwise: ours. */
  dueDays: z.number().int().min(1).max(180).default(14),
  /** The line of what has no alert line and no target: ours. */
  lines: z
    .strictObject({
      /** Share of waits over orange, and of tickets given up, at most. */
      overLine: share.default(0.1),
      abandonRate: share.default(0.05),
      /** At least; points. */
      satisfaction: z.number().min(-1000).max(1000).default(85),
      invitationRate: share.default(0.9),
    })
    .prefault({}),
});
export type RectificationRules = z.infer<typeof rectifications>;

const usual = rectifications.parse({});

/** Left out of the settings: the defaults of each. */
export const rectificationRules = (settings: {
  readonly rectifications?: RectificationRules | undefined;
}): RectificationRules => settings.rectifications ?? usual;

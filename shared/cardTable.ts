import { z } from 'zod';

/** Cards are told apart at the kiosk by these alone; see docs/cards.md. */
export const cardTable = z.strictObject({
  /** The first digits of the cards of one class. */
  prefixes: z
    .array(z.strictObject({ prefix: z.string().regex(/^\d{4,12}$/), class: z.literal('premium') }))
    .max(200)
    .default([]),
  /** Single cards, as `npm run cards` prints them: no number can be read from them. */
  hashes: z
    .strictObject({
      salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
      rounds: z.number().int().min(100_000).max(2_000_000),
      class: z.literal('premium'),
      cards: z.array(z.string().regex(/^[A-Za-z0-9_-]{22}$/)).max(5000),
    })
    .optional(),
});
export type CardTable = z.infer<typeof cardTable>;

import { z } from 'zod';

/**
 * One line of text: no control or direction-changing characters, for it will stand in logs, reports
 * and on displays. Lengths in UTF-16 units.
 */
export const plainLine = (min: number, max: number) =>
  z
    .string()
    .min(min)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u);

/** `HH:MM` on the branch's own wall. */
export const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

export const twoLanguages = z.strictObject({ zh: plainLine(1, 120), en: plainLine(1, 240) });

import { z } from 'zod';
import { periodOf } from '../month/periods.ts';

/** `2026-10-05`, `2026-W41`, `2026-10` or `2026`, where there is such a day, week, month or year. */
export const periodId = z
  .string()
  .max(10)
  .refine((id) => periodOf(id) !== null, { message: 'no such day, week, month or year' });

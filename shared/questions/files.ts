import { z } from 'zod';
import { businessDate, monthName } from '../ids.ts';
import { periodId } from './periodId.ts';

/**
 * Files that may be fetched: `GET /api/files/TYPE?field=…`, answered with the bytes and the name to
 * save them under. To add one: its schema here, its right in `server/devices/rights.ts`, its sample in
 * `tests/kit/samples.ts`, and the function that makes it in `server/history/files.ts`. Each field
 * comes from an address, so it is a text: a number is `z.coerce`d.
 */
const file = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const files = [
  /** A day's tickets, one row each, in the columns that `replay` reads. */
  file('day.tickets', { date: businessDate }),
  file('report', {
    period: periodId,
    form: z.enum(['xlsx', 'docx', 'csv']),
    language: z.enum(['zh', 'en']),
  }),
  /** 晨会记录 of a month for a superior, one row a meeting. */
  file('meetings.month', { month: monthName }),
] as const;

export const fileSchema = z.discriminatedUnion('type', files);
export type FileQuestion = z.infer<typeof fileSchema>;
export type FileType = FileQuestion['type'];
export type FileOf<T extends FileType> = Extract<FileQuestion, { type: T }>;

import { z } from 'zod';
import { businessDate, monthName } from '../ids.ts';
import type { MeetingMonth } from './meetingMonth.ts';
import type { TicketStory } from './ticketStory.ts';

/**
 * What may be asked of the past, or of what is too big to be told again with every press. A question
 * changes nothing and leaves no fact. To add one: its schema here, its answer in `Answers`, its right
 * in `server/devices/rights.ts`, its sample in `tests/kit/samples.ts`, and the function that answers
 * it in `server/history/answering.ts`. Over HTTP each field is a text: a number is `z.coerce`d.
 */
const question = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** As it is printed on paper, the letter small or large. */
const ticketNumber = z
  .string()
  .regex(/^[A-Za-z]?\d{1,6}$/)
  .transform((typed) => typed.toUpperCase());

export const questions = [
  question('ticket.story', { date: businessDate, number: ticketNumber }),
  /** 晨会 of a month: each day's state, and the records whole. */
  question('meetings.month', { month: monthName }),
] as const;

export const questionSchema = z.discriminatedUnion('type', questions);
export type Question = z.infer<typeof questionSchema>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

/** What each question is answered with. */
export interface Answers {
  'ticket.story': TicketStory;
  'meetings.month': MeetingMonth;
}
/** A question without its line in `Answers` does not compile. */
export type AnswerTo<T extends QuestionType = QuestionType> = Answers[T];

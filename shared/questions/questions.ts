import { z } from 'zod';
import type { Effect } from '../branch/effects.ts';
import { settingsParts } from '../branch/parts.ts';
import { businessDate, counterId, monthName } from '../ids.ts';
import type { Report } from '../month/report.ts';
import type { Text } from '../settings.ts';
import type { CounterStory } from './counterDay.ts';
import type { DayChart } from './dayChart.ts';
import type { Health } from './health.ts';
import type { MeetingMonth } from './meetingMonth.ts';
import { periodId } from './periodId.ts';
import type { SettingsNow } from './settingsNow.ts';
import type { SetUpStart } from './setUpStart.ts';
import type { Staffing } from './staffing.ts';
import type { TicketStory } from './ticketStory.ts';
import type { Usual } from './usual.ts';
import type { WeekHeat } from './weekHeat.ts';

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

/** Over HTTP it is the same in JSON, as one text. */
const written = <S extends z.ZodType>(schema: S) =>
  z.preprocess((given) => {
    if (typeof given !== 'string') return given;
    try {
      return JSON.parse(given);
    } catch {
      return given;
    }
  }, schema);

export const questions = [
  question('ticket.story', { date: businessDate, number: ticketNumber }),
  question('counter.day', { date: businessDate, counter: counterId }),
  question('day.chart', { date: businessDate }),
  /** What is usual on today's weekday, by half-hour. */
  question('usual.today', {}),
  /** The last eight weeks by weekday and hour. */
  question('weeks.heat', {}),
  question('machines.health', {}),
  question('settings.now', {}),
  /** 开业设置: what there is to begin with. */
  question('setUp.start', {}),
  /** What a change of the settings would mean now. */
  question('settings.effects', { from: written(settingsParts), to: written(settingsParts) }),
  /** 报表 of a day, week, month or year. */
  question('report', { period: periodId }),
  /** 晨会 of a month: each day's state, and the records whole. */
  question('meetings.month', { month: monthName }),
  /** How many counters the next day will need. */
  question('staffing.next', {}),
] as const;

export const questionSchema = z.discriminatedUnion('type', questions);
export type Question = z.infer<typeof questionSchema>;
export type QuestionType = Question['type'];
export type QuestionOf<T extends QuestionType> = Extract<Question, { type: T }>;

/** What each question is answered with. */
export interface Answers {
  'ticket.story': TicketStory;
  'counter.day': CounterStory;
  'day.chart': DayChart;
  'usual.today': Usual;
  'weeks.heat': WeekHeat;
  'machines.health': Health;
  'settings.now': SettingsNow;
  'setUp.start': SetUpStart;
  /** `says` why it would be refused; null where it would not be. */
  'settings.effects': { readonly effects: readonly Effect[]; readonly says: Text | null };
  report: Report;
  'meetings.month': MeetingMonth;
  /** null: no day is known on which the branch opens. */
  'staffing.next': Staffing | null;
}
/** A question without its line in `Answers` does not compile. */
export type AnswerTo<T extends QuestionType = QuestionType> = Answers[T];

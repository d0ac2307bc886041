import { z } from 'zod';
import type { PeoplePage } from './views/people.ts';

const question = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/**
 * What may be asked of a center; none of it changes anything. To add one: its schema here, its answer in
 * `CityAnswers`, its right in `server/center/rights.ts`, and the function that answers it in
 * `server/center/answering.ts`. Over HTTP each field is a text: a number is `z.coerce`d.
 */
export const cityQuestions = [question('people', {})] as const;

export const cityQuestion = z.discriminatedUnion('type', cityQuestions);
export type CityQuestion = z.infer<typeof cityQuestion>;
export type CityQuestionType = CityQuestion['type'];
export type CityQuestionOf<T extends CityQuestionType> = Extract<CityQuestion, { type: T }>;

/** What each question is answered with; one without its line does not compile. */
export interface CityAnswers {
  people: PeoplePage;
}
export type CityAnswerTo<T extends CityQuestionType = CityQuestionType> = CityAnswers[T];

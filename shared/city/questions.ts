import { z } from 'zod';
import { branchId, businessDate, monthName } from '../ids.ts';
import type { Report } from '../month/report.ts';
import { periodId } from '../questions/periodId.ts';
import { circularId, nodeId, quarterName } from './ids.ts';
import type { BoardPage } from './views/board.ts';
import type { BranchDay, BranchTicket } from './views/branchDay.ts';
import type { BranchNowPage } from './views/branchNow.ts';
import type { CircularsPage } from './views/circulars.ts';
import type { FollowedMonth, Proposed, SentPage } from './views/followed.ts';
import type { MonthPage } from './views/month.ts';
import type { PeoplePage } from './views/people.ts';
import type { RulesPage } from './views/rules.ts';
import type { OfficesPage } from './views/settings.ts';

const question = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

/** As it is printed on paper. */
const ticketNumber = z.string().regex(/^[A-Z]?\d{1,6}$/);

/**
 * What may be asked of a center; none of it changes anything. To add one: its schema here, its answer in
 * `CityAnswers`, its right in `server/center/rights.ts`, and the function that answers it in
 * `server/center/answering.ts`. Over HTTP each field is a text: a number is `z.coerce`d.
 */
export const cityQuestions = [
  question('people', {}),
  /** Posts with their holders. */
  question('offices', {}),
  /** 规则: what counts for a unit in a month, and the versions it set itself. */
  question('rules', { month: monthName, node: nodeId }),
  /** A month of the branches under a unit: figures, places, proposals, what is missing. */
  question('month', { month: monthName, node: nodeId }),
  /** 通报 of a unit, with who has read them. */
  question('circulars', { node: nodeId }),
  /** 督办: rectifications, complaints, and a quarter's inspections below a unit; the present one's, if left out. */
  question('board', { node: nodeId, quarter: quarterName.optional() }),
  /** How a month of it rolled, good practice, and signs of gaming by branch. */
  question('followed', { month: monthName, node: nodeId }),
  /** Branches over their line in a month, with their own hours: to be prompted. */
  question('prompts', { month: monthName, node: nodeId }),
  /** 下发: what was sent down, and who has read it. */
  question('sent', { node: nodeId }),
  /** A branch at this moment: open alerts, how its ledger is witnessed, who works there. */
  question('branch.now', { branch: branchId }),
  /** 报表 of one branch: a day, week, month with its sheet, or year. */
  question('branch.report', { branch: branchId, period: periodId }),
  question('branch.day', { branch: branchId, date: businessDate }),
  question('branch.ticket', { branch: branchId, date: businessDate, number: ticketNumber }),
] as const;

export const cityQuestion = z.discriminatedUnion('type', cityQuestions);
export type CityQuestion = z.infer<typeof cityQuestion>;
export type CityQuestionType = CityQuestion['type'];
export type CityQuestionOf<T extends CityQuestionType> = Extract<CityQuestion, { type: T }>;

/** What each question is answered with; one without its line does not compile. */
export interface CityAnswers {
  people: PeoplePage;
  offices: OfficesPage;
  rules: RulesPage;
  month: MonthPage;
  board: BoardPage;
  circulars: CircularsPage;
  followed: FollowedMonth;
  prompts: readonly Proposed[];
  sent: SentPage;
  'branch.now': BranchNowPage;
  'branch.report': Report;
  'branch.day': BranchDay;
  'branch.ticket': BranchTicket;
}
export type CityAnswerTo<T extends CityQuestionType = CityQuestionType> = CityAnswers[T];

/** Files to be saved; over HTTP alone. */
export const cityFile = z.strictObject({
  type: z.literal('circular'),
  circular: circularId,
  form: z.enum(['docx', 'xlsx']),
  language: z.enum(['zh', 'en']),
});
export type CityFile = z.infer<typeof cityFile>;

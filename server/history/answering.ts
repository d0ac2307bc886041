import { settingsEffects } from '../../shared/branch/effects.ts';
import { businessDateAt } from '../../shared/calendar.ts';
import type { StaffId } from '../../shared/ids.ts';
import type { Lobby } from '../../shared/lobby.ts';
import { counterStory } from '../../shared/questions/counterDay.ts';
import { dayChart } from '../../shared/questions/dayChart.ts';
import type { Health } from '../../shared/questions/health.ts';
import type { Answers, QuestionOf, QuestionType } from '../../shared/questions/questions.ts';
import { settingsNow } from '../../shared/questions/settingsNow.ts';
import { type Reach, setUpStart } from '../../shared/questions/setUpStart.ts';
import { ticketNumbered, ticketStory } from '../../shared/questions/ticketStory.ts';
import { accept, type Refusal, type Result, refuse } from '../../shared/result.ts';
import type { HubRefusal } from '../../shared/wire.ts';
import { refusalSentence } from '../../shared/words/refusals.ts';
import type { DayRows } from '../reports/dayRows.ts';
import { reportFor } from '../reports/reporting.ts';
import { samples } from '../samples/samples.ts';
import type { Customs } from './customs.ts';
import { meetingMonth } from './meetings.ts';
import type { Past } from './past.ts';
import { staffingNext } from './staffing.ts';
import type { Weeks } from './weeks.ts';

/** What an answer may be made from. */
export interface Archive {
  readonly past: Past;
  readonly customs: Customs;
  readonly weeks: Weeks;
  readonly health: () => Promise<Health>;
  /** What closed days have left behind. */
  readonly rows: DayRows;
  /** The present. */
  readonly lobby: () => Lobby;
  /** Hub time now. */
  readonly at: () => number;
  /** Names kept beside the ledger, because they can be erased. */
  readonly people: () => ReadonlyMap<StaffId, string>;
  /** Where other devices find this hub. */
  readonly reach: () => Reach;
}

export type Answered<T> = Promise<Result<T, Refusal<HubRefusal>>>;

type Answering = {
  readonly [T in QuestionType]: (question: QuestionOf<T>, archive: Archive) => Answered<Answers[T]>;
};

/** Who answers what: one line a question, the work in the room that owns it. */
export const answering: Answering = {
  async 'ticket.story'({ date, number }, { past, people }) {
    const day = await past.dayAt(date);
    if (!day.ok) return day;
    const ticket = ticketNumbered(day.value, number);
    if (!ticket) return refuse('history.noTicket', { date, number });
    return accept(ticketStory(day.value, ticket, people()));
  },
  async 'counter.day'({ date, counter }, { past, people, at }) {
    const day = await past.dayAt(date);
    return day.ok ? accept(counterStory(day.value, counter, people(), at())) : day;
  },
  async 'day.chart'({ date }, { past }) {
    const day = await past.dayAt(date);
    return day.ok ? accept(dayChart(day.value)) : day;
  },
  'usual.today': async (_, { customs, lobby }) => accept(await customs.usualOn(today(lobby()))),
  'weeks.heat': async (_, { weeks, lobby }) => accept(await weeks.before(today(lobby()))),
  'machines.health': async (_, { health }) => accept(await health()),
  async 'settings.now'(_, { lobby, people }) {
    const { visit, branch } = lobby();
    return accept(settingsNow(visit.settings, branch, people()));
  },
  'setUp.start': async (_, { lobby, reach }) => accept(setUpStart(lobby(), samples, reach())),
  async 'settings.effects'({ from, to }, { lobby, at }) {
    const { refusal, effects } = settingsEffects(lobby(), { from, to }, at());
    return accept({ effects, says: refusal && refusalSentence(refusal.code, refusal.details) });
  },

  report: async ({ period }, { rows, lobby }) => accept(await reportFor(period, lobby(), rows)),
  'meetings.month': async ({ month }, archive) => accept(await meetingMonth(month, archive)),
  'staffing.next': async (_, archive) => accept(await staffingNext(archive)),
};

/** The business day that is open, or was last. */
const today = ({ visit }: Lobby) =>
  visit.day?.date ?? businessDateAt(visit.settings, visit.lastAt + visit.offset);

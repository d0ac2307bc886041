import type { StaffId } from '../../shared/ids.ts';
import type { Lobby } from '../../shared/lobby.ts';
import type { Answers, QuestionOf, QuestionType } from '../../shared/questions/questions.ts';
import { ticketNumbered, ticketStory } from '../../shared/questions/ticketStory.ts';
import { accept, type Refusal, type Result, refuse } from '../../shared/result.ts';
import type { HubRefusal } from '../../shared/wire.ts';
import { meetingMonth } from './meetings.ts';
import type { Past } from './past.ts';

/** What an answer may be made from. */
export interface Archive {
  readonly past: Past;
  /** The present. */
  readonly lobby: () => Lobby;
  /** Hub time now. */
  readonly at: () => number;
  /** Names kept beside the ledger, because they can be erased. */
  readonly people: () => ReadonlyMap<StaffId, string>;
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
  'meetings.month': async ({ month }, archive) => accept(await meetingMonth(month, archive)),
};

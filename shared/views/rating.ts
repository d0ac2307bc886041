import type { CounterId, StaffId, TicketId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { Text } from '../settings.ts';
import {
  type Counter,
  type CounterSituation,
  counterOf,
  ticketOf,
  type Visit,
} from '../visit/state.ts';
import { lastLeg, type RatingLevel } from '../visit/ticket.ts';
import { type Branch, branchPart } from './parts.ts';

/** The rating terminal 评价器 at one counter. */
export interface RatingView {
  readonly branch: Branch;
  readonly counter: CounterId;
  readonly name: Text | null;
  /** Asleep unless it is open: nobody serves there now. */
  readonly situation: CounterSituation['is'];
  readonly teller: StaffId | null;
  readonly pledge: Text;
  readonly prompt: RatingPrompt | null;
  readonly ignoreTouchesMs: number;
}

export interface RatingPrompt {
  readonly ticket: TicketId;
  readonly number: string;
  readonly offer: string;
  readonly offeredAt: number;
  readonly until: number;
  /** What was given, while it can still be changed or explained. */
  readonly given: {
    readonly level: RatingLevel;
    readonly changeUntil: number;
    readonly explainUntil: number;
    readonly explained: boolean;
  } | null;
}

export function ratingView({ visit }: Lobby, id: CounterId): RatingView {
  const counter = counterOf(visit, id);
  return {
    ...{ branch: branchPart(visit), counter: id },
    name: visit.settings.counters.find((k) => k.id === id)?.name ?? null,
    situation: counter.situation.is,
    teller: counter.teller,
    pledge: visit.settings.texts.pledge,
    prompt: promptPart(visit, counter),
    ignoreTouchesMs: visit.settings.rating.ignoreTouchesMs,
  };
}

/** Shown until it is answered or over; the next call takes it away. */
function promptPart(visit: Visit, counter: Counter): RatingPrompt | null {
  const ticket = counter.prompt ? ticketOf(visit, counter.prompt) : undefined;
  const prompt = ticket && lastLeg(ticket)?.prompt;
  if (!prompt || counter.present) return null;
  if (prompt.is !== 'open' && prompt.is !== 'given') return null;
  const { offer, offeredAt, until } = prompt;
  const { changeWithin, window } = visit.settings.rating;
  return {
    ...{ ticket: ticket.id, number: ticket.number, offer, offeredAt, until },
    given:
      prompt.is === 'given'
        ? {
            level: prompt.level,
            changeUntil: prompt.givenAt + changeWithin * 1000,
            explainUntil: prompt.givenAt + window * 1000,
            explained: prompt.reasons.length > 0,
          }
        : null,
  };
}

import type { CounterId, ServiceId, StaffId, TicketId } from '../ids.ts';
import type { CustomerClass } from '../settings.ts';

export type TicketClass = CustomerClass | 'unrecorded';
export type RatingLevel = 'verySatisfied' | 'satisfied' | 'fair' | 'dissatisfied';
export type ComplaintTag = 'wait' | 'attitude' | 'skill' | 'procedure' | 'environment' | 'other';
export type CareReason = 'elderly' | 'disabled' | 'pregnant' | 'soldier' | 'other';
export type WalkInReason = 'quickQuestion' | 'returning' | 'emergency' | 'machineDown' | 'other';

/** What became of asking for a rating after one service; silence is a situation too. */
export type Prompt =
  | { readonly is: 'notOfferable'; readonly why: 'noTerminal' | 'transferred' | 'forgotten' }
  | Offered<{ readonly is: 'open' }>
  | Offered<{
      readonly is: 'given';
      readonly level: RatingLevel;
      readonly givenAt: number;
      /** From prompt to touch, milliseconds. */
      readonly took: number;
      readonly reasons: readonly ComplaintTag[];
      readonly changed: boolean;
      readonly late: boolean;
    }>
  | Offered<{ readonly is: 'declined' }>
  | Offered<{
      readonly is: 'expired';
      readonly why: 'window' | 'nextCall' | 'dayClosed';
      /** A call can end it before its window does. */
      readonly at: number;
    }>;

type Offered<T> = T & {
  /** Proves that a terminal was shown this prompt. */
  readonly offer: string;
  readonly offeredAt: number;
  /** The window's end; "more time" moves it. */
  readonly until: number;
};

/** One stay at a counter. A ticket that is transferred or interrupted has several. */
export interface Leg {
  readonly counter: CounterId | null;
  readonly teller: StaffId | null;
  readonly service: ServiceId;
  /** Waiting for this leg began: first issue, or the end of the leg before. */
  readonly from: number;
  readonly calledAt: number;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly how: LegEnd | null;
  readonly invited: boolean;
  readonly prompt: Prompt | null;
}
/** `unknown`: a recorded log knows no more. Only the first three are services done. */
export type LegEnd = 'done' | 'transferred' | 'forgotten' | 'interrupted' | 'noshow' | 'unknown';

/** Where a customer's visit stands. */
export type Situation =
  | { readonly is: 'waiting'; readonly back: Back | null }
  | {
      readonly is: 'called';
      readonly counter: CounterId;
      readonly at: number;
      readonly lastAt: number;
      readonly times: number;
      /** Its row of the day's calls. */
      readonly row: number;
    }
  | { readonly is: 'serving'; readonly counter: CounterId | null }
  | { readonly is: 'held'; readonly at: number; readonly back: Back | null }
  | { readonly is: 'missed'; readonly at: number; readonly call: number }
  /** `meanwhile`: by voice, while the hub was gone; nobody knows when. */
  | { readonly is: 'done'; readonly at: number; readonly meanwhile?: true }
  | { readonly is: 'abandoned'; readonly at: number; readonly why: AbandonReason }
  | { readonly is: 'replaced'; readonly by: TicketId };

/** `left` and `unknown` occur in recorded logs: seen leaving, or never seen called. */
export type AbandonReason = 'gaveUp' | 'dayClosed' | 'left' | 'unknown';

/** A missed one that came back: served next, or put behind some calls (`after` = calls so far). */
export type Back = { readonly is: 'next' } | { readonly is: 'behind'; readonly after: number };

/** `lent`: given out by a kiosk without the hub, and handed in afterwards. */
export type IssuedBy = 'kiosk' | 'hand' | 'walkIn' | 'observed' | 'lent';

export interface Ticket {
  readonly id: TicketId;
  readonly number: string;
  readonly service: ServiceId;
  readonly class: TicketClass;
  readonly by: IssuedBy;
  readonly reason: CareReason | WalkInReason | null;
  /** When this paper was issued. */
  readonly issuedAt: number;
  /** When the customer first took a number: kept by the ticket that replaces a lost turn. */
  readonly firstAt: number;
  /** The present waiting began here. */
  readonly since: number;
  readonly replaces: TicketId | null;
  readonly test: boolean;
  /** Recorded logs only: whether this one had to queue at all. */
  readonly queued: boolean;
  readonly putBack: boolean;
  /** Rows of the calls that passed it over; one that was taken back counts no more. */
  readonly passedBy: readonly number[];
  readonly legs: readonly Leg[];
  readonly situation: Situation;
  /** What the customer said on the phone: beside the terminal's ratings, never among them. */
  readonly phone?: PhoneRating;
}

export interface PhoneRating {
  readonly at: number;
  readonly level: RatingLevel;
  readonly reasons: readonly ComplaintTag[];
}

/** Milliseconds waited so far over finished waits: service start − first issue, legs summed. */
export const waitedIn = (legs: readonly Leg[]) =>
  legs.reduce((sum, leg) => sum + (leg.startedAt - leg.from), 0);

/** Milliseconds waited up to `at`, for one that waits (held and called count as waiting). */
export const waitedAt = (ticket: Ticket, at: number) => waitedIn(ticket.legs) + at - ticket.since;

export const lastLeg = (ticket: Ticket): Leg | undefined => ticket.legs[ticket.legs.length - 1];

/** Replaces the last leg: the only one that ever changes. */
export function withLastLeg(ticket: Ticket, change: Partial<Leg>): Ticket {
  const last = lastLeg(ticket);
  if (!last) return ticket;
  const leg = { ...last, ...change };
  return { ...ticket, legs: ticket.legs.length === 1 ? [leg] : [...ticket.legs.slice(0, -1), leg] };
}

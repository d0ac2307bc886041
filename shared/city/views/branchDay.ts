import type { BusinessDate, TicketId } from '../../ids.ts';
import type { TicketStory } from '../../questions/ticketStory.ts';
import type { TicketClass } from '../../visit/ticket.ts';

/** A branch's day, ticket by ticket, the longest wait first. */
export interface BranchDay {
  readonly date: BusinessDate;
  readonly timeZone: string;
  readonly offset: number;
  readonly tickets: readonly TicketRow[];
}

export interface TicketRow {
  readonly ticket: TicketId;
  readonly number: string;
  readonly class: TicketClass;
  /** Hub time it was first issued, ms. */
  readonly at: number;
  /** Seconds; null where it was never served. */
  readonly wait: number | null;
  readonly is: TicketStory['situation'];
}

export interface BranchTicket {
  readonly story: TicketStory;
  readonly timeZone: string;
}

import type { CounterId, ServiceId, TicketId } from '../ids.ts';
import type { CustomerClass } from '../settings.ts';

/** What can be said of a wait, seconds: with the range from the 20th to the 80th percentile. */
export interface Wait {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}

/** Where a customer stands, or would stand. */
export interface Expectation {
  readonly ahead: number;
  /** null: nothing that could be believed. */
  readonly wait: Wait | null;
}

/** What an ordinary customer who comes now would wait, seconds, and with one counter more. */
export interface Expected {
  readonly service: ServiceId;
  readonly wait: number;
  readonly opened: { readonly counter: CounterId; readonly wait: number } | null;
}

/**
 * What is foreseen at this moment. It stands beside the lobby: it is no fact, takes a while to be
 * worked out, and comes back from the ledger. Null: nothing that could be believed.
 */
export interface Foreseen {
  /** Whoever would take a number now. */
  waitFor(service: ServiceId, cls: CustomerClass): Wait | null;
  /** One who waits already: how long it may still take. */
  waitOf(ticket: TicketId): Wait | null;
  /** How long a service lasts here, seconds, from start to end. */
  usual(service: ServiceId): number;
  /** Services of which something can be said. */
  expected(): readonly Expected[];
}

export const nothingForeseen: Foreseen = {
  waitFor: () => null,
  waitOf: () => null,
  usual: () => 300,
  expected: () => [],
};

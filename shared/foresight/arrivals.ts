import type { TicketClass } from '../visit/ticket.ts';

/** How many come, by class: arrivals a second at `at`, the last quarter of an hour counting most. */
export type Arrivals = Readonly<
  Partial<Record<TicketClass, { readonly rate: number; readonly at: number }>>
>;

/** Seconds over which what was seen fades: ours. */
const MEMORY = 900;

export function withArrival(all: Arrivals, cls: TicketClass, at: number): Arrivals {
  return { ...all, [cls]: { rate: arrivalRate(all, cls, at) + 1 / MEMORY, at } };
}

export function arrivalRate(all: Arrivals, cls: TicketClass, at: number): number {
  const known = all[cls];
  return known ? known.rate * Math.exp((known.at - at) / 1000 / MEMORY) : 0;
}

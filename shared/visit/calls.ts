import { type Call, canServe, counterSetting, type Visit } from './state.ts';
import { rowAt, withRow } from './table.ts';
import type { Ticket } from './ticket.ts';

/**
 * The day's calls, in order. What a call means for the others (who was passed over, who came back
 * in time) is counted over them, so that a call taken back counts for nobody.
 */

/** The row that the next call will have. */
export const nextRow = (visit: Visit) => visit.calls.size + 1;

export function withCallChanged(visit: Visit, row: number, change: Partial<Call>): Visit {
  const call = rowAt(visit.calls, row);
  if (!call) throw new Error(`call ${row} of the day is not there`);
  return { ...visit, calls: withRow(visit.calls, row, { ...call, ...change }) };
}

/** How often a ticket was passed over so far. */
export const passedOver = (visit: Visit, ticket: Ticket): number =>
  ticket.passedBy.filter((row) => rowAt(visit.calls, row)?.undone === false).length;

/**
 * Calls of others, after row `after` of the day's calls, at counters that could serve the ticket.
 * Stops counting at `most`, so that its cost does not grow with the day.
 */
export function callsSince(visit: Visit, ticket: Ticket, after: number, most: number): number {
  let n = 0;
  for (let row = after + 1; row <= visit.calls.size && n < most; row++) {
    const call = rowAt(visit.calls, row);
    if (!call || call.undone || call.ticket === ticket.id) continue;
    if (canServe(counterSetting(visit, call.counter), ticket)) n++;
  }
  return n;
}

/**
 * Calls whose customer was said to be missing at `from` or later, come back or not. Asked every second
 * of a day, so it makes nothing but its answer.
 */
export function missedSince({ calls }: Visit, from: number): Call[] {
  const missed: Call[] = [];
  for (const leaf of calls.leaves)
    for (const call of leaf) if (call.missedAt !== null && call.missedAt >= from) missed.push(call);
  return missed;
}

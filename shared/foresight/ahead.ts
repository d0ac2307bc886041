import { ordinalOf } from '../ids.ts';
import { byIssue, waiting } from '../visit/queue.ts';
import type { Visit } from '../visit/state.ts';
import type { Ticket } from '../visit/ticket.ts';
import { type Expectation, expectedWait } from './expected.ts';
import type { Pace } from './pace.ts';

/** Who is before a customer that waits already, and how long it may still take. */
export function expectedFor(visit: Visit, pace: Pace, ticket: Ticket): Expectation {
  const before = waiting(visit).filter((other) => goesBefore(other, ticket));
  const shorter = { ...visit, line: before.map((t) => ordinalOf(t.id)) };
  const cls = ticket.class === 'unrecorded' ? 'ordinary' : ticket.class;
  return expectedWait(shorter, pace, { service: ticket.service, class: cls, queued: true });
}

/** As the rule has it: back in time, then `care`, then by issue; what premium overtakes is not foreseen. */
function goesBefore(other: Ticket, own: Ticket): boolean {
  if (other.id === own.id) return false;
  const rank = rankOf(other) - rankOf(own);
  return rank < 0 || (rank === 0 && byIssue(other, own) < 0);
}

function rankOf({ situation, class: cls }: Ticket): number {
  const back = situation.is === 'waiting' ? situation.back?.is : null;
  if (back === 'next') return 0;
  return cls === 'care' ? 1 : 2;
}

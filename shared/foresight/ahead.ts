import type { ServiceId } from '../ids.ts';
import type { CustomerClass } from '../settings.ts';
import { byIssue, waiting } from '../visit/queue.ts';
import { standing } from '../visit/standing.ts';
import { canServe, type Visit } from '../visit/state.ts';
import { type Ticket, waitedAt } from '../visit/ticket.ts';

/** People to be served before whoever would take a number now, as the line stands. */
export function aheadOfNewcomer(visit: Visit, service: ServiceId, cls: CustomerClass): number {
  const before = waiting(visit).filter((t) => cls !== 'care' || rankOf(t) < 2);
  return before.filter(sharesCounter(visit, { service, class: cls })).length;
}

/** People to be served before one who waits already. */
export function aheadOf(visit: Visit, ticket: Ticket, at: number): number {
  const before = waiting(visit).filter((t) => goesBefore(visit, t, ticket, at));
  return before.filter(sharesCounter(visit, ticket)).length;
}

/** Open counters count; while none is open for it, those that could be opened. */
function sharesCounter(visit: Visit, own: Pick<Ticket, 'service' | 'class'>) {
  const all = visit.settings.counters.filter((k) => canServe(k, own));
  const open = all.filter((k) => visit.counters[k.id]?.situation.is === 'open');
  const mine = open.length > 0 ? open : all;
  return (other: Ticket) => mine.some((k) => canServe(k, other));
}

/** As the rule has it at this moment: who came back in time, `care`, then by the used share of the line. */
function goesBefore(visit: Visit, other: Ticket, own: Ticket, at: number): boolean {
  if (other.id === own.id) return false;
  const rank = rankOf(other) - rankOf(own);
  if (rank !== 0) return rank < 0;
  const isSooner = byIssue(other, own) < 0;
  if (rankOf(own) < 2) return isSooner;
  const ahead = standingOf(visit, other, at) - standingOf(visit, own, at);
  return ahead > 0 || (ahead === 0 && isSooner);
}

const standingOf = ({ settings }: Visit, ticket: Ticket, at: number) =>
  standing(settings, ticket.class, waitedAt(ticket, at) / 1000);

function rankOf({ situation, class: cls }: Ticket): number {
  const back = situation.is === 'waiting' ? situation.back?.is : null;
  if (back === 'next') return 0;
  return cls === 'care' ? 1 : 2;
}

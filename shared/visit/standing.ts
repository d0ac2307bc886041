import { lineOf, type Settings } from '../settings.ts';
import type { TicketClass } from './ticket.ts';

/** Without numbers of the branch's own: ours. */
const RESCUE = { within: 60, late: 3 };

/** Each rank lies above all shares of the ranks below it. */
const RANK = 1e6;

/**
 * How far forward in the line somebody stands who has waited `seconds`: the greater goes first. By
 * `share` it is the used share of the class's orange line, above 1 it is over. By `rescue` whoever
 * will pass the line soon goes before all who have passed it already, unless they are very late: it
 * keeps more people within their line, and those already late pay for it.
 */
export function standing(settings: Settings, cls: TicketClass, seconds: number): number {
  const { orange } = lineOf(settings, cls);
  const share = seconds / orange;
  if (settings.rules.nextRule !== 'rescue') return share;
  const { within, late } = settings.rules.rescue ?? RESCUE;
  if (share >= late) return 2 * RANK + share;
  // Of several, the one with the least time left.
  if (seconds < orange && seconds + within >= orange) return RANK - (orange - seconds);
  return share;
}

import type { SendingId } from '../../ids.ts';
import type { SentRenew } from './commands.ts';
import type { SentFact } from './facts.ts';
import { roadOf, type SentRoom, sendingOf } from './state.ts';

/**
 * A new epoch's ledger is empty: it is sent the rules again, and the work orders that were open in the
 * former one, and goes on with what that one had not entered yet. What else it had entered still counts
 * where it stands, and is not sent twice; what was withdrawn is not sent at all.
 */
export function renewed(
  room: SentRoom,
  { branch, epoch, entered, open }: SentRenew,
  at: number,
): readonly SentFact[] {
  const road = roadOf(room, branch);
  if (road.epoch !== null && road.epoch >= epoch) return [];
  const rules = Object.entries(road.rules)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { id }]) => id);
  const ids = new Set<SendingId>(rules);
  for (const id of [...open, ...road.ids.slice(entered)]) if (stands(room, id, ids)) ids.add(id);
  return [{ type: 'sent.renewed', at, branch, epoch, ids: [...ids] }];
}

function stands(room: SentRoom, id: SendingId, known: ReadonlySet<SendingId>): boolean {
  const sent = sendingOf(room, id);
  if (!sent || sent.withdrawn) return false;
  return sent.body.kind === 'withdrawal' ? known.has(sent.body.of) : sent.body.kind !== 'rules';
}

import type { SentBodyOf } from '../../down/item.ts';
import type { BranchId } from '../../ids.ts';
import { type Out, outTo } from './out.ts';
import { REPEATS } from './repeats.ts';
import { roadOf, type SentRoom, sendingOf } from './state.ts';

const DAY = 86_400_000;

type Notice = SentBodyOf<'notice'>;

/** The same notice, as a warning to those branches that were told of the problem often enough. */
export function escalated(
  room: SentRoom,
  body: Notice,
  to: readonly BranchId[],
  at: number,
): readonly Out[] {
  if (body.is === 'warning' || !body.tag) return [outTo(body, to)];
  const byTimes = new Map<number, BranchId[]>();
  for (const branch of to) {
    const before = told(room, branch, body.tag, at - REPEATS.days * DAY);
    const times = before >= REPEATS.times ? before + 1 : 0;
    byTimes.set(times, [...(byTimes.get(times) ?? []), branch]);
  }
  return [...byTimes].map(([times, branches]) => {
    if (times === 0) return outTo(body, branches);
    const warning: Notice = { ...body, is: 'warning', escalated: { from: body.is, times } };
    return outTo(warning, branches);
  });
}

function told(room: SentRoom, branch: BranchId, tag: string, since: number): number {
  const { ids } = roadOf(room, branch);
  let n = 0;
  for (let i = ids.length - 1; i >= 0; i--) {
    const id = ids[i];
    const sent = id && sendingOf(room, id);
    if (!sent) continue;
    if (sent.at < since) break;
    if (!sent.withdrawn && sent.body.kind === 'notice' && sent.body.tag === tag) n++;
  }
  return n;
}

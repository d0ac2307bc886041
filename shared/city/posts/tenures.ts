import { addDays, dayBefore } from '../../calendar.ts';
import type { BusinessDate } from '../../ids.ts';
import type { NodeId, PersonId } from '../ids.ts';
import { type Post, type Posts, postKey } from './state.ts';

/** 任职: somebody's stretch of days in a post, or the days it was vacant. */
export interface Tenure {
  readonly person: PersonId | null;
  readonly from: BusinessDate;
  /** The last day. */
  readonly to: BusinessDate;
  readonly days: number;
}

/**
 * Who held a post between two dates, both counted, in order and without a gap: a change in mid-month
 * gives two stretches, and what nobody was named for is one without a person.
 */
export function tenuresIn(
  posts: Posts,
  node: NodeId,
  post: Post,
  { from, to }: { from: BusinessDate; to: BusinessDate },
): Tenure[] {
  const held = posts[postKey(node, post)] ?? [];
  const before = held.findLast((one) => one.from <= from)?.is ?? null;
  const steps = [{ from, is: before }, ...held.filter((one) => one.from > from && one.from <= to)];
  const merged = steps.filter((one, i) => i === 0 || one.is !== steps[i - 1]?.is);
  return merged.map(({ from: start, is }, i) => {
    const next = merged[i + 1];
    const end = next ? dayBefore(next.from) : to;
    return { person: is, from: start, to: end, days: daysBetween(start, end) };
  });
}

/** Both counted. */
export function daysBetween(from: BusinessDate, to: BusinessDate): number {
  return Math.round((Date.parse(addDays(to, 1)) - Date.parse(from)) / 86_400_000);
}

import { type Die, memoryless } from './chance.ts';

/**
 * How soon a counter that is free and has people waiting calls the next one: returns, and seconds
 * without one, by how long it has been free.
 */
export type Returning = readonly { readonly returns: number; readonly seconds: number }[];

/** Where each stretch of being free ends, seconds. */
const UNTIL = [5, 15, 30, 60, 120, 300, 600, 1200, 3600];

/** Before anything was seen: back within a minute on average. Ours. */
export const unknownReturning: Returning = UNTIL.map(() => ({ returns: 1, seconds: 60 }));

/** A counter that was free for so many seconds has called. */
export function withReturn(known: Returning, free: number): Returning {
  return known.map(({ returns, seconds }, i) => {
    const from = UNTIL[i - 1] ?? 0;
    const until = UNTIL[i] ?? 0;
    const spent = Math.max(0, Math.min(free, until) - from);
    return { returns: returns + (free >= from && free < until ? 1 : 0), seconds: seconds + spent };
  });
}

/** Seconds until a counter that has been free for `free` may call; infinite: not to be expected. */
export function drawnReturn(known: Returning, free: number, roll: Die): number {
  let patience = memoryless(1, roll);
  for (const [i, { returns, seconds }] of known.entries()) {
    const until = UNTIL[i] ?? 0;
    if (free >= until) continue;
    const from = Math.max(free, UNTIL[i - 1] ?? 0);
    const rate = returns / seconds;
    if (patience <= (until - from) * rate) return from + patience / rate - free;
    patience -= (until - from) * rate;
  }
  return Number.POSITIVE_INFINITY;
}

/** So many returns say how long a counter takes between two people: ours. */
const ENOUGH = 10;

/** Seconds between two people: nobody calls the next one in the instant the last one gets up. */
export function drawnPause(known: Returning, roll: Die): number {
  const seen = known.reduce((sum, { returns }) => sum + returns, -known.length);
  return seen < ENOUGH ? 0 : drawnReturn(known, 0, roll);
}

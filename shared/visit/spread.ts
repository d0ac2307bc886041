/** How a set of durations lies, in seconds. Without any, there is nothing to say: null. */
export interface Spread {
  readonly n: number;
  readonly mean: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly max: number | null;
}

/** `durations` in milliseconds; the answer in seconds. */
export function spreadOf(durations: readonly number[]): Spread {
  const sorted = Float64Array.from(durations, (ms) => ms / 1000).sort();
  const n = sorted.length;
  if (n === 0) return { n, mean: null, p50: null, p90: null, max: null };
  const mean = sorted.reduce((sum, s) => sum + s, 0) / n;
  const at = (p: number) => percentile(sorted, p);
  return { n, mean, p50: at(0.5), p90: at(0.9), max: at(1) };
}

/** Linear interpolation between closest ranks, over sorted values (Hyndman & Fan, type 7). */
export function percentile(sorted: ArrayLike<number>, p: number): number {
  const rank = (sorted.length - 1) * p;
  const low = sorted[Math.floor(rank)] ?? 0;
  const high = sorted[Math.ceil(rank)] ?? low;
  return low + (high - low) * (rank - Math.floor(rank));
}

/** The share of durations (milliseconds) above a number of seconds. */
export function shareOver(durations: readonly number[], seconds: number): number | null {
  if (durations.length === 0) return null;
  return durations.filter((ms) => ms > seconds * 1000).length / durations.length;
}

/** A share, or null where there is nothing to have a share of. */
export const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/** Upper ends of the wait buckets 等候时段, minutes; the last bucket has none. */
export const BUCKETS = [3, 5, 10, 15, 20, 30] as const;

/** How many durations fall into each bucket: ≤3, ≤5, ≤10, ≤15, ≤20, ≤30, >30 minutes. */
export function bucketed(durations: readonly number[]): number[] {
  const counts = new Array<number>(BUCKETS.length + 1).fill(0);
  for (const ms of durations) {
    const at = BUCKETS.findIndex((minutes) => ms <= minutes * 60_000);
    const bucket = at < 0 ? BUCKETS.length : at;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

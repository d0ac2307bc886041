import type { ServiceId } from '../ids.ts';
import { type Die, memoryless } from './chance.ts';

/** How long a counter was taken by one customer, seconds, the latest of each service. */
export type Durations = Readonly<Record<ServiceId, readonly number[]>>;

const KEPT = 300;
/** Fewer say nothing of their spread yet: ours. */
const ENOUGH = 10;

export function withDuration(all: Durations, service: ServiceId, seconds: number): Durations {
  const known = all[service] ?? [];
  return { ...all, [service]: [...known.slice(1 - KEPT), seconds] };
}

/**
 * One possible duration of a service that has lasted `elapsed` seconds already, drawn from those of
 * before; from an exponential one with mean `usual` where too few are known.
 */
export function drawn(
  known: readonly number[] | undefined,
  { elapsed, usual }: { readonly elapsed: number; readonly usual: number },
  roll: Die,
): number {
  if (known && known.length >= ENOUGH)
    for (let tries = 0; tries < 12; tries++) {
      const seconds = known[Math.floor(roll() * known.length)] ?? 0;
      if (seconds > elapsed || elapsed === 0) return seconds;
    }
  return elapsed + memoryless(1 / usual, roll);
}

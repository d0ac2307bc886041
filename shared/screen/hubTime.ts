import type { Beat } from '../wire.ts';

/** Corrections up to this much hub time are waited out, so that no running time steps back. */
const HELD = 2000;

/**
 * Hub time between two beats: the last beat carried on by the browser's monotonic clock, at the
 * hub's pace. Whole milliseconds; 0 until the hub was heard.
 */
export function hubClock(monotonic: () => number = () => performance.now()) {
  let at = 0;
  let pace = 1;
  let heard = monotonic();
  let shown = 0;
  return {
    hear(beat: Pick<Beat, 'at' | 'pace'>): void {
      ({ at, pace } = beat);
      heard = monotonic();
    },
    now(): number {
      const now = at === 0 ? 0 : Math.floor(at + (monotonic() - heard) * pace);
      const behind = shown - now;
      if (behind <= 0 || behind > HELD * Math.max(1, pace)) shown = now;
      return shown;
    },
  };
}

import type { Clock } from '../../server/clock.ts';

export interface HandClock extends Clock {
  /** Turns the clock on; timers that fall due run in order. */
  turn(ms: number): void;
  /** Moves only the wall clock, as somebody at the machine would. */
  stepWall(ms: number): void;
}

/** A clock that only the test turns. Frames run on real time, for they are the screens' business. */
export function handClock(start: number): HandClock {
  let at = start;
  let step = 0;
  const timers = new Set<{ due: number; run: () => void }>();
  return {
    now: () => ({ at, wall: at + step }),
    pace: () => 1,
    after(ms, run) {
      const timer = { due: at + ms, run };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    frame(ms, run) {
      const timer = setTimeout(run, Math.min(ms, 50));
      return () => clearTimeout(timer);
    },
    turn(ms) {
      at += ms;
      const due = [...timers].filter((t) => t.due <= at).sort((a, b) => a.due - b.due);
      for (const timer of due) {
        timers.delete(timer);
        timer.run();
      }
    },
    stepWall(ms) {
      step += ms;
    },
  };
}

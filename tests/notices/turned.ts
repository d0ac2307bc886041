import type { Clock } from '../../server/clock.ts';

export interface Turned extends Clock {
  /** Lets so many milliseconds pass, timer by timer; what they start on the network is waited for. */
  passes(ms: number): Promise<void>;
}

/** A clock whose frames, too, only the test turns. `settled`: what a timer began is over. */
export function turned(start: number, settled: () => Promise<void>): Turned {
  let at = start;
  const timers = new Set<{ due: number; run: () => void }>();
  const frame: Clock['frame'] = (ms, run) => {
    const timer = { due: at + ms, run };
    timers.add(timer);
    return () => timers.delete(timer);
  };
  return {
    now: () => ({ at, wall: at }),
    pace: () => 1,
    after: frame,
    frame,
    async passes(ms) {
      const until = at + ms;
      for (;;) {
        const [next] = [...timers].filter((t) => t.due <= until).sort((a, b) => a.due - b.due);
        if (!next) break;
        at = Math.max(at, next.due);
        timers.delete(next);
        next.run();
        await settled();
      }
      at = until;
      await settled();
    },
  };
}

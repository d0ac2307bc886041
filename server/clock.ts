/**
 * The only clock and the only timers. `at` is hub time: it labels with the wall's time once, at the
 * start, and then runs on the monotonic clock, so no step of the wall clock changes a duration.
 */
export interface Clock {
  now(): Moment;
  /** Runs once after so many milliseconds of hub time; returns its own undo. */
  after(ms: number, run: () => void): () => void;
  /** Runs once after so many real milliseconds: for frames and retries, whatever the pace. */
  frame(ms: number, run: () => void): () => void;
  /** Hub milliseconds per real millisecond: 1, except where a day is played faster. */
  pace(): number;
}

/** 0: still in this turn of the loop; a timer would sleep for a millisecond first. */
const frame: Clock['frame'] = (ms, run) => {
  if (ms === 0) {
    const soon = setImmediate(run);
    return () => clearImmediate(soon);
  }
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

export interface Moment {
  /** Hub time, milliseconds since the epoch; never runs backwards. */
  readonly at: number;
  /** What the wall clock says; only a label. */
  readonly wall: number;
}

/** A wall clock that steps by more milliseconds than this leaves a fact. */
export const STEP = 2000;

/** Wall time − hub time, milliseconds. */
export function offsetOf(clock: Clock): number {
  const { at, wall } = clock.now();
  return wall - at;
}

/** `notBefore`: hub time never runs behind the last entry of the ledger. */
export function systemClock(notBefore: number): Clock {
  const start = Math.max(Date.now(), notBefore);
  const zero = performance.now();
  return {
    now: () => ({ at: start + Math.round(performance.now() - zero), wall: Date.now() }),
    after: frame,
    frame,
    pace: () => 1,
  };
}

export interface TurnedClock extends Clock {
  /** 0 stops the time. */
  setPace(pace: number): void;
  /** Goes there at once; timers that fall due on the way run on arrival. */
  skipTo(at: number): void;
}

/** A clock that plays a day faster, slower, or stands still; its timers follow. */
export function turnedClock({ start, pace }: { start: number; pace: number }): TurnedClock {
  let speed = pace;
  let since = start;
  let zero = performance.now();
  let wake: NodeJS.Timeout | undefined;
  const pending = new Set<{ due: number; run: () => void }>();
  const at = () => since + (performance.now() - zero) * speed;

  const turnOn = (from: number) => {
    since = from;
    zero = performance.now();
  };
  const arm = () => {
    clearTimeout(wake);
    if (pending.size === 0 || speed === 0) return;
    const first = Math.min(...[...pending].map((p) => p.due));
    wake = setTimeout(ring, Math.max(0, (first - at()) / speed));
  };
  const ring = () => {
    const now = at();
    const due = [...pending].filter((p) => p.due <= now).sort((a, b) => a.due - b.due);
    for (const timer of due) pending.delete(timer);
    for (const timer of due) timer.run();
    arm();
  };

  return {
    now: () => ({ at: Math.round(at()), wall: Math.round(at()) }),
    after(ms, run) {
      const timer = { due: at() + ms, run };
      pending.add(timer);
      arm();
      return () => {
        pending.delete(timer);
        arm();
      };
    },
    frame,
    pace: () => speed,
    setPace(next) {
      turnOn(at());
      speed = next;
      arm();
    },
    skipTo(next) {
      turnOn(Math.max(next, at()));
      arm();
    },
  };
}

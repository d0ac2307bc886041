import type { Clock } from '../../server/clock.ts';

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/**
 * Time outside of any hub: it only runs forward, whatever somebody does to the wall clock. What falls
 * due runs in order of time; after each instant the hub is given until it has nothing left to do.
 */
export class World {
  /** Milliseconds since the epoch, as a good clock would show them. */
  now: number;
  /** What the machine's wall clock is wrong by. */
  wrong = 0;
  #due: Due[] = [];
  #during: Promise<void>[] = [];

  constructor(now: number) {
    this.now = now;
  }

  get wall(): number {
    return this.now + this.wrong;
  }

  at(when: number, run: () => void): () => void {
    const due = { at: Math.max(Math.round(when), this.now), run };
    let place = this.#due.length;
    while (place > 0 && (this.#due[place - 1]?.at ?? 0) > due.at) place--;
    this.#due.splice(place, 0, due);
    return () => {
      this.#due = this.#due.filter((one) => one !== due);
    };
  }

  after(ms: number, run: () => void): () => void {
    return this.at(this.now + ms, run);
  }

  /** Time stands still until this is done. */
  during(work: Promise<void>): void {
    this.#during.push(work);
  }

  /** Runs everything due until then; things due at one instant happen together. */
  async run(until: number): Promise<void> {
    await quiet();
    for (let next = this.#due[0]; next && next.at <= until; next = this.#due[0]) {
      this.now = next.at;
      for (let due = next; due && due.at <= this.now; due = this.#due[0] as Due) {
        this.#due.shift();
        due.run();
      }
      await this.#settled();
    }
    this.now = Math.max(this.now, until);
  }

  async #settled(): Promise<void> {
    await quiet();
    while (this.#during.length > 0) await this.#during.shift();
  }

  /** Lets time pass without its ticks: what falls due meanwhile runs once, late. */
  async leap(ms: number): Promise<void> {
    this.now += ms;
    for (const due of this.#due.splice(0, this.#due.findLastIndex((d) => d.at <= this.now) + 1))
      due.run();
    await quiet();
  }
}

/** Nothing here waits for anything real: once the promises have run, the hub waits for time. */
export const quiet = () => new Promise<void>((done) => setImmediate(done));

export interface LifeClock extends Clock {
  /** The process is gone, and its timers with it. */
  stop(): void;
}

/**
 * The clock of one hub process: its time is labelled by the wall once, then runs by itself.
 *
 * @param lag milliseconds a timer is late: a busy machine, and a simulated night that goes fast
 */
export function lifeClock(world: World, notBefore: number, lag: () => number): LifeClock {
  const label = Math.max(world.wall, notBefore) - world.now;
  const undos = new Set<() => void>();
  const set = (ms: number, run: () => void) => {
    const undo = world.after(ms, () => {
      undos.delete(undo);
      run();
    });
    undos.add(undo);
    return () => {
      undos.delete(undo);
      undo();
    };
  };
  return {
    now: () => ({ at: world.now + label, wall: world.wall }),
    after: (ms, run) => set(ms + lag(), run),
    frame: (ms, run) => set(ms + (ms > 0 ? lag() : 0), run),
    pace: () => 1,
    stop() {
      for (const undo of undos) undo();
      undos.clear();
    },
  };
}

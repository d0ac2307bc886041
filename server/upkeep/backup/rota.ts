import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Copier } from './copier.ts';
import { sayLeftOut, sayWhy } from './trouble.ts';

/** How the copies of a running hub stand. */
export interface Backups {
  state(): 'off' | 'fresh' | 'late';
  /** Seconds since the state of things was last copied whole, or at least since the start; null: off. */
  age(): number | null;
  start(): void;
  /** Copies a last time, unless the place does not answer. */
  stop(): Promise<void>;
}

export const noBackups: Backups = {
  state: () => 'off',
  age: () => null,
  start() {},
  async stop() {},
};

export interface RotaParts {
  readonly copier: Pick<Copier, 'copy' | 'release'>;
  /** For the sentences. */
  readonly folder: string;
  readonly clock: Clock;
  readonly say: (line: string) => void;
  readonly log: Log;
}

const MINUTE = 60_000;
/** Milliseconds after which a copy is late, and those an end waits for its last one. */
const LATE = 3 * MINUTE;
const PATIENCE = 10_000;

/** Minutes between two attempts at most: each may have to compare years. */
const RARELY = 15;

/**
 * Copies every minute, and never two at a time. What fails is said once, and tried again: after a
 * minute, then more and more rarely.
 */
export class Rota implements Backups {
  readonly #parts: RotaParts;
  readonly #since: number;
  /** When the last copy that succeeded began. */
  #good: number | null = null;
  #why: string | null = null;
  #failures = 0;
  #ended = false;
  #copying: Promise<void> | null = null;
  #notAgain = () => {};

  constructor(parts: RotaParts) {
    this.#parts = parts;
    this.#since = parts.clock.now().at;
  }

  state(): 'fresh' | 'late' {
    const { at } = this.#parts.clock.now();
    return this.#good !== null && at - this.#good <= LATE ? 'fresh' : 'late';
  }

  age(): number {
    return (this.#parts.clock.now().at - (this.#good ?? this.#since)) / 1000;
  }

  start(): void {
    void this.#copy().then(() => {
      if (this.#ended) return;
      const minutes = Math.min(Math.max(this.#failures, 1), RARELY);
      this.#notAgain = this.#parts.clock.after(minutes * MINUTE, () => this.start());
    });
  }

  async stop(): Promise<void> {
    this.#ended = true;
    this.#notAgain();
    const last = async () => {
      // One under way may have read before the last entry.
      await this.#copying;
      await this.#copy();
      await this.#parts.copier.release();
    };
    let wait = () => {};
    const tooLong = new Promise<void>((done) => {
      wait = this.#parts.clock.frame(PATIENCE, done);
    });
    await Promise.race([last(), tooLong]);
    wait();
  }

  #copy(): Promise<void> {
    this.#copying ??= this.#attempt().finally(() => {
      this.#copying = null;
    });
    return this.#copying;
  }

  async #attempt(): Promise<void> {
    const { copier, clock, folder } = this.#parts;
    const { at } = clock.now();
    try {
      const leftOut = await copier.copy();
      this.#good = at;
      this.#failures = 0;
      this.#tell(leftOut.length > 0 ? sayLeftOut(leftOut) : null);
    } catch (error) {
      this.#failures++;
      this.#tell(sayWhy(error, folder));
    }
  }

  /** The same trouble is told once. */
  #tell(why: string | null): void {
    const { say, log } = this.#parts;
    if (why === this.#why) return;
    say(why ?? 'The backup is up to date again.');
    log('backup.trouble', { why });
    this.#why = why;
  }
}

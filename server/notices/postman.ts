import type { Clock } from '../clock.ts';
import { type Letter, type Letters, nextFor } from './letters.ts';
import type { Robot } from './robots.ts';
import { send } from './send.ts';
import type { Verdict } from './service.ts';
import { serviceOf } from './services.ts';

export interface PostmanParts {
  readonly robot: Robot;
  readonly clock: Clock;
  readonly stopped: AbortSignal;
  readonly letters: () => Letters;
  /** Notes what came of one; resolves when that is kept. */
  readonly came: (letter: Letter, verdict: Verdict) => Promise<void>;
  readonly send?: typeof send;
}

/**
 * 17 a minute, evenly: any minute then has at most 18 of the 20 that are allowed, also across a
 * restart, for each start waits this long before its first.
 */
export const APART = Math.ceil(60_000 / 17);
/** A wall clock that was set back must not leave a letter lying for days. */
const LONGEST = 600_000;

/** Carries one robot's letters, one after the other, oldest first. */
export class Postman {
  readonly #parts: PostmanParts;
  #timer: (() => void) | null = null;
  #running: Promise<void> | null = null;
  /** Whether the time since the last one, or since the start, has passed. */
  #rested = false;

  constructor(parts: PostmanParts) {
    this.#parts = parts;
    this.#rest();
  }

  get robot(): Robot {
    return this.#parts.robot;
  }

  /** There may be something to carry. */
  wake(): void {
    const { clock, stopped } = this.#parts;
    if (this.#running || !this.#rested || stopped.aborted) return;
    const letter = nextFor(this.#parts.letters(), this.robot.id);
    if (!letter) return;
    this.#timer?.();
    this.#timer = null;
    const wait = this.#waitFor(letter);
    if (wait > 0) {
      this.#timer = clock.frame(wait, () => {
        this.#timer = null;
        this.wake();
      });
      return;
    }
    this.#running = this.#carry(letter).finally(() => {
      this.#running = null;
    });
  }

  async stop(): Promise<void> {
    this.#timer?.();
    this.#tired();
    await this.#running;
  }

  async #carry(letter: Letter): Promise<void> {
    const { clock, stopped, came } = this.#parts;
    this.#rest();
    const verdict = await (this.#parts.send ?? send)(
      ...([this.robot, letter.text, clock.now().wall, stopped] as const),
    );
    // Cut off by the end of the hub: whether it arrived is not known, and it stays as it was.
    if (stopped.aborted && verdict.is !== 'sent') return;
    await came(letter, verdict);
  }

  #tired = () => {};

  #rest(): void {
    this.#rested = false;
    this.#tired = this.#parts.clock.frame(APART, () => {
      this.#rested = true;
      void (this.#running ?? Promise.resolve()).then(() => this.wake());
    });
  }

  #waitFor({ due }: Letter): number {
    const { wall } = this.#parts.clock.now();
    const held = this.#parts.letters().held[this.robot.id] ?? 0;
    const asked = Math.min(LONGEST, Math.max(due, held) - wall);
    return Math.max(0, asked, serviceOf(this.robot).wait?.(wall) ?? 0);
  }
}

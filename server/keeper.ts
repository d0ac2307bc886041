import type { Clock } from './clock.ts';
import type { Keepsakes } from './keepsakes.ts';
import type { Job } from './resume.ts';

export interface KeeperParts {
  readonly keepsakes: Keepsakes;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

/** Milliseconds between two attempts. */
const RETRY = 2000;

/**
 * Writes what stands beside the ledger, one thing after another and behind the presses. What fails is
 * said once and tried until it works; the order stays, for a checkpoint stands on its closing.
 */
export class Keeper {
  readonly #parts: KeeperParts;
  readonly #jobs: Job[] = [];
  #working: Promise<void> = Promise.resolve();
  #busy = false;
  #notAgain = () => {};
  #failing = false;

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  keep(jobs: readonly Job[]): void {
    this.#jobs.push(...jobs);
    if (!this.#failing) this.#work();
  }

  /** What was asked for so far is written, or was tried. */
  async tried(): Promise<void> {
    await this.#working;
  }

  /** Everything is written, or was tried once more: the next start makes up for it. */
  async done(): Promise<void> {
    await this.#working;
    this.#work();
    await this.#working;
    this.#notAgain();
  }

  #work(): void {
    if (this.#busy) return;
    this.#busy = true;
    this.#working = this.#workOff();
  }

  async #workOff(): Promise<void> {
    const { keepsakes, clock, say } = this.#parts;
    this.#notAgain();
    try {
      for (let job = this.#jobs[0]; job; job = this.#jobs[0]) {
        await job(keepsakes);
        this.#jobs.shift();
      }
      if (this.#failing) say('What stands beside the ledger is written again.');
      this.#failing = false;
    } catch (error) {
      if (!this.#failing) say(`A document beside the ledger was not written: ${error}`);
      this.#failing = true;
      this.#notAgain = clock.frame(RETRY, () => this.#work());
    } finally {
      this.#busy = false;
    }
  }
}

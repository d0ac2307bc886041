import type { Clock } from '../../clock.ts';
import type { Log } from '../../log.ts';
import type { Bookkeeper } from './bookkeeper.ts';

export interface TendingParts {
  readonly bookkeeper: Bookkeeper;
  readonly clock: Pick<Clock, 'frame'>;
  readonly log: Log;
}

/** Milliseconds after which a branch's rows follow what it sent: segments that come together count once. */
const SOON = 1000;
/** Milliseconds between two looks for what another server took in and did not come to. */
const ROUND = 60_000;

/** Keeps the books up behind the intake, one branch after another, and never more than half of the time. */
export class Tending {
  readonly #parts: TendingParts;
  readonly #waiting = new Set<string>();
  #notYet = () => {};
  #notAgain = () => {};
  #working: Promise<void> | null = null;
  #ended = false;

  constructor(parts: TendingParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#round();
  }

  heard(branch: string): void {
    if (this.#ended) return;
    this.#waiting.add(branch);
    if (!this.#working) this.#soon(SOON);
  }

  async stop(): Promise<void> {
    this.#ended = true;
    this.#notYet();
    this.#notAgain();
    await this.#working;
  }

  #soon(ms: number): void {
    this.#notYet();
    this.#notYet = this.#parts.clock.frame(ms, () => {
      this.#working ??= this.#work().finally(() => {
        this.#working = null;
        if (this.#waiting.size > 0 && !this.#ended) this.#soon(SOON);
      });
    });
  }

  async #work(): Promise<void> {
    for (const branch of [...this.#waiting]) {
      if (this.#ended) return;
      this.#waiting.delete(branch);
      await this.#paced(() => this.#parts.bookkeeper.upTo(branch));
    }
  }

  /** Whatever goes wrong is tried again with the branch's next segment, or the next round. */
  async #paced(work: () => Promise<void>): Promise<void> {
    const start = performance.now();
    await work().catch((error) => this.#parts.log('center.trouble', { what: `books: ${error}` }));
    const took = performance.now() - start;
    await new Promise<void>((done) => void this.#parts.clock.frame(took, done));
  }

  #round(): void {
    this.#notAgain = this.#parts.clock.frame(ROUND, () => {
      void this.#parts.bookkeeper
        .allUp()
        .catch((error) => this.#parts.log('center.trouble', { what: `books: ${error}` }))
        .finally(() => !this.#ended && this.#round());
    });
  }
}

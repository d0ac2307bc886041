import type { CounterId } from '../../shared/ids.ts';
import type { ViewKey } from '../../shared/views/views.ts';
import type { Clock } from '../clock.ts';
import type { Pipeline } from '../pipeline.ts';

/** A page that reloads is not a terminal that went away. */
const GRACE = 2000;

/**
 * Which rating terminals are there: a counter has one while some screen watches its rating view.
 * Coming and going are facts, for without a terminal no rating can be offered.
 */
export class Terminals {
  readonly #parts: { readonly pipeline: Pipeline; readonly clock: Clock };
  readonly #screens = new Map<CounterId, number>();
  readonly #leaving = new Map<CounterId, () => void>();

  constructor(parts: { readonly pipeline: Pipeline; readonly clock: Clock }) {
    this.#parts = parts;
  }

  /** A screen began to watch; returns what to call when it stops. */
  seen({ name, counter }: ViewKey): () => void {
    if (name !== 'rating' || !counter) return () => {};
    this.#leaving.get(counter)?.();
    this.#leaving.delete(counter);
    this.#count(counter, 1);
    void this.#parts.pipeline.submitOwn({ type: 'terminal.online', counter });
    return () => this.#left(counter);
  }

  #left(counter: CounterId): void {
    if (this.#count(counter, -1) > 0) return;
    const gone = this.#parts.clock.frame(GRACE, () => {
      this.#leaving.delete(counter);
      void this.#parts.pipeline.submitOwn({ type: 'terminal.offline', counter });
    });
    this.#leaving.set(counter, gone);
  }

  #count(counter: CounterId, by: number): number {
    const screens = (this.#screens.get(counter) ?? 0) + by;
    this.#screens.set(counter, screens);
    return screens;
  }
}

interface Due {
  readonly at: number;
  readonly run: () => void;
}

/**
 * A turned clock without a second of real time: what is due runs in order of time, and of one
 * instant in the order in which it was set. Times are milliseconds.
 */
export class Agenda {
  now: number;
  readonly #due: Due[] = [];

  constructor(start: number) {
    this.now = start;
  }

  /** A time that is over already is now. Returns its own undo. */
  at(when: number, run: () => void): () => void {
    const due = { at: Math.max(when, this.now), run };
    let place = this.#due.length;
    while (place > 0 && (this.#due[place - 1]?.at ?? 0) > due.at) place--;
    this.#due.splice(place, 0, due);
    return () => {
      const there = this.#due.indexOf(due);
      if (there >= 0) this.#due.splice(there, 1);
    };
  }

  after(ms: number, run: () => void): () => void {
    return this.at(this.now + ms, run);
  }

  /** Runs what is due next; false when nothing is. */
  step(): boolean {
    const next = this.#due.shift();
    if (!next) return false;
    this.now = next.at;
    next.run();
    return true;
  }

  /** Runs all that is due until then, and stands there. */
  upTo(when: number): void {
    while ((this.#due[0]?.at ?? Number.POSITIVE_INFINITY) <= when) this.step();
    this.now = Math.max(this.now, when);
  }
}

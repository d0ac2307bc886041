/** Lets work that must not overlap follow one another, in the order asked; a failure holds up nothing. */
export class Turns {
  /** Under way or waiting. */
  waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    this.waiting++;
    const done = this.#last.then(work).finally(() => {
      this.waiting--;
    });
    this.#last = done.catch(() => {});
    return done;
  }
}

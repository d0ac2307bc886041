import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Turns } from '../../center/turns.ts';
import type { CrewData, Cue, Place } from './crew.ts';

/** All branches of a simulated city, on as many threads as the machine has cores. */
export class Crews {
  readonly #threads: readonly Worker[];
  readonly #turns = new Turns();

  private constructor(threads: readonly Worker[]) {
    this.#threads = threads;
  }

  /** @throws what went wrong in one of them */
  static async start(places: readonly Place[], common: Omit<CrewData, 'places'>): Promise<Crews> {
    const many = Math.min(availableParallelism(), places.length);
    const file = new URL('./crew.js', import.meta.url);
    const threads = Array.from({ length: many }, (_, i) => {
      const workerData = { ...common, places: places.filter((_, n) => n % many === i) };
      return new Worker(file, { workerData });
    });
    await Promise.all(threads.map(answered));
    return new Crews(threads);
  }

  /** Every branch plays on until then, and has told its center. */
  async playTo(when: number): Promise<void> {
    await this.#all(when);
  }

  async stop(): Promise<void> {
    await this.#all(null);
  }

  /** One cue after another: an end waits until what is being played has been told. */
  #all(cue: Cue): Promise<unknown> {
    return this.#turns.take(() =>
      Promise.all(
        this.#threads.map((thread) => {
          const done = answered(thread);
          thread.postMessage(cue);
          return done;
        }),
      ),
    );
  }
}

/** `once` throws what the thread died of. */
const answered = (thread: Worker) => once(thread, 'message');

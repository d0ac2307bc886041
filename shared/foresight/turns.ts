import type { Walking } from './lanes.ts';
import type { Scene } from './simulate.ts';

type Ruled = Pick<Scene, 'servers' | 'rule' | 'fairness'>;

/** Which lane a counter calls from, in one future. */
export class Turns {
  readonly #scene: Ruled;
  readonly #walks: readonly Walking[];
  readonly #able: (server: number, lane: number) => boolean;
  /** Ordinary ones each counter has called since its last premium one. */
  readonly #since: (number | null)[];
  /** For each lane, when those began to wait who were called past it. */
  readonly #past: number[][];

  constructor(
    scene: Ruled,
    walks: readonly Walking[],
    able: (server: number, lane: number) => boolean,
  ) {
    this.#scene = scene;
    this.#walks = walks;
    this.#able = able;
    this.#since = scene.servers.map((server) => server.sincePremium);
    this.#past = walks.map(() => []);
  }

  /** -1: there is nobody for it. */
  next(server: number, now: number): number {
    const { rule, fairness } = this.#scene;
    const steps = fairness !== null && this.#stepsBack(server, now, fairness.stepsBack);
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (const [i, walk] of this.#walks.entries()) {
      if (!this.#able(server, i) || !walk.isThere(now)) continue;
      if (fairness && this.#passedOver(i) >= fairness.passedOver) return i;
      if (steps && walk.lane.class === 'premium') continue;
      const rank = rule({ class: walk.lane.class, from: walk.from }, now);
      if (rank >= least) continue;
      [best, least] = [i, rank];
    }
    return best;
  }

  /** Notes what it means for the others that a counter calls the first of a lane. */
  called(server: number, lane: number): void {
    if (!this.#scene.fairness) return;
    const { class: cls } = this.#walks[lane]?.lane ?? {};
    const since = this.#since[server] ?? null;
    if (cls === 'ordinary' && since !== null) this.#since[server] = since + 1;
    if (cls !== 'premium') return;
    this.#since[server] = 0;
    const from = this.#walks[lane]?.from ?? 0;
    for (const [i, past] of this.#past.entries()) if (this.#able(server, i)) past.push(from);
  }

  #stepsBack(server: number, now: number, until: number): boolean {
    const since = this.#since[server] ?? null;
    if (since === null || since >= until) return false;
    return this.#walks.some(
      (walk, i) => walk.lane.class === 'ordinary' && this.#able(server, i) && walk.isThere(now),
    );
  }

  #passedOver(lane: number): number {
    const walk = this.#walks[lane];
    if (walk?.lane.class !== 'ordinary') return 0;
    const past = this.#past[lane] ?? [];
    return past.reduce((n, from) => n + (from > walk.from ? 1 : 0), walk.passed);
  }
}

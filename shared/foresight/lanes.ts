import { type Die, memoryless } from './chance.ts';
import type { Kind, Scene, Waiter } from './simulate.ts';

/**
 * All of one kind, in the order in which they go: among them no rule prefers who came later. Looking
 * only at the first of each lane keeps a long line as cheap as a short one.
 */
export interface Lane extends Kind {
  readonly waiters: readonly Waiter[];
  /** Where I stand in it; -1: in another one. */
  readonly mine: number;
  readonly leaving: number;
  /** Who may yet come: so many a second, for so many seconds. */
  readonly rate: number;
  readonly within: number;
}

export function lanesOf({ waiters, me, coming }: Scene): Lane[] {
  const kinds = new Map<string, Kind & { leaving: number }>();
  const keyOf = ({ service, class: cls }: Kind) => `${cls} ${service}`;
  for (const kind of [me, ...waiters, ...coming])
    if (!kinds.has(keyOf(kind))) kinds.set(keyOf(kind), kind);
  return [...kinds].map(([key, { service, class: cls, leaving }]) => {
    const own = waiters.filter((w) => keyOf(w) === key).sort((a, b) => a.from - b.from);
    const isMine = keyOf(me) === key;
    const after = own.findIndex((w) => w.from > me.from);
    const mine = isMine ? (after < 0 ? own.length : after) : -1;
    const more = coming.find((c) => keyOf(c) === key);
    return {
      ...{ service, class: cls, mine, leaving: own[0]?.leaving ?? leaving },
      waiters: isMine ? own.toSpliced(mine, 0, me) : own,
      ...{ rate: more?.rate ?? 0, within: more?.within ?? 0 },
    };
  });
}

/** Shares of leaving that count for those ahead: whoever leaves often does so early. Ours. */
const STAYS = 0.7;
const never = Number.POSITIVE_INFINITY;

/** As much of a walk as the rule looks at. */
export type Walking = Pick<Walk, 'lane' | 'from' | 'passed' | 'isMine' | 'isThere' | 'take'>;

/** One future of a lane: who stands first in it, as time goes on. */
export class Walk {
  readonly lane: Lane;
  readonly #roll: Die;
  #next = 0;
  #came = 0;
  #from = 0;
  #leaves = 0;

  constructor(lane: Lane, roll: Die) {
    this.lane = lane;
    this.#roll = roll;
    this.#draw();
  }

  /** When the first began to wait, seconds from now. */
  get from(): number {
    return this.#from;
  }

  get isMine(): boolean {
    return this.#next === this.lane.mine;
  }

  /** How often the first had been passed over when the future began. */
  get passed(): number {
    return this.lane.waiters[this.#next]?.passed ?? 0;
  }

  /** Whether anybody is there at that time; asked with times that never go back. */
  isThere(now: number): boolean {
    while (this.#from <= now && this.#leaves <= now) this.take();
    return this.#from <= now;
  }

  take(): void {
    this.#next++;
    this.#draw();
  }

  #draw(): void {
    const { waiters, leaving, rate, within } = this.lane;
    const known = waiters[this.#next];
    if (!known) {
      this.#came += memoryless(rate, this.#roll);
      this.#from = this.#came < within ? this.#came : never;
    } else this.#from = known.from;
    const stays = this.isMine ? never : memoryless(STAYS * leaving, this.#roll);
    this.#leaves = Math.max(0, this.#from) + stays;
  }
}

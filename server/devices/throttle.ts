const HOUR = 3_600_000;

/** Wrong PINs an hour: for one account from the device it last signed in at, and from all others. */
const AT_HOME = 10;
const ELSEWHERE = 10;
/** At one device, whatever the account: spraying one PIN over many numbers. */
const AT_DEVICE = 40;

/** `back` is called when it was right after all; `wait`: ms until the next try. */
export type Leave =
  | { readonly ok: true; readonly back: () => void | Promise<void> }
  | { readonly ok: false; readonly wait: number };

/** Where tries are counted: in this process, or where several servers share the count. */
export interface Tries {
  /** Asks leave for one try, which counts from now on, so that many at once are counted too. */
  ask(account: string, device: string, at: number): Leave | Promise<Leave>;
}

/** What one try counts towards, and how many an hour there may be of each. */
export const limitsOf = (account: string, device: string, isHome: boolean): [string, number][] => [
  [isHome ? `home ${account}` : `account ${account}`, isHome ? AT_HOME : ELSEWHERE],
  [`device ${device}`, AT_DEVICE],
];

/** From when on a try counts. */
export const countedFrom = (at: number) => at - HOUR;

/** @param tried when, oldest first, all of them still counted */
export const waitFor = (tried: readonly number[], most: number, at: number): number =>
  tried.length < most ? 0 : (tried[tried.length - most] ?? at) + HOUR - at;

/**
 * Counts wrong PINs: at most 20 an hour an account. Half of them belong to the device where the
 * account last signed in, so that a stranger at another one cannot lock its owner out.
 */
export class Throttle implements Tries {
  readonly #tries = new Map<string, number[]>();
  readonly #home = new Map<string, string>();
  #swept = 0;

  /** @param at hub time, ms */
  ask(account: string, device: string, at: number): Leave {
    this.#sweep(at);
    const limits = limitsOf(account, device, this.#home.get(account) === device);
    const wait = Math.max(...limits.map(([key, most]) => waitFor(this.#recent(key, at), most, at)));
    if (wait > 0) return { ok: false, wait };
    for (const [key] of limits) this.#tries.set(key, [...this.#recent(key, at), at]);
    // Only this one is taken back: signing in oneself must not clear what was tried on others.
    const back = () => {
      for (const [key] of limits) this.#takeBack(key, at);
      this.#home.set(account, device);
    };
    return { ok: true, back };
  }

  #recent = (key: string, at: number) =>
    (this.#tries.get(key) ?? []).filter((tried) => tried > countedFrom(at));

  #takeBack(key: string, at: number): void {
    const tries = this.#tries.get(key) ?? [];
    this.#tries.set(key, tries.toSpliced(tries.lastIndexOf(at), 1));
  }

  /** Once an hour: whoever makes names up must not fill the memory with them. */
  #sweep(at: number): void {
    if (at < this.#swept + HOUR) return;
    this.#swept = at;
    for (const key of this.#tries.keys())
      if (this.#recent(key, at).length === 0) this.#tries.delete(key);
  }
}

const HOUR = 3_600_000;

/** Wrong PINs an hour: for one account from the device it last signed in at, and from all others. */
const AT_HOME = 10;
const ELSEWHERE = 10;
/** At one device, whatever the account: spraying one PIN over many numbers. */
const AT_DEVICE = 40;

export type Leave = { readonly ok: true; readonly back: () => void } | { ok: false; wait: number };

/**
 * Counts wrong PINs: at most 20 an hour an account. Half of them belong to the device where the
 * account last signed in, so that a stranger at another one cannot lock its owner out.
 */
export class Throttle {
  readonly #tries = new Map<string, number[]>();
  readonly #home = new Map<string, string>();

  /**
   * Asks leave for one try, which counts from now on, so that many at once are counted too.
   *
   * @param at hub time, ms
   * @returns `back` to call when the PIN was right; or `wait`, ms until the next try
   */
  ask(account: string, device: string, at: number): Leave {
    const isHome = this.#home.get(account) === device;
    const limits: [string, number][] = [
      [isHome ? `home ${account}` : `account ${account}`, isHome ? AT_HOME : ELSEWHERE],
      [`device ${device}`, AT_DEVICE],
    ];
    const waits = limits.map(([key, most]) => this.#wait(key, most, at));
    const wait = Math.max(...waits);
    if (wait > 0) return { ok: false, wait };
    for (const [key] of limits) this.#of(key).push(at);
    // Only this one is taken back: signing in oneself must not clear what was tried on others.
    const back = () => {
      for (const [key] of limits) this.#takeBack(key, at);
      this.#home.set(account, device);
    };
    return { ok: true, back };
  }

  #wait(key: string, most: number, at: number): number {
    const recent = this.#of(key).filter((tried) => tried > at - HOUR);
    this.#tries.set(key, recent);
    return recent.length < most ? 0 : (recent[recent.length - most] ?? at) + HOUR - at;
  }

  #takeBack(key: string, at: number): void {
    const tries = this.#of(key);
    tries.splice(tries.lastIndexOf(at), 1);
    if (tries.length === 0) this.#tries.delete(key);
  }

  #of(key: string): number[] {
    const known = this.#tries.get(key) ?? [];
    this.#tries.set(key, known);
    return known;
  }
}

import type { Wait } from '../../shared/foresight/expectation.ts';

type Work = () => Wait | null;

interface Saying {
  /** undefined: nothing yet. */
  said: Wait | null | undefined;
  work: Work;
  /** What it was worked out from. */
  from: unknown;
  /** Somebody wants to know since it was worked out. */
  asked: boolean;
  /** Hub and real time of working it out; real time of being asked. */
  at: number;
  madeAt: number;
  askedAt: number;
}

export interface SayingsParts {
  /** Hub time. */
  readonly now: () => number;
  /** What every answer stands on: as long as it is the same one, only time has passed. */
  readonly from: () => unknown;
  /** There is something to work out. */
  readonly due: () => void;
  /** Something else is said now. */
  readonly changed: () => void;
}

/** Between two workings-out of the same question: hub milliseconds, and real ones in a hurried day. */
const EVERY = 1000;
const LEAST = 200;
/** Where nothing but time has passed, hub milliseconds: well before what was said is old. */
const STILL = 3000;
/** What was worked out longer ago is not said any more, hub and real milliseconds. */
const OLD = 5000;
const OLD_AT_LEAST = 1500;
/** Nobody asks any more, real milliseconds. */
const FORGOTTEN = 60_000;

/**
 * What was said last to each question. Asking costs nothing: it marks the question, and says what is
 * known; the answer is worked out when there is time, once a change, and at most once a second.
 */
export class Sayings {
  readonly #parts: SayingsParts;
  readonly #all = new Map<string, Saying>();

  constructor(parts: SayingsParts) {
    this.#parts = parts;
  }

  /** @param first what to say where nothing of late is known; left out: it is worked out at once */
  ask(key: string, work: Work, first?: Wait | null): Wait | null {
    const known = this.#all.get(key) ?? begun(work);
    this.#all.set(key, known);
    Object.assign(known, { work, asked: true, askedAt: performance.now() });
    const isOld = this.#isOld(known);
    if (isOld && first === undefined) this.#renew(key, known);
    else if (this.#isDue(known)) this.#parts.due();
    return (isOld && first !== undefined ? first : known.said) ?? null;
  }

  /** Works out anew what has waited longest for it; false where nothing is due. */
  renew(): boolean {
    for (const [key, known] of this.#all) {
      if (performance.now() - known.askedAt > FORGOTTEN) this.#all.delete(key);
      else if (this.#isDue(known)) {
        this.#renew(key, known);
        return true;
      }
    }
    return false;
  }

  /** Nobody has asked for a while, or ever. */
  #isOld({ said, at, madeAt }: Saying): boolean {
    if (said === undefined) return true;
    return this.#parts.now() - at > OLD && performance.now() - madeAt > OLD_AT_LEAST;
  }

  #isDue({ asked, from, at, madeAt }: Saying): boolean {
    if (!asked || performance.now() - madeAt < LEAST) return false;
    return this.#parts.now() - at >= (from === this.#parts.from() ? STILL : EVERY);
  }

  #renew(key: string, known: Saying): void {
    const before = known.said;
    // Also where it fails: the next one has its turn.
    const { now, from } = this.#parts;
    Object.assign(known, { asked: false, from: from(), at: now(), madeAt: performance.now() });
    this.#all.delete(key);
    this.#all.set(key, known);
    known.said = steady(before, rounded(known.work()));
    if (before !== undefined && known.said !== before) this.#parts.changed();
  }
}

const begun = (work: Work): Saying => ({
  ...{ said: undefined, work, from: undefined, asked: false, at: 0, madeAt: 0, askedAt: 0 },
});

const rounded = (wait: Wait | null): Wait | null =>
  wait && {
    low: Math.round(wait.low),
    mid: Math.round(wait.mid),
    high: Math.round(wait.high),
  };

/** What is as good as the same stays the same, so that no figure trembles on a screen. */
function steady(before: Wait | null | undefined, now: Wait | null): Wait | null {
  if (!before || !now) return now;
  const isNear = (a: number, b: number) => Math.abs(a - b) <= Math.max(NEAR, a * NEAR_SHARE);
  const same = isNear(before.low, now.low) && isNear(before.mid, now.mid);
  return same && isNear(before.high, now.high) ? before : now;
}

/** Seconds, and the share of what was said: ours. */
const NEAR = 15;
const NEAR_SHARE = 0.1;

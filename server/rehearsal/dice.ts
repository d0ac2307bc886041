/** Chance that repeats itself: the same seed always falls the same way. */
export interface Dice {
  /** From 0 up to, but not including, 1. */
  unit(): number;
  /** From `low` up to `high`. */
  between(low: number, high: number): number;
  /** True in this share of throws. */
  chance(share: number): boolean;
  pick<T>(from: readonly T[]): T;
  /** Picks a key by weights; they need not sum to 1. */
  weighed<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Durations of people: a lognormal of this mean, its spread being that of its logarithm. */
  lasting(mean: number, spread: number): number;
  /** Dice of their own for one purpose, so that one more throw here changes nothing there. */
  for(purpose: string): Dice;
}

export function dice(seed: string): Dice {
  const unit = mulberry32(fnv1a(seed));
  const normal = () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit());
  const weighed = <K extends string>(weights: Readonly<Record<K, number>>): K => {
    const entries = Object.entries(weights) as [K, number][];
    let left = unit() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    throw new Error('nothing to pick from');
  };
  return {
    unit,
    weighed,
    between: (low, high) => low + unit() * (high - low),
    chance: (share) => unit() < share,
    pick: (from) => {
      const picked = from[Math.floor(unit() * from.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    lasting: (mean, spread) => mean * Math.exp(spread * normal() - (spread * spread) / 2),
    for: (purpose) => dice(`${seed}/${purpose}`),
  };
}

/** Tommy Ettinger's generator, 32 bits of state: far from secret, good enough for a rehearsal. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A text's 32-bit hash (Fowler, Noll, Vo: FNV-1a). */
function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** Numbers from 0 to 1 that look like chance and are the same for the same seed. */
export type Die = () => number;

/** A linear congruential generator (Numerical Recipes' constants): good enough to shake a queue. */
export function die(seed: number): Die {
  let state = Math.imul(seed, 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A waiting time of something that happens `rate` times a second, whatever went before. */
export const memoryless = (rate: number, roll: Die) =>
  rate > 0 ? -Math.log(1 - roll()) / rate : Number.POSITIVE_INFINITY;

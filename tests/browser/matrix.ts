/** `npm run test:screens` looks at all combinations. */
const WHOLE = process.env.TINGTANG_SCREENS === 'all';

/**
 * Whether a story looks at this combination of panel, language, text size or state, each given by its
 * place in its list. Every other one is enough to have each pair of them, as long as one of the lists
 * has two: what is cut is cut by two of them together. A fourth list is asked for a second time, with
 * others of them.
 */
export const isLookedAt = (...places: readonly number[]): boolean =>
  WHOLE || places.reduce((sum, place) => sum + place, 0) % 2 === 0;

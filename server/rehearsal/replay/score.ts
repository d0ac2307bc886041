import type { Prediction } from './prediction.ts';

/** How good predictions were; seconds. Scored are those who queued and were called. */
export interface Score {
  readonly n: number;
  readonly mae: number | null;
  readonly rmse: number | null;
  /** Mean of predicted − waited. */
  readonly bias: number | null;
  readonly meanWait: number | null;
  /** Share of waits within the range, of those that were given one. */
  readonly covered: number | null;
  /** For how many nothing was said, so that the running mean was scored. */
  readonly abstained: number;
}

export function scoreOf(predictions: readonly Prediction[]): Score {
  const scored = predictions.flatMap(({ wait, seconds, range }) =>
    wait === null ? [] : { wait, range, off: (seconds ?? 0) - wait },
  );
  const n = scored.length;
  const mean = (values: readonly number[]) =>
    values.length > 0 ? values.reduce((sum, v) => sum + v, 0) / values.length : null;
  const square = mean(scored.map(({ off }) => off * off));
  const ranged = scored.flatMap(({ wait, range }) => (range ? { wait, ...range } : []));
  return {
    n,
    mae: mean(scored.map(({ off }) => Math.abs(off))),
    rmse: square === null ? null : Math.sqrt(square),
    bias: mean(scored.map(({ off }) => off)),
    meanWait: mean(scored.map(({ wait }) => wait)),
    covered: mean(ranged.map(({ wait, low, high }) => (wait >= low && wait <= high ? 1 : 0))),
    abstained: n - ranged.length,
  };
}

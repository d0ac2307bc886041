/** A linear fit that follows its branch: weights, and how unsure it is of them (a square matrix). */
export interface Fit {
  readonly weights: readonly number[];
  readonly doubt: readonly (readonly number[])[];
}

/** What was seen long ago counts less: after two thousand times a third. */
const KEEPS = 0.9995;
/** Doubt about what never varies would grow without end. */
const MOST_DOUBT = 1e4;

/** A fit that believes `weights`, as far as `doubt` (variances) allows. */
export const startFit = (weights: readonly number[], doubt: readonly number[]): Fit => ({
  weights,
  doubt: weights.map((_, i) => weights.map((__, j) => (i === j ? (doubt[i] ?? 0) : 0))),
});

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);

export const fitted = ({ weights }: Fit, x: readonly number[]) => dot(weights, x);

/** Recursive least squares with exponential forgetting (Haykin, Adaptive Filter Theory). */
export function refit(fit: Fit, x: readonly number[], y: number, weight = 1): Fit {
  const gain = fit.doubt.map((row) => dot(row, x));
  const scale = KEEPS / weight + dot(gain, x);
  const off = (y - fitted(fit, x)) / scale;
  const doubt = fit.doubt.map((row, i) =>
    row.map((value, j) => (value - ((gain[i] ?? 0) * (gain[j] ?? 0)) / scale) / KEEPS),
  );
  return { weights: fit.weights.map((w, i) => w + (gain[i] ?? 0) * off), doubt: bounded(doubt) };
}

function bounded(doubt: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const scale = doubt.map((row, i) => Math.min(1, Math.sqrt(MOST_DOUBT / (row[i] ?? 1))));
  if (scale.every((s) => s === 1)) return doubt;
  return doubt.map((row, i) => row.map((value, j) => value * (scale[i] ?? 1) * (scale[j] ?? 1)));
}

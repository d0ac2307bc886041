/** What both gave, round by round. */
export interface Rounds<T = number> {
  readonly ours: readonly T[];
  readonly bare: readonly T[];
}

/** Ours and the bare limit in turn; whoever is second in one round is first in the next. */
export async function inTurn<T>(
  rounds: number,
  ours: () => Promise<T>,
  bare: () => Promise<T>,
): Promise<Rounds<T>> {
  const given = { ours: [] as T[], bare: [] as T[] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const who of order) given[who].push(await (who === 'ours' ? ours : bare)());
  }
  return given;
}

/** Of rounds that gave several figures each, one figure. */
export const nthOf = ({ ours, bare }: Rounds<readonly number[]>, n: number): Rounds => ({
  ours: ours.map((all) => all[n] ?? Number.NaN),
  bare: bare.map((all) => all[n] ?? Number.NaN),
});

/** A share of what was measured, by the nearest rank: at 0.99 the one that 1 % are above. */
export function nearestRank(values: readonly number[], share: number): number {
  const inOrder = [...values].sort((a, b) => a - b);
  return inOrder[Math.ceil(share * inOrder.length) - 1] ?? Number.NaN;
}

/** Milliseconds that some work takes. */
export async function taking(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

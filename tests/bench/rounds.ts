/** What both gave, round by round. */
export interface Rounds {
  readonly ours: readonly number[];
  readonly bare: readonly number[];
}

/** Ours and the bare limit in turn; whoever is second in one round is first in the next. */
export async function inTurn(
  rounds: number,
  ours: () => Promise<number>,
  bare: () => Promise<number>,
): Promise<Rounds> {
  const given = { ours: [] as number[], bare: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
    for (const who of order) given[who].push(await (who === 'ours' ? ours : bare)());
  }
  return given;
}

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

/** The middle one of what the rounds gave, with the least and the most. */
export interface Spread {
  readonly mid: number;
  readonly min: number;
  readonly max: number;
  readonly rounds: number;
}

/** What a figure must be: `ours` itself, or ours ÷ the bare limit. */
export interface Goal {
  readonly of: 'ours' | 'ratio';
  readonly is: 'atLeast' | 'atMost';
  readonly value: number;
}

/** One line of the table. */
export interface Figure {
  /** As PERFORMANCE names it: B1 … B13. */
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: Spread;
  /** What the bare limit gave in the same rounds; null where there is none. */
  readonly bare: Spread | null;
  readonly ratio: Spread | null;
  readonly goals: readonly Goal[];
  readonly met: boolean;
}

export interface Taken {
  readonly id: string;
  readonly what: string;
  readonly unit: string;
  readonly ours: readonly number[];
  readonly bare?: readonly number[];
  readonly goals: readonly Goal[];
}

export const atLeast = (value: number, of: Goal['of'] = 'ratio'): Goal => ({
  ...{ of, is: 'atLeast', value },
});
export const atMost = (value: number, of: Goal['of'] = 'ratio'): Goal => ({
  ...{ of, is: 'atMost', value },
});

export function spreadOf(values: readonly number[]): Spread {
  const inOrder = [...values].sort((a, b) => a - b);
  const half = (inOrder.length - 1) / 2;
  const at = (n: number) => inOrder[n] ?? Number.NaN;
  const mid = (at(Math.floor(half)) + at(Math.ceil(half))) / 2;
  return { mid, min: at(0), max: at(inOrder.length - 1), rounds: inOrder.length };
}

/** Each round has its own ratio: what slows the machine in one of them slows both halves of it. */
export function figureOf({ id, what, unit, ours, bare, goals }: Taken): Figure {
  const ratios = bare?.map((limit, n) => (ours[n] ?? Number.NaN) / limit);
  const figure = {
    ...{ id, what, unit, ours: spreadOf(ours), goals },
    bare: bare ? spreadOf(bare) : null,
    ratio: ratios ? spreadOf(ratios) : null,
  };
  return { ...figure, met: goals.every((goal) => isMet(goal, figure)) };
}

function isMet({ of, is, value }: Goal, figure: Pick<Figure, 'ours' | 'ratio'>): boolean {
  const mid = figure[of]?.mid ?? Number.NaN;
  return is === 'atLeast' ? mid >= value : mid <= value;
}

import type { Sums } from '../../../shared/month/contender.ts';

/** Columns of a day's sums, each with its place in them: the one list that tables and queries go by. */
const COLUMNS = {
  wait_n: ({ waits }) => waits.all.n,
  wait_ms: ({ waits }) => waits.all.ms,
  premium_wait_n: ({ waits }) => waits.premium.n,
  premium_wait_ms: ({ waits }) => waits.premium.ms,
  ordinary_wait_n: ({ waits }) => waits.ordinary.n,
  ordinary_wait_ms: ({ waits }) => waits.ordinary.ms,
  done: ({ done }) => done,
  invited: ({ invited }) => invited,
  very_satisfied: ({ levels }) => levels.all.verySatisfied,
  satisfied: ({ levels }) => levels.all.satisfied,
  fair: ({ levels }) => levels.all.fair,
  dissatisfied: ({ levels }) => levels.all.dissatisfied,
  premium_very_satisfied: ({ levels }) => levels.premium.verySatisfied,
  premium_satisfied: ({ levels }) => levels.premium.satisfied,
  premium_fair: ({ levels }) => levels.premium.fair,
  premium_dissatisfied: ({ levels }) => levels.premium.dissatisfied,
} as const satisfies Readonly<Record<string, (sums: Sums) => number>>;

export type DaySums = Record<keyof typeof COLUMNS, number>;

export const DAY_SUMS = Object.keys(COLUMNS) as readonly (keyof DaySums)[];

export const columnsOf = (sums: Sums) =>
  Object.fromEntries(DAY_SUMS.map((name) => [name, COLUMNS[name](sums)])) as DaySums;

export const sumsFrom = (row: DaySums): Sums => ({
  waits: {
    all: { n: row.wait_n, ms: row.wait_ms },
    premium: { n: row.premium_wait_n, ms: row.premium_wait_ms },
    ordinary: { n: row.ordinary_wait_n, ms: row.ordinary_wait_ms },
  },
  done: row.done,
  invited: row.invited,
  levels: {
    all: {
      verySatisfied: row.very_satisfied,
      satisfied: row.satisfied,
      fair: row.fair,
      dissatisfied: row.dissatisfied,
    },
    premium: {
      verySatisfied: row.premium_very_satisfied,
      satisfied: row.premium_satisfied,
      fair: row.premium_fair,
      dissatisfied: row.premium_dissatisfied,
    },
  },
});

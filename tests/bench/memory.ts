import type { Bench } from './benches.ts';
import { atMost, figureOf } from './figure.ts';
import type { Held } from './longLived.ts';
import { ranToEnd } from './processes.ts';

/** B8: what a hub holds after 250 days of 400 tickets, against the same hub after two. */
export const memory: Bench = {
  ids: ['B8'],
  untimed: true,
  // Three minutes of processor time: twice as long where others work too.
  most: 8 * 60_000,
  async measure({ quick }) {
    // The days before the last show whether it still grows.
    const days = quick ? [2, 3, 4] : [2, 60, 120, 180, 250];
    const { said } = await ranToEnd('longLived', days.map(String), ['--expose-gc']);
    const held = JSON.parse(said) as Held[];
    const [first, last] = [held[0], held.at(-1)];
    if (!first || !last) throw new Error('no day was told');
    const what = `held after ${last.day} days of 400 tickets, 20 screens`;
    return {
      details: { held },
      figures: [
        figureOf({
          ...{ id: 'B8', what, unit: 'MB', ours: [last.heap], bare: [first.heap] },
          goals: [atMost(1.15), atMost(150, 'ours')],
        }),
      ],
    };
  },
};

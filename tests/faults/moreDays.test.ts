import { expect, test } from 'vitest';
import { days } from './days.ts';
import { sound } from './section.ts';

/** In a file of its own, so that a second worker plays them beside the first ones. */
test('P7 P9 P13 P14 P15: as many more days, from other seeds, break no promise either', async () => {
  const { counts, failures } = await days({ ...sound, seed: 25, runs: 25 });
  expect(failures.slice(0, 8)).toEqual([]);
  expect(counts).toEqual({ runs: 25, violations: 0 });
}, 300_000);

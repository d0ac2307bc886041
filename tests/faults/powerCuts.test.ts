import { expect, test } from 'vitest';
import { powerCuts } from './powerCuts.ts';
import { sound } from './section.ts';

test('P2: a power cut loses nothing that was acknowledged, and the hub always starts', async () => {
  const { counts, failures } = await powerCuts({ ...sound, runs: 200 });
  expect(failures.slice(0, 8)).toEqual([]);
  expect(counts).toEqual({ images: 200, ackedLost: 0, unbootable: 0 });
}, 120_000);

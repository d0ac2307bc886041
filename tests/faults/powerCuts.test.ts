import { expect, test } from 'vitest';
import { callsOfShortDay, powerCuts } from './powerCuts.ts';
import { sound } from './section.ts';

test('P2: a power cut loses nothing that was acknowledged, and the hub always starts', async () => {
  // Every prefix of the write log, torn once at 512 bytes and once at 4 KiB.
  const runs = 2 * (await callsOfShortDay());
  const { counts, failures } = await powerCuts({ ...sound, runs });
  expect(failures.slice(0, 8)).toEqual([]);
  expect(counts).toEqual({ images: runs, ackedLost: 0, unbootable: 0 });
}, 300_000);

import { expect, test } from 'vitest';
import { callsOfShortDay, powerCuts } from './powerCuts.ts';
import { sound } from './section.ts';

test('P2: a power cut loses nothing that was acknowledged, and the hub always starts', async () => {
  // Every prefix of the write log, one torn at 512 bytes, the next at 4 KiB; in the fault run each at both.
  const runs = await callsOfShortDay();
  const { counts, failures } = await powerCuts({ ...sound, runs });
  expect(failures.slice(0, 8)).toEqual([]);
  expect(counts).toEqual({ images: runs, ackedLost: 0, unbootable: 0 });
}, 300_000);

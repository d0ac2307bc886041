import { expect, test } from 'vitest';
import { fileErrors } from './fileErrors.ts';
import { callsOfShortDay } from './powerCuts.ts';
import { sound } from './section.ts';

test('P6: a disk that fails at any call never makes the hub say "saved" in vain', async () => {
  // Each call fails in one of the seven ways, by turns; in the fault run in all of them.
  const runs = await callsOfShortDay();
  const { counts, failures } = await fileErrors({ ...sound, runs });
  expect(failures.slice(0, 8)).toEqual([]);
  expect(counts).toEqual({ points: runs, falseAcks: 0 });
}, 300_000);

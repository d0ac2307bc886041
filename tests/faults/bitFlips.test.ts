import { expect, test } from 'vitest';
import { bitFlips } from './bitFlips.ts';
import { sound } from './section.ts';

test('P4: every change to history is found against the last signed head', async () => {
  const { counts, failures } = await bitFlips({ ...sound, runs: 97 });
  expect(failures.slice(0, 8)).toEqual([]);
  expect(counts.tried).toBeGreaterThan(8000);
  expect(counts.undetected).toBe(0);
}, 300_000);

import { expect, test } from 'vitest';
import { sound } from './section.ts';
import { tornTails } from './tornTails.ts';

test('P3: a tail torn at any byte is found, set aside, and eats no next fact', async () => {
  const { counts, failures } = await tornTails({ ...sound, runs: 60 });
  expect(failures.slice(0, 5)).toEqual([]);
  expect(counts.cuts).toBeGreaterThan(1000);
  expect(counts.undetected).toBe(0);
}, 300_000);

import { expect, test } from 'vitest';
import { days } from './days.ts';
import { sound } from './section.ts';

test('P7 P9 P13 P14 P15: days with crashes, drops, delays and clock steps break no promise', async () => {
  const { counts, failures } = await days({ ...sound, runs: 50 });
  expect(failures.slice(0, 8)).toEqual([]);
  expect(counts).toEqual({ runs: 50, violations: 0 });
}, 300_000);

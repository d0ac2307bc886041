import { expect, test } from 'vitest';
import { days } from './days.ts';
import { sound } from './section.ts';

test('P7 P9 P13 P14 P15: whole days with crashes, drops, delays and clock steps break no promise', async () => {
  const t = performance.now();
  const { counts, failures } = await days({
    ...sound,
    runs: Number(process.env.RUNS ?? 50),
    seed: Number(process.env.SEED ?? 0),
  });
  console.log(performance.now() - t, counts);
  expect(failures.slice(0, 20).map((s) => s.slice(0, 1500))).toEqual([]);
}, 600_000);

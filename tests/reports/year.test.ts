import { expect, test } from 'vitest';
import { benchYear } from '../bench/year.ts';

/** In full by `benchYear()`: 396 days of 400 tickets. Here a part of it, at a part of the time. */
test('months of history are ready at once, and so is the report of the year', async () => {
  const figures = await benchYear(40, 60);
  expect(figures.days).toBe(40);
  expect(figures.ready).toBeLessThan(1000);
  expect(figures.year).toBeLessThan(2000);
}, 60_000);

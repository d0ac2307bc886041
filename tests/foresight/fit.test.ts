import { expect, test } from 'vitest';
import { fitted, refit, startFit } from '../../shared/foresight/fit.ts';
import { dice } from '../kit/dice.ts';

test('a fit begins with what it is told to believe', () => {
  expect(fitted(startFit([1, 2], [1, 1]), [10, 3])).toBe(16);
});

test('a fit finds the line behind noisy points', () => {
  const roll = dice(7);
  let fit = startFit([0, 0, 0], [10, 10, 10]);
  for (let n = 0; n < 3000; n++) {
    const x = [1, roll() * 10, roll() * 4];
    fit = refit(fit, x, 3 + 2 * (x[1] ?? 0) - (x[2] ?? 0) + roll() - 0.5);
  }
  for (const [i, weight] of [3, 2, -1].entries()) expect(fit.weights[i]).toBeCloseTo(weight, 1);
});

test('a fit follows a branch that changes', () => {
  let fit = startFit([0], [10]);
  for (let n = 0; n < 4000; n++) fit = refit(fit, [1], 10);
  for (let n = 0; n < 8000; n++) fit = refit(fit, [1], 30);
  expect(fit.weights[0]).toBeGreaterThan(29);
});

test('what never varies leaves the fit sound for years', () => {
  let fit = startFit([0, 0], [1, 1]);
  for (let n = 0; n < 50_000; n++) fit = refit(fit, [1, 0], 5);
  expect(fit.weights[0]).toBeCloseTo(5, 5);
  expect(fit.doubt.flat().every((v) => Number.isFinite(v) && Math.abs(v) <= 1e4 + 1)).toBe(true);
});

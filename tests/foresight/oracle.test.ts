import { expect, test } from 'vitest';
import { againstOracle } from '../bench/oracle.ts';

test('after a simulated day it is nearly as good as one who knows the laws they obey', () => {
  const { n, ours, oracle } = againstOracle(3, 1, 1);
  expect(n).toBeGreaterThan(150);
  expect(ours / oracle).toBeLessThan(1.15);
}, 60_000);

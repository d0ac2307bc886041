import { expect, test } from 'vitest';
import { drawn, withDuration } from '../../shared/foresight/durations.ts';
import { type HeadStarts, headStart, withOvertaking } from '../../shared/foresight/headStarts.ts';
import { leavingRate, withWaited } from '../../shared/foresight/leaving.ts';
import {
  drawnReturn,
  type Returning,
  unknownReturning,
  withReturn,
} from '../../shared/foresight/returning.ts';
import { skill, withSkill } from '../../shared/foresight/skills.ts';
import type { CounterId, ServiceId } from '../../shared/ids.ts';
import { dice } from '../kit/dice.ts';

const cash = 'cash' as ServiceId;
const wealth = 'wealth' as ServiceId;
const one = '1' as CounterId;

/** Calls under a rule: whoever came less than `credit` seconds later goes first, some noise apart. */
function calls(known: HeadStarts, credit: number, n: number): HeadStarts {
  const roll = dice(credit + 1);
  let now = known;
  for (let i = 0; i < n; i++) {
    const later = roll() * 300 - 60;
    const isFirst = roll() < 0.05 ? roll() < 0.5 : later < credit;
    now = withOvertaking(now, 'premium', later, isFirst);
  }
  return now;
}

test('nobody has a head start until somebody was seen to go first', () => {
  expect(headStart({}, 'premium')).toBe(0);
});

test('a head start of ninety seconds is found from who was called past whom', () => {
  expect(Math.abs(headStart(calls({}, 90, 600), 'premium') - 90)).toBeLessThanOrEqual(10);
});

test('first come, first served is found to be no head start', () => {
  expect(headStart(calls({}, 0, 600), 'premium')).toBe(0);
});

test('a rule that changes is followed', () => {
  const before = calls({}, 0, 600);
  expect(Math.abs(headStart(calls(before, 90, 1500), 'premium') - 90)).toBeLessThanOrEqual(10);
});

test('a counter that passes a service over is believed less and less to take it', () => {
  let skills = {};
  expect(skill(skills, one, wealth)).toBe(0.8);
  for (let n = 0; n < 8; n++) skills = withSkill(skills, one, cash, new Set([wealth]));
  expect(skill(skills, one, wealth)).toBeCloseTo(0.11, 2);
  expect(skill(skills, one, cash)).toBeCloseTo(0.97, 2);
});

test('those who leave are counted against the seconds all of their kind have waited', () => {
  let leaving = {};
  const kind = { class: 'ordinary', service: cash } as const;
  for (let n = 0; n < 400; n++)
    leaving = withWaited(leaving, kind, { seconds: 100, left: n % 4 === 0 });
  expect(leavingRate(leaving, 'ordinary', cash)).toBeCloseTo(100 / 40_000, 5);
  // A kind never seen leaves like all others.
  expect(leavingRate(leaving, 'premium', wealth)).toBeCloseTo(100 / 40_000, 5);
});

test('a service under way lasts longer than it has lasted', () => {
  let durations = {};
  for (let n = 1; n <= 100; n++) durations = withDuration(durations, cash, n);
  const roll = dice(3);
  const known = (durations as Record<string, number[]>).cash;
  for (let n = 0; n < 200; n++)
    expect(drawn(known, { elapsed: 90, usual: 50 }, roll)).toBeGreaterThan(90);
});

test('only the latest durations are kept', () => {
  let durations: Record<string, readonly number[]> = {};
  for (let n = 0; n < 1000; n++) durations = withDuration(durations, cash, n);
  expect(durations.cash).toHaveLength(300);
  expect(durations.cash?.at(-1)).toBe(999);
});

test('a counter that comes back within ten seconds is expected within ten seconds', () => {
  let known: Returning = unknownReturning;
  for (let n = 0; n < 500; n++) known = withReturn(known, 10);
  const roll = dice(5);
  const waits = Array.from({ length: 400 }, () => drawnReturn(known, 0, roll)).sort(
    (a, b) => a - b,
  );
  expect(waits[200]).toBeLessThan(15);
  // One that has stayed away for an hour is not waited for.
  expect(drawnReturn(known, 3600, roll)).toBe(Number.POSITIVE_INFINITY);
});

import { expect, test } from 'vitest';
import { liveness } from '../../shared/screen/liveness.ts';

/** The hub beats every two seconds, and a page looks four times a second. */
const BEAT = 2000;
const LOOK = 250;

/** Milliseconds from the moment at which the line drops until the page says so. */
function lostAfter(dropsAt: number, isClosed: boolean): number {
  let now = 0;
  const { status, ...life } = liveness(() => now);
  life.beat();
  for (; now < dropsAt; now++) {
    if (now % BEAT === 0) life.beat();
    if (now % LOOK === 0) life.look();
  }
  if (isClosed) life.broke();
  for (; status.value !== 'lost'; now++) if (now % LOOK === 0) life.look();
  return now - dropsAt;
}

const moments = Array.from({ length: 200 }, (_, i) => 10_000 + i * 17);

test('P11: whenever a line falls silent, its screen is marked old within five seconds', () => {
  const longest = Math.max(...moments.map((at) => lostAfter(at, false)));
  expect(longest).toBeLessThanOrEqual(5000);
});

test('P11: a line that is closed is marked within two seconds, a blink of it never', () => {
  const times = moments.map((at) => lostAfter(at, true));
  expect(Math.max(...times)).toBeLessThanOrEqual(2000);
  expect(Math.min(...times)).toBeGreaterThan(1000);
});

test('a page that was frozen, or a tab that slept, is live again with the first beat', () => {
  let now = 0;
  const { status, ...life } = liveness(() => now);
  life.beat();
  now = 600_000;
  life.look();
  expect(status.value).toBe('lost');
  life.beat();
  expect(status.value).toBe('live');
});

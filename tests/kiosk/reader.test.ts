import { expect, test } from 'vitest';
import { gathering } from '../../kiosk/ticket/reader.ts';

/** Types keys, so many milliseconds apart, and says what became of the last and of all. */
function typed(keys: readonly string[], apart: number) {
  const reader = gathering();
  let at = 1000;
  const taken = keys.map((key) => {
    at += apart;
    return reader.take(key, at);
  });
  return { read: taken.at(-1)?.read ?? null, away: taken.map((t) => t.away), reader };
}
const CARD = '6222001234567890';

test('digits at the speed of a reader, then Enter, are one reading, and press nothing', () => {
  const { read, away } = typed([...CARD, 'Enter'], 8);
  expect(read).toBe(CARD);
  expect(away.every(Boolean)).toBe(true);
});

test('a magnetic stripe comes whole, blanks and shift keys in it', () => {
  const stripe = `%B${CARD}^A B^2512?`;
  const { read, away } = typed([...stripe.slice(0, 5), 'Shift', ...stripe.slice(5), 'Enter'], 8);
  expect(read).toBe(stripe);
  expect(away.filter((a) => !a)).toHaveLength(1);
});

test('fingers are no reader: Enter and the space bar keep their meaning', () => {
  expect(typed([...CARD, 'Enter'], 120).read).toBeNull();
  expect(typed(['1', 'Enter'], 120).away).toEqual([true, false]);
  expect(typed([' '], 120).away).toEqual([false]);
  expect(typed(['Tab', 'Enter'], 120).away).toEqual([false, false]);
});

test('a few keys are noise; they press nothing and are nothing', () => {
  const { read, away } = typed(['1', '2', '3', 'Enter'], 8);
  expect(read).toBeNull();
  expect(away).toEqual([true, true, true, true]);
});

test('a reader that never says Enter is taken at its word once it is silent', () => {
  expect(typed([...CARD], 8).reader.complete()).toBe(CARD);
});

test('nothing is left behind after a reading', () => {
  const { reader } = typed([...CARD, 'Enter'], 8);
  expect(reader.complete()).toBeNull();
});

test('an endless stream of keys is cut', () => {
  expect(typed([...'9'.repeat(5000)], 1).reader.complete()?.length).toBe(250);
});

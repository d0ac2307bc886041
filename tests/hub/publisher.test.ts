import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { systemClock } from '../../server/clock.ts';
import { Publisher } from '../../server/publisher.ts';
import { story } from '../kit/story.ts';

beforeEach(() => {
  const toFake = ['performance', 'setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate'];
  vi.useFakeTimers({ toFake: toFake as never });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A lobby display before a branch where somebody takes a number at each `change`. */
function watched() {
  const day = story().opens('1');
  const begun = performance.now();
  const shown: number[] = [];
  const publisher: Publisher = new Publisher({
    clock: systemClock(0),
    now: () => ({ lobby: day.lobby, rev: 0 }),
    emit: () => shown.push(performance.now() - begun),
  });
  publisher.watch({ name: 'lobby' });
  const change = () => {
    day.takes();
    publisher.changed();
    vi.advanceTimersByTime(0);
  };
  return { change, shown, publisher, day };
}

test('a change that follows another within a frame is shown at once, a third with its frame', () => {
  const { change, shown, publisher } = watched();
  change();
  vi.advanceTimersByTime(2);
  change();
  vi.advanceTimersByTime(2);
  change();
  expect(shown).toEqual([0, 2]);
  vi.advanceTimersByTime(100);
  expect(shown).toEqual([0, 2, 16]);
  publisher.stop();
});

test('however fast it changes, a view is shown no more often than frames go by', () => {
  const { change, shown, publisher } = watched();
  for (let n = 0; n < 160; n++) {
    change();
    vi.advanceTimersByTime(1);
  }
  expect(shown.length).toBe(2 + 160 / 16);
  publisher.stop();
});

test('what is only foreseen anew is shown with the next change, or within a quarter of a second', () => {
  const { change, shown, publisher, day } = watched();
  change();
  vi.advanceTimersByTime(100);
  day.takes();
  publisher.foresees();
  publisher.foresees();
  vi.advanceTimersByTime(249);
  expect(shown).toEqual([0]);
  vi.advanceTimersByTime(1);
  expect(shown).toEqual([0, 350]);
  day.takes();
  publisher.foresees();
  vi.advanceTimersByTime(50);
  change();
  expect(shown).toEqual([0, 350, 400]);
  vi.advanceTimersByTime(1000);
  expect(shown).toEqual([0, 350, 400]);
  publisher.stop();
});

test('nor does it wait for the sums of the day, which are shown once a second', () => {
  const { change, shown, publisher, day } = watched();
  publisher.watch({ name: 'figures' });
  change();
  vi.advanceTimersByTime(20);
  change();
  const before = shown.length;
  day.takes();
  publisher.foresees();
  vi.advanceTimersByTime(250);
  expect(shown.length).toBeGreaterThan(before);
  expect(shown.at(-1)).toBe(270);
  publisher.stop();
});

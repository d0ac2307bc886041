import { expect, test } from 'vitest';
import { Adviser } from '../../server/adviser/adviser.ts';
import { busy } from '../kit/busy.ts';
import { handClock } from '../kit/handClock.ts';
import { story } from '../kit/story.ts';

/** An adviser beside a day with one counter and a line that only grows. */
function beside() {
  const day = busy(story().opens('1'), { minutes: 150, every: 200 });
  const clock = handClock(day.now);
  let changes = 0;
  const seer = day.foreseen;
  const adviser = new Adviser(clock, () => ({
    pipeline: { lobby: day.lobby },
    publisher: { changed: () => changes++ },
    seer,
  }));
  const works = (steps = 200) => {
    for (let i = 0; i < steps; i++) adviser.step();
    return adviser.advice().map((a) => `${a.does} ${a.counter}`);
  };
  return { day, clock, adviser, works, changes: () => changes };
}

test('looking ahead goes on in small steps, and tells the screens once something is found', () => {
  const { works, changes, adviser } = beside();
  adviser.step();
  expect([adviser.advice(), changes()]).toEqual([[], 0]);
  expect(works()).toEqual(['open 2']);
  expect(changes()).toBe(1);
});

test('a round begins ten seconds after the one before, not earlier', () => {
  const { works, changes, clock, day } = beside();
  works();
  day.opens('2').opens('3').opens('4').opens('5');
  expect(works()).toEqual(['open 2']);
  clock.turn(9_999);
  works();
  expect(changes()).toBe(1);
  clock.turn(1);
  expect(works()).not.toContain('open 2');
  expect(changes()).toBe(2);
});

test('what was said for a time that has come is said no more', () => {
  const { works, clock, adviser } = beside();
  works();
  clock.turn(3_900_000);
  expect(adviser.advice()).toEqual([]);
});

test('what it says can be accepted as it stands', () => {
  const { works, day, adviser } = beside();
  works();
  day.isAdvised(...adviser.advice()).accepts('open', '2');
  expect(day.lobby.care.advice.taken[0]).toMatchObject(adviser.advice()[0] ?? {});
});

import { expect, test } from 'vitest';
import { story } from '../kit/story.ts';

const open = (day: ReturnType<typeof story>) =>
  day.lobby.floor.calls.map((c) => `${c.help.slice(11)} ${c.counter ?? c.device ?? 'kiosk'}`);

test('a customer at the kiosk asks for a person, and one touch answers', () => {
  const day = story().asks();
  expect(open(day)).toEqual(['h1 kiosk']);
  expect(open(day.after(20).answers(1))).toEqual([]);
  expect(day.count('help.answered')).toBe(1);
});

test('pressed again before anybody came it is the same call', () => {
  const day = story().asks().after(3).asks().asks('2').after(1).asks('2').asks('3');
  expect(open(day)).toEqual(['h1 kiosk', 'h2 2', 'h3 3']);
  expect(open(day.answers(1).asks())).toEqual(['h2 2', 'h3 3', 'h4 kiosk']);
});

test('two kiosks are two places, two screens of one counter are one', () => {
  const kiosks = story().asks(undefined, { device: 'k1' }).asks(undefined, { device: 'k2' });
  expect(open(kiosks)).toEqual(['h1 k1', 'h2 k2']);
  const counter = story().asks('2', { device: 'pad' }).asks('2', { device: 'terminal' });
  expect(open(counter)).toEqual(['h1 2']);
});

test('an open call ends with its day, and the next day counts from one', () => {
  const day = story().asks('2').closesDay();
  expect(open(day)).toEqual([]);
  day.refuses('day.closed', (d) => d.asks());
  expect(open(day.at('2026-11-24 09:00').ticks().asks('3'))).toEqual(['h1 3']);
});

test('nobody can call from a counter that is not there', () => {
  story().refuses('counter.unknown', (d) => d.asks('77'));
});

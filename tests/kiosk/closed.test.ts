import { expect, test } from 'vitest';
import { nothingOutside } from '../../shared/views/devices.ts';
import { kioskView } from '../../shared/views/kiosk.ts';
import { story } from '../kit/story.ts';

const span = { open: '08:30', close: '17:00' };
const hours = {
  week: [span, span, span, span, span, null, null],
  exceptions: {},
  ticketsBeforeMinutes: 30,
};
/** What the kiosk is told at a time of Monday 23 November 2026, or of a day after it. */
const at = (...times: string[]) => {
  const day = times.reduce((d, time) => d.at(time).ticks(), story({ hours }));
  return kioskView(day.lobby, day.now, nothingOutside);
};

test('in its hours it is open and has nothing to say of opening', () => {
  expect(at('09:00')).toMatchObject({ open: true, closed: null, opens: null });
});

test('in the evening it is over for today, and opens tomorrow', () => {
  const opens = { date: '2026-11-24', opens: '08:30', tickets: '08:00' };
  expect(at('17:00')).toMatchObject({ open: false, closed: 'ended', opens });
});

test('in the morning it gives no number before the branch allows it', () => {
  expect(at('2026-11-24 07:59')).toMatchObject({ open: false, closed: 'before' });
  expect(at('2026-11-24 08:00')).toMatchObject({ open: true, closed: null });
});

test('on a day off it names the next day that is none', () => {
  const opens = { date: '2026-11-30', opens: '08:30', tickets: '08:00' };
  expect(at('2026-11-28 10:00')).toMatchObject({ open: false, closed: 'dayOff', opens });
});

test('what customers with a card can expect is told only where there is a way by card', () => {
  expect(at('09:00').premium).toBeNull();
  const cards = { prefixes: [{ prefix: '622200', class: 'premium' as const }] };
  const day = story({ cards });
  expect(kioskView(day.lobby, day.now, nothingOutside).premium).toHaveLength(
    day.lobby.visit.settings.services.length,
  );
});

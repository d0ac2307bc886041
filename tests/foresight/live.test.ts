import { expect, test } from 'vitest';
import type { CounterId, ServiceId } from '../../shared/ids.ts';
import type { CustomerClass } from '../../shared/settings.ts';
import { type Story, story } from '../kit/story.ts';

const wait = (day: Story, service = 'cash', cls: CustomerClass = 'ordinary') =>
  day.foreseen.waitFor(service as ServiceId, cls);
const mid = (day: Story, service = 'cash', cls: CustomerClass = 'ordinary') =>
  wait(day, service, cls)?.mid ?? Number.NaN;
const still = (day: Story, number: string) =>
  day.foreseen.waitOf(day.id(number))?.mid ?? Number.NaN;

/** A counter with somebody at it, and so many more who wait. */
function waiting(n: number, cls: CustomerClass = 'ordinary', day = story().opens('2')) {
  day.takes().calls('2').starts('2');
  for (let i = 0; i < n; i++) day.after(1).takes('cash', cls);
  return day;
}

/** An hour at one counter: somebody every four minutes, who is served for three. */
function anHour(day = story().opens('2')) {
  for (let i = 0; i < 15; i++)
    day.takes().after(15).calls('2').after(15).starts('2').after(180).ends('2').after(30);
  return day;
}

test('while nothing is known, it says what the settings say, and a wide range', () => {
  const { low, mid: middle, high } = wait(waiting(4)) ?? { low: 0, mid: 0, high: 0 };
  expect(Math.abs(middle / 60 - 25)).toBeLessThan(5);
  expect(high / low).toBeGreaterThan(3);
});

test('an hour of its own history counts for more than the settings', () => {
  expect(mid(waiting(4, 'ordinary', anHour()))).toBeLessThan(0.8 * mid(waiting(4)));
});

test('where nobody could serve, there is no number, only who is ahead', () => {
  const day = waiting(3);
  expect(wait(day, 'business')).toBeNull();
  day.ends('2').closes('2');
  expect(wait(day)).toBeNull();
  expect(day.foreseen.waitOf(day.id('A002'))).toBeNull();
});

test('on a day with no tickets nobody has to wait', () => {
  const day = story().opens('2').after(3600).ticks();

  expect(mid(day)).toBeLessThan(120);
});

test('after closing nothing is said', () => {
  expect(wait(waiting(2).closesDay())).toBeNull();
});

test('a counter that opens shortens it, one that closes lengthens it', () => {
  const day = waiting(8);
  const before = mid(day);
  expect(mid(day.opens('3'))).toBeLessThan(before * 0.7);
  expect(mid(day.closes('3'))).toBeGreaterThan(before * 0.9);
});

test('a counter added at noon counts from its opening on', () => {
  const day = waiting(8, 'ordinary', story().at('12:00').opens('2'));
  const before = mid(day);
  const { counters } = day.lobby.visit.settings;
  const second = counters.find((k) => k.id === '2');
  if (!second) throw new Error('the sample branch has no counter 2');
  day.sets({ counters: [...counters, { ...second, id: '9' as CounterId }] });
  expect(mid(day)).toBe(before);
  expect(mid(day.opens('9'))).toBeLessThan(before * 0.7);
});

test('a step of the wall clock changes nothing that is said', () => {
  const day = waiting(4);
  const before = wait(day);
  day.does({ type: 'clock.step', by: 3_600_000, offset: 3_600_000 });
  expect(wait(day)).toEqual(before);
});

test('a service the branch has just taken up is foreseen by its usual duration', () => {
  const day = anHour();
  const { services, counters } = day.lobby.visit.settings;
  const [cash] = services;
  if (!cash) throw new Error('the sample branch has no services');
  const id = 'coins' as ServiceId;
  day.sets({
    services: [...services, { ...cash, id, prefix: 'K', usualSeconds: 600 }],
    counters: counters.map((k) => ({ ...k, services: [...k.services, id] })),
  });
  day.takes('coins').calls('2').starts('2').takes('coins').takes('coins');
  expect(mid(day, 'coins')).toBeGreaterThan(300);
  expect(day.foreseen.usual(id)).toBe(600);
});

test('those a class overtakes wait longer, and one of care goes before all', () => {
  const day = waiting(6);
  const [ordinary, premium, care] = [
    mid(day),
    mid(day, 'cash', 'premium'),
    mid(day, 'cash', 'care'),
  ];
  expect(premium).toBeLessThan(ordinary);
  expect(care).toBeLessThan(0.5 * ordinary);
  const before = still(day, 'A007');
  expect(still(day.isGiven('cash', 'elderly'), 'A007')).toBeGreaterThan(before * 1.1);
});

test('for one who waits it begins as it was said and counts down', () => {
  const day = waiting(5, 'ordinary', anHour());
  const said = mid(day);
  day.takes();
  const last = day.line.at(-1) ?? '';
  const begins = still(day, last);
  expect(Math.abs(begins - said)).toBeLessThan(0.1 * said);
  const seen = [begins];
  for (let i = 0; i < 4; i++) {
    day.after(180).ends('2').after(30).calls('2').starts('2');
    seen.push(still(day, last));
  }
  expect(seen.every((now, i) => i === 0 || now < (seen[i - 1] ?? 0))).toBe(true);
  expect(seen.at(-1)).toBeLessThan(0.4 * begins);
});

test('those who give up shorten it for those behind', () => {
  const day = waiting(6);
  const before = still(day, 'A007');
  expect(still(day.givesUp('A003').givesUp('A004').givesUp('A005'), 'A007')).toBeLessThan(
    before * 0.7,
  );
});

test('a service across a restart of the hub teaches nothing', () => {
  const day = story().opens('2').takes().calls('2').starts('2').after(30).restarts().after(7200);
  const { durations, leaving } = day.ends('2').foreseen.known.learned;
  expect(durations).toEqual({});
  expect(Object.values(leaving).every(({ seconds }) => seconds < 60)).toBe(true);
});

test('a dozen services leave the range wide', () => {
  const day = story().opens('5');
  for (let i = 0; i < 12; i++)
    day.takes('wealth').calls('5').starts('5').after(900).ends('5').after(60);
  day.takes('wealth').calls('5').starts('5').takes('wealth').takes('wealth');
  const { low, high } = wait(day, 'wealth') ?? { low: 1, high: 99 };
  expect(high / low).toBeGreaterThan(2.5);
});

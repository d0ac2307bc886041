import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import { type Story, story } from '../kit/story.ts';

/** Everybody of a short line is called and served, `n` of them. */
function served(day: Story, n: number): Story {
  for (let i = 0; i < n; i++) day.after(15).serves('2');
  return day;
}
const five = () => story().opens('2').takes().takes().takes().takes().takes();

test('a customer is missed only after two calls', () => {
  const day = story().opens('2').takes().calls('2').after(60);
  day
    .refuses('missed.tooSoon', (d) => d.misses('2'))
    .recalls('2')
    .misses('2');
  expect(day.is('A001')).toBe('missed');
  expect(day.counter('2').present).toBeNull();
});

test.each([0, 3])('a missed customer who is back after %i calls is served next', (calls) => {
  const day = served(five().losesNext('2'), calls).comesBack('A001').after(15);
  expect(day.next('2')).toBe('A001 returned');
});

test('only calls that the customer could have had are counted', () => {
  const day = five().losesNext('2').opens('4');
  for (let i = 0; i < 4; i++) day.takes('business').after(15).serves('4');
  expect(day.comesBack('A001').next('2')).toBe('A001 returned');
});

test('a missed customer who is back later is put back 3 places, behind the line as it goes', () => {
  const day = story().opens('2');
  for (let i = 0; i < 9; i++) day.takes();
  served(day.losesNext('2'), 4).comesBack('A001');
  expect(day.after(15).next('2')).toBe('A006 line');
  served(day, 2);
  expect(day.after(15).next('2')).toBe('A008 line');
  served(day, 1);
  expect(day.after(15).next('2')).toBe('A001 line');
});

test('nobody stands idle for the sake of one who was put back', () => {
  const day = served(five().losesNext('2'), 4).comesBack('A001').after(15);
  expect(day.next('2')).toBe('A001 line');
});

test('a hold does not bring anybody forward, nor take a place away', () => {
  const day = served(five().takes().losesNext('2'), 4).comesBack('A001');
  expect(day.holds('A001').releases('A001').after(15).next('2')).toBe('A006 line');
  const other = five().losesNext('2').comesBack('A001').holds('A001').releases('A001');
  expect(other.next('2')).toBe('A001 returned');
});

test('one is put back once; late for the second time, a new ticket is needed', () => {
  const day = served(five().losesNext('2'), 4).comesBack('A001').after(15).losesNext('2');
  for (let i = 0; i < 4; i++) day.takes();
  served(day, 3).refuses('ticket.comesBack', (d) => d.replaces('A001'));
  served(day, 1)
    .refuses('ticket.needsNew', (d) => d.comesBack('A001'))
    .replaces('A001');
  expect(day.ticket('A001').situation).toEqual({ is: 'replaced', by: day.id('A010') });
  expect(day.ticket('A010')).toMatchObject({ replaces: day.id('A001') });
});

const strict = { rules: { ...defaultSettings.rules, comeBackWithinCalls: 0, putBackPlaces: 0 } };
const late = (day: Story) =>
  day.opens('2').opens('3').takes().takes().takes().losesNext('2').calls('3').comesBack('A001');

test('the new ticket keeps the first time; the old one is replaced, not abandoned', () => {
  const day = late(story(strict)).after(15).losesNext('2').starts('3').ends('3').calls('3');
  day.at('09:10').replaces('A001').starts('3').ends('3').serves('2');
  const { all } = day.figures;
  expect(day.ticket('A004')).toMatchObject({ firstAt: day.ticket('A001').firstAt });
  expect(all).toMatchObject({ tickets: 4, replaced: 1, abandoned: 0, served: 3 });
  expect(all.wait).toMatchObject({ n: 3, max: 600 });
});

test('what was served on the old ticket goes on to the new one, and is measured once', () => {
  const day = story(strict).opens('2').opens('3').takes('account');
  day.calls('2').after(40).starts('2').after(100).transfers('2', 'cash');
  day.after(15).losesNext('2').takes().serves('3').comesBack('B001');
  day.after(15).losesNext('2').takes().serves('3').replaces('B001').after(15).serves('2');
  const { legs } = day.ticket('A003');
  expect(legs.map((leg) => leg.service)).toEqual(['account', 'cash']);
  expect(legs[1]?.from).toBe(legs[0]?.endedAt);
  expect(day.figures.all).toMatchObject({ replaced: 1, served: 3, rating: { done: 4 } });
});

test('a new ticket is for the same service and class, and never a test', () => {
  const day = late(story(strict)).after(15).losesNext('2').starts('3').ends('3').calls('3');
  const other = { type: 'ticket.issue', by: 'hand', replaces: day.id('A001') } as const;
  day
    .refuses('replace.mismatch', (d) => d.does({ ...other, service: 'account', class: 'ordinary' }))
    .refuses('replace.mismatch', (d) => d.does({ ...other, service: 'cash', class: 'premium' }))
    .refuses('replace.mismatch', (d) => d.replaces('A001', { test: true }))
    .refuses('ticket.notMissed', (d) => d.replaces('A002'));
});

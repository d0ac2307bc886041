import { expect, test } from 'vitest';
import { gate, type Sender } from '../../server/devices/gate.ts';
import type { Command } from '../../shared/lobby.ts';
import { visitView } from '../../shared/views/visit.ts';
import { type Story, story } from '../kit/story.ts';

const served = () => story().plugsIn('2').opens('2').takes().takes().serves('2');
const seen = (day: Story, number: string) => {
  const view = visitView(day.lobby, day.id(number), day.now, day.foreseen);
  if (!view) throw new Error(`${number} has no page`);
  return view.stage;
};

test('a rating by phone stands in a list of its own, and no satisfaction figure moves', () => {
  const day = served();
  const before = day.figures.all.rating;
  day.ratesByPhone('A001', 'fair');
  expect(day.figures.all.rating).toEqual(before);
  expect(day.figures.all.phone).toMatchObject({ n: 1, mean: 60, levels: { fair: 1 }, setAside: 0 });
  expect(day.prompt('A001')).toMatchObject({ is: 'open' });
});

test('without a phone the measures of a day are what they always were', () => {
  expect(served().rates('A001', 'fair').figures.all).not.toHaveProperty('phone');
});

test('by phone one rates once, after the service, within the day', () => {
  const day = served().after(15).calls('2');
  day.refuses('rating.notServed', (d) => d.ratesByPhone('A002', 'fair'));
  day.starts('2').refuses('rating.notServed', (d) => d.ratesByPhone('A002', 'fair'));
  day.ratesByPhone('A001', 'satisfied');
  day.refuses('rating.alreadyGiven', (d) => d.ratesByPhone('A001', 'fair'));
  day.ends('2').after(60).ratesByPhone('A002', 'fair');
  day.refuses('rating.alreadyGiven', (d) => d.ratesByPhone('A002', 'fair'));
  const over = served().closesDay();
  over.refuses('day.closed', (d) => d.ratesByPhone('A001', 'fair'));
  const yesterday = over.id('A001');
  over.at('2026-11-24 09:00').ticks();
  over.refuses('ticket.unknown', (d) =>
    d.does({ type: 'rating.byPhone', ticket: yesterday, level: 'fair' }),
  );
});

test('a ticket that is transferred on, given up or forgotten is rated by no phone', () => {
  const day = story().opens('2').takes().takes().calls('2').starts('2').after(60);
  day.transfers('2', 'account').refuses('rating.notServed', (d) => d.ratesByPhone('A001', 'fair'));
  day.givesUp('A002').refuses('rating.notServed', (d) => d.ratesByPhone('A002', 'fair'));
});

test('what was answered at the terminal is not rated by phone again', () => {
  const day = served().after(2).rates('A001', 'satisfied');
  day.refuses('rating.alreadyGiven', (d) => d.ratesByPhone('A001', 'dissatisfied'));
  const silent = served().after(2).declines('A001').ratesByPhone('A001', 'satisfied');
  expect(silent.figures.all).toMatchObject({ rating: { declined: 1, given: 0 }, phone: { n: 1 } });
});

test('a phone keeps no rating away from the terminal: its answer counts, the phone’s is set aside', () => {
  const day = served().ratesByPhone('A001', 'verySatisfied').after(2).rates('A001', 'fair');
  expect(day.figures.all.rating).toMatchObject({ given: 1, satisfaction: 60 });
  expect(day.figures.all.phone).toMatchObject({ n: 0, mean: null, setAside: 1 });
});

test('the sums of silence hold with phones as without', () => {
  const day = served().ratesByPhone('A001', 'satisfied').after(40).ticks();
  const { done, offered, given, declined, expired, open, notOfferable } = day.figures.all.rating;
  const not = Object.values(notOfferable).reduce((sum, n) => sum + n, 0);
  expect(offered + not).toBe(done);
  expect(given + declined + expired + open).toBe(offered);
});

test('reasons are for the dissatisfied, each once', () => {
  const day = served();
  day.refuses('rating.onlyIfDissatisfied', (d) => d.ratesByPhone('A001', 'fair', ['wait']));
  day.ratesByPhone('A001', 'dissatisfied', ['wait', 'wait', 'skill']);
  expect(day.ticket('A001').phone).toMatchObject({ reasons: ['wait', 'skill'] });
});

test('dissatisfied on the phone warns like any other, and no terminal takes it back', () => {
  const day = served().ratesByPhone('A001', 'dissatisfied');
  const [alert] = day.alerts;
  expect(alert).toBe(`dissatisfied ${day.id('A001')} orange`);
  day.after(2).rates('A001', 'dissatisfied').after(2).changesTo('A001', 'satisfied');
  expect(day.alerts).toEqual([alert]);
});

test('a test ticket rated by phone warns nobody and has no figure', () => {
  const day = story().opens('2').takes('cash', 'ordinary', { by: 'hand', test: true }).serves('2');
  day.ratesByPhone('A001', 'dissatisfied');
  expect(day.alerts).toEqual([]);
  expect(day.figures.all).not.toHaveProperty('phone');
});

test('an end is not undone once its customer has rated by phone', () => {
  const day = served().after(3).ratesByPhone('A001', 'satisfied');
  day.refuses('undo.rated', (d) => d.undoes('2'));
});

test('whoever waits may say so and leave; whoever was called, served or gone may not', () => {
  const day = story().opens('2').takes().takes().takes().leaves('A003');
  expect(day.is('A003')).toBe('abandoned');
  expect(day.figures.all).toMatchObject({ abandoned: 1 });
  day.refuses('ticket.notWaiting', (d) => d.leaves('A003'));
  day.calls('2').refuses('ticket.notWaiting', (d) => d.leaves('A001'));
  day
    .starts('2')
    .after(60)
    .ends('2')
    .refuses('ticket.notWaiting', (d) => d.leaves('A001'));
});

test('a phone speaks of the one ticket its token names', () => {
  const day = served();
  const phone: Sender = { device: 'phone', person: null, role: 'phone', ticket: day.id('A001') };
  const asks = (ticket: string, type: 'ticket.leave' | 'rating.byPhone') =>
    gate.command(phone, { type, ticket, level: 'fair' } as unknown as Command, day.lobby);
  for (const type of ['ticket.leave', 'rating.byPhone'] as const) {
    expect(asks(day.id('A001'), type)).toBeNull();
    expect(asks(day.id('A002'), type)).toBe('gate.forbidden');
  }
});

test('the page follows a ticket through all its situations', () => {
  const day = story().opens('2').opens('3').takes().takes().takes('account');
  expect(seen(day, 'A001')).toMatchObject({ is: 'waiting', ahead: 0 });
  expect(seen(day, 'A002')).toMatchObject({ is: 'waiting', ahead: 1, back: false });
  day.calls('2');
  expect(seen(day, 'A001')).toMatchObject({ is: 'called', counter: { zh: '2号窗口' }, times: 1 });
  day.after(20).recalls('2');
  expect(seen(day, 'A001')).toMatchObject({ is: 'called', times: 2 });
  day.misses('2');
  expect(seen(day, 'A001')).toEqual({ is: 'missed', how: 'next', left: 3, places: 3 });
  day.after(15).calls('2').starts('2');
  expect(seen(day, 'A002')).toMatchObject({ is: 'serving', counter: { en: 'Counter 2' } });
  expect(seen(day, 'A001')).toMatchObject({ how: 'next', left: 2 });
  day.comesBack('A001');
  expect(seen(day, 'A001')).toMatchObject({ is: 'waiting', back: true, ahead: 0 });
  expect(seen(day, 'B001')).toMatchObject({ is: 'waiting', ahead: 1 });
  day.holds('B001');
  expect(seen(day, 'B001')).toEqual({ is: 'held' });
  day.after(60).ends('2');
  expect(seen(day, 'A002')).toEqual({ is: 'done', mayRate: true, given: null });
  day.ratesByPhone('A002', 'fair');
  expect(seen(day, 'A002')).toEqual({ is: 'done', mayRate: false, given: 'fair' });
  day.leaves('A001').closesDay();
  expect(seen(day, 'A002')).toEqual({ is: 'dayOver' });
});

test('a missed ticket is told when it goes next, when behind, and when it needs a new one', () => {
  const day = story().opens('2');
  for (let n = 0; n < 12; n++) day.takes();
  day.losesNext('2');
  for (let n = 0; n < 4; n++) day.after(15).serves('2');
  expect(seen(day, 'A001')).toMatchObject({ how: 'behind', left: 0 });
  day.comesBack('A001');
  for (let n = 0; n < 3; n++) day.after(15).serves('2');
  day.after(15).losesNext('2');
  expect(day.is('A001')).toBe('missed');
  for (let n = 0; n < 4; n++) day.after(15).serves('2');
  expect(seen(day, 'A001')).toMatchObject({ how: 'new' });
  day.replaces('A001');
  expect(seen(day, 'A001')).toEqual({ is: 'replaced', by: 'A013' });
});

test('the bar fills with the wait, and where nobody serves it says nothing', () => {
  const day = story().opens('2').takes().takes().takes();
  const at = () => {
    const stage = seen(day, 'A003');
    return stage.is === 'waiting' ? stage.done : null;
  };
  expect(at()).toBe(0);
  day.after(240);
  expect(at()).toBeGreaterThan(0.1);
  day.closes('2');
  expect(seen(day, 'A003')).toMatchObject({ is: 'waiting', ahead: 2, wait: null, done: null });
});

test('a page tells nothing of anybody else', () => {
  const day = story().plugsIn('2').opens('2').takes('cash', 'premium').takes().takes();
  const text = JSON.stringify(visitView(day.lobby, day.id('A002'), day.now, day.foreseen));
  expect(text).not.toMatch(/A001|V001|premium|teller|2026-11-23/);
});

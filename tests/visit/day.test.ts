import { expect, test } from 'vitest';
import { story } from '../kit/story.ts';

test('the manager closes the day: who still waits has left, an open service was forgotten', () => {
  const day = story().plugsIn('2').opens('2').opens('3').takes().takes().takes().takes().takes();
  day.serves('2').after(1).calls('3').starts('3').after(15).losesNext('2').holds('A004');
  day.after(15).calls('2').closesDay();
  expect(['A001', 'A002', 'A003', 'A004', 'A005'].map(day.is)).toEqual([
    ...['done', 'done', 'abandoned', 'abandoned', 'abandoned'],
  ]);
  const { all } = day.figures;
  expect(all).toMatchObject({ tickets: 5, served: 2, abandoned: 3, forgotten: 1 });
  expect(all.rating).toMatchObject({
    done: 2,
    offered: 1,
    open: 0,
    notOfferable: { forgotten: 1 },
  });
  expect(day.lobby.visit).toMatchObject({ line: [], held: [], missed: [], doors: false });
  expect([day.counter('2').situation.is, day.counter('3').situation.is]).toEqual([
    ...['closed', 'closed'],
  ]);
});

test('a forgotten service is outside every mean, and counted', () => {
  const day = story().opens('2').takes().takes().after(100).serves('2', 200, 10).after(15);
  day.calls('2').after(50).starts('2').at('16:00').closesDay();
  const { all } = day.figures;
  expect(all).toMatchObject({ served: 2, forgotten: 1, abandoned: 0 });
  expect(all.wait).toMatchObject({ n: 1, mean: 110 });
  expect(all.service).toMatchObject({ n: 1, mean: 200 });
  expect(all.callGap).toMatchObject({ n: 1, mean: 10 });
});

test('a service on hold at the close was forgotten too', () => {
  const day = story().opens('2').takes().calls('2').starts('2').after(60).holds('A001').closesDay();
  expect(day.figures.all).toMatchObject({ forgotten: 1, abandoned: 0, service: { n: 0 } });
});

test('the close ends a rating that is still asked for', () => {
  const day = story().plugsIn('2').opens('2').takes().serves('2').after(5).closesDay();
  expect(day.prompt('A001')).toMatchObject({ is: 'expired', why: 'dayClosed' });
});

test('once closed, the day takes nothing more until the next one', () => {
  const day = story().opens('2').takes().at('17:30').closesDay().ticks();
  day.refuses('day.closed', (d) => d.takes('cash', 'ordinary', { by: 'hand' }));
  day.refuses('day.closed', (d) => d.opens('2')).refuses('day.closed', (d) => d.closesDay());
  day.refuses('day.closed', (d) => d.does({ type: 'doors.set', open: true }));
  day.refuses('day.alreadyOpen', (d) => d.does({ type: 'day.open', date: '2026-11-23' }));
  expect(day.at('2026-11-24 03:59').ticks().today).toBe('2026-11-23');
  expect(day.at('2026-11-24 04:00').ticks().takes().line).toEqual(['A001']);
  expect(day.today).toBe('2026-11-24');
});

test('at 04:00 local time an open day closes by itself; a ticket belongs to its own day', () => {
  const day = story().opens('2').takes().at('2026-11-24 03:59:59').ticks();
  expect(day.takes().id('A002')).toBe('2026-11-23.2');
  const before = day.figures.all;
  day.at('2026-11-24 04:00').ticks();
  expect(before.abandoned).toBe(0);
  expect(day.facts.filter((f) => f.type === 'ticket.abandoned')).toHaveLength(2);
  expect(day.facts.findLast((f) => f.type === 'day.closed')).toMatchObject({ by: 'clock' });
  expect(day.takes().id('A001')).toBe('2026-11-24.1');
  expect(day.counter('2').situation.is).toBe('closed');
});

test('a new day owes nothing to the one before: calls, offers and steps back are over', () => {
  const day = story().plugsIn('2').opens('2').takes('cash', 'premium').serves('2').unplugs('2');
  day.at('2026-11-24 09:00').ticks().opens('2');
  const { lastCallAt, sincePremium, prompt, terminalOff, press } = day.counter('2');
  expect([lastCallAt, sincePremium, prompt, terminalOff, press]).toEqual([
    null,
    null,
    null,
    0,
    null,
  ]);
  expect(day.lobby.visit).toMatchObject({ given: {}, restarts: [], tickets: { size: 0 } });
});

test('a day that is open cannot be opened again', () => {
  story().refuses('day.alreadyOpen', (d) => d.does({ type: 'day.open', date: '2026-11-24' }));
});

test('a wait across a restart of the hub is marked, others are not', () => {
  const day = story().opens('2').takes().after(60).restarts().after(60).takes().serves('2');
  expect(day.after(15).serves('2').figures.all.wait).toMatchObject({ n: 2, acrossRestart: 1 });
});

test('after a restart no terminal is there until it says so, and the time without it counts', () => {
  const day = story().plugsIn('2').opens('2').after(60).restarts().after(30);
  expect(day.counter('2').terminal).toBe(false);
  day.plugsIn('2').after(600).unplugs('2').after(5).closes('2').after(600);
  expect(day.counter('2').terminalOff).toBe(35_000);
  day.opens('2').plugsIn('2');
  expect(day.counter('2').terminalOff).toBe(35_000);
});

test('a clock that steps moves what is written beside a time, and no duration', () => {
  const day = story().opens('2').takes().after(60);
  day.does({ type: 'clock.step', by: -3_600_000, offset: -3_600_000 });
  expect(day.serves('2').figures.all.wait.mean).toBe(60);
  expect(day.lobby.visit.offset).toBe(-3_600_000);
});

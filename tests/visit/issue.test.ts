import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import { story } from '../kit/story.ts';

test('numbers run by letter: the service has its own, premium and care theirs', () => {
  const day = story().takes('cash').takes('cash').takes('account').takes('cash', 'premium');
  day.isGiven('account', 'elderly').takes('wealth', 'premium');
  expect(day.line).toEqual(['A001', 'A002', 'B001', 'V001', 'S001', 'V002']);
});

test('after the numbers kept for lending come four figures, and the next day begins at one', () => {
  const day = story();
  for (let n = 1; n <= 700; n++) day.takes();
  expect(day.line.at(-1)).toBe('A700');
  expect(day.takes().takes().line.slice(-2)).toEqual(['A1000', 'A1001']);
  expect(day.at('2026-11-24 04:00').ticks().takes().line).toEqual(['A001']);
});

test('a care ticket is given by hand, with a reason, and no other ticket has one', () => {
  const day = story()
    .refuses('care.byHandOnly', (d) => d.takes('cash', 'care', { reason: 'elderly' }))
    .refuses('care.needsReason', (d) => d.takes('cash', 'care', { by: 'hand' }))
    .refuses('reason.unexpected', (d) => d.takes('cash', 'premium', { reason: 'pregnant' }))
    .isGiven('cash', 'soldier');
  expect(day.ticket('S001')).toMatchObject({ class: 'care', by: 'hand', reason: 'soldier' });
});

const hours = {
  week: Array.from({ length: 7 }, () => ({ open: '09:30', close: '17:00' })),
  exceptions: {},
  ticketsBeforeMinutes: 15,
};

test('the kiosk stops outside opening hours; a person can always issue by hand', () => {
  const day = story({ hours });
  day.refuses('branch.notOpenYet', (d) => d.takes()).takes('cash', 'ordinary', { by: 'hand' });
  day.at('09:15').ticks().takes();
  day.at('17:00').ticks();
  day.refuses('branch.closed', (d) => d.takes()).takes('cash', 'ordinary', { by: 'hand' });
  expect(day.line).toEqual(['A001', 'A002', 'A003']);
});

test('at closing time those inside are still served', () => {
  const day = story({ hours }).at('16:59').ticks().opens('2').takes();
  day.at('17:00:30').ticks().serves('2');
  expect(day.lobby.visit.doors).toBe(false);
  expect(day.is('A001')).toBe('done');
});

test('on a holiday the kiosk issues nothing, a person does', () => {
  const holiday = { ...hours, exceptions: { '2026-11-23': null } };
  const day = story({ hours: holiday }).at('10:00').ticks();
  day.refuses('branch.closed', (d) => d.takes()).takes('cash', 'ordinary', { by: 'hand' });
});

test('a walk-up is entered on the spot with a reason, and nobody waits before it', () => {
  const day = story().opens('2').takes().walksIn('2');
  expect(day.ticket('A002')).toMatchObject({ by: 'walkIn', reason: 'quickQuestion' });
  expect(day.is('A002')).toBe('serving');
  day.refuses('counter.busy', (d) => d.walksIn('2'));
  day.opens('3').refuses('service.unknown', (d) => d.walksIn('3', 'gold'));
  expect(day.after(60).ends('2').line).toEqual(['A001']);
});

test('a service that anybody inside came for cannot be taken out of the settings', () => {
  const services = defaultSettings.services.filter((s) => s.id !== 'account');
  const counters = defaultSettings.counters.map((k) => ({
    ...k,
    services: k.services.filter((id) => id !== 'account'),
  }));
  const day = story().opens('2').takes('account').calls('2');
  day.refuses('settings.inUse', (d) => d.sets({ services, counters })).starts('2');
  day.refuses('settings.inUse', (d) => d.sets({ services, counters })).ends('2');
  day.sets({ services, counters }).refuses('service.unknown', (d) => d.takes('account'));
});

test('a counter that is not closed cannot be taken out of the settings', () => {
  const counters = defaultSettings.counters.filter((k) => k.id !== '2');
  const day = story()
    .opens('2')
    .refuses('settings.inUse', (d) => d.sets({ counters }));
  day
    .closes('2')
    .sets({ counters })
    .refuses('counter.unknown', (d) => d.opens('2'));
});

import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import { story } from '../kit/story.ts';

const asked = () => story().plugsIn('2').opens('2').takes().serves('2').after(3);
const unhappy = () => asked().rates('A001', 'dissatisfied');

test('a dissatisfied customer warns the branch manager at once', () => {
  const day = unhappy();
  expect(day.alert(1)).toMatchObject({ kind: 'dissatisfied', subject: day.id('A001') });
  expect(day.alert(1).recipients).toEqual(defaultSettings.alerts.recipients.orange);
  expect(asked().rates('A001', 'fair').lobby.care.alerts).toEqual([]);
});

test('each dissatisfied customer is one alert', () => {
  const day = unhappy().takes().after(15).serves('2').after(3).rates('A002', 'dissatisfied');
  expect(day.alerts).toHaveLength(2);
  expect(day.handles(1).alerts).toEqual([`dissatisfied ${day.id('A002')} orange`]);
});

test('second thoughts warn as well, and take a slip of the finger back', () => {
  const day = asked().rates('A001', 'fair').after(2).changesTo('A001', 'dissatisfied');
  expect(day.alerts).toHaveLength(1);
  expect(day.after(1).changesTo('A001', 'dissatisfied').alerts).toHaveLength(1);
  expect(day.after(1).changesTo('A001', 'satisfied').alerts).toEqual([]);
});

test('it is repeated every 10 minutes until somebody has handled it, and that ends it', () => {
  const day = unhappy().after(599).ticks();
  expect(day.count('alert.repeated')).toBe(0);
  day.after(1).ticks().acknowledges(1).after(600).ticks();
  expect(day.count('alert.repeated')).toBe(2);
  day
    .refuses('alert.alreadyAcknowledged', (d) => d.acknowledges(1))
    .handles(1)
    .after(600)
    .ticks();
  expect(day.count('alert.repeated')).toBe(2);
  expect(day.alert(1)).toMatchObject({ clearedAt: expect.any(Number) });
});

test('handling says who answered for it, even without an acknowledgement before', () => {
  const day = unhappy().handles(1);
  expect(day.facts.slice(-4).map((f) => f.type)).toEqual([
    ...['alert.acknowledged', 'alert.handled', 'alert.cleared', 'warning.closed'],
  ]);
});

test('what is not handled by evening waits for the morning, and reminds nobody at night', () => {
  const day = unhappy().closesDay().at('2026-11-24 03:00').ticks();
  expect(day.count('alert.repeated')).toBe(0);
  day.at('2026-11-24 09:00').ticks();
  expect(day.count('alert.repeated')).toBe(1);
  expect(day.handles(1).alerts).toEqual([]);
});

test('alerts of a new day have ids of their own', () => {
  const day = unhappy().at('2026-11-24 09:00').ticks().takes().at('2026-11-24 09:11').ticks();
  expect(day.lobby.care.alerts.map((a) => a.id)).toEqual(['2026-11-23.a1', '2026-11-24.a1']);
});

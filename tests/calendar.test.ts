import { expect, test } from 'vitest';
import {
  businessDateAt,
  doorsAt,
  localTime,
  nextOpening,
  spanOf,
  weekdayOf,
} from '../shared/calendar.ts';
import { defaultSettings } from '../shared/defaults.ts';
import type { BusinessDate } from '../shared/ids.ts';
import type { Settings } from '../shared/settings.ts';

const date = (text: string) => text as BusinessDate;
const inZone = (timeZone: string): Settings => ({
  ...defaultSettings,
  branch: { ...defaultSettings.branch, timeZone },
});

const span = { open: '09:00', close: '17:00' };
const hours = {
  week: [span, span, span, span, span, null, null],
  exceptions: { '2026-11-23': null, '2026-11-28': { open: '10:00', close: '12:00' } },
  ticketsBeforeMinutes: 20,
};
const weekly: Settings = { ...defaultSettings, hours };
const shanghai = (text: string) => Date.parse(`${text}:00+08:00`);

test('clocks that change a minute past a quarter hour are read minute by minute', () => {
  const at = (time: string) =>
    localTime('Antarctica/Casey', Date.parse(`2020-10-03T${time}Z`)).time;
  expect([at('15:59'), at('16:00'), at('16:01'), at('16:14')]).toEqual([
    ...['23:59', '00:00', '03:01', '03:14'],
  ]);
});

test('a wall time is read in the zone of the branch, on both sides of UTC midnight', () => {
  expect(localTime('Asia/Shanghai', Date.parse('2026-11-23T16:00:00Z'))).toEqual({
    date: '2026-11-24',
    time: '00:00',
  });
  expect(localTime('America/New_York', Date.parse('2026-11-23T04:59:00Z'))).toEqual({
    date: '2026-11-22',
    time: '23:59',
  });
});

test('until 04:00 local time the night belongs to the day before', () => {
  const at = (text: string) => businessDateAt(defaultSettings, shanghai(text));
  expect(at('2026-11-24T03:59')).toBe('2026-11-23');
  expect(at('2026-11-24T04:00')).toBe('2026-11-24');
  expect(at('2027-01-01T00:30')).toBe('2026-12-31');
  expect(at('2028-03-01T03:00')).toBe('2028-02-29');
});

test('a business day survives both changes of clocks, whole and once', () => {
  const berlin = inZone('Europe/Berlin');
  const hour = 3_600_000;
  for (const [from, hours] of [
    ['2026-03-28T03:00:00Z', 23],
    ['2026-10-24T02:00:00Z', 25],
  ] as const) {
    const start = Date.parse(from);
    const first = businessDateAt(berlin, start);
    expect(first).toBe(from.slice(0, 10));
    expect(businessDateAt(berlin, start - 1000)).not.toBe(first);
    expect(businessDateAt(berlin, start + hours * hour - 1000)).toBe(first);
    expect(businessDateAt(berlin, start + hours * hour)).not.toBe(first);
  }
});

test('the week begins on Monday', () => {
  expect(weekdayOf(date('2026-11-23'))).toBe(0);
  expect(weekdayOf(date('2026-11-29'))).toBe(6);
});

test('a date that differs has hours of its own, a holiday none', () => {
  expect(spanOf(hours, date('2026-11-24'))).toEqual(span);
  expect(spanOf(hours, date('2026-11-23'))).toBeNull();
  expect(spanOf(hours, date('2026-11-28'))).toEqual({ open: '10:00', close: '12:00' });
  expect(spanOf(hours, date('2026-11-29'))).toBeNull();
});

test('kiosks hand out tickets from shortly before opening until closing', () => {
  const at = (text: string) => doorsAt(weekly, shanghai(text));
  expect(at('2026-11-24T08:39')).toEqual({ is: 'before', opens: '09:00' });
  expect(at('2026-11-24T08:40')).toEqual({ is: 'open' });
  expect(at('2026-11-24T16:59')).toEqual({ is: 'open' });
  expect(at('2026-11-24T17:00')).toEqual({ is: 'closed' });
  expect(at('2026-11-23T12:00')).toEqual({ is: 'closed' });
  expect(at('2026-11-29T12:00')).toEqual({ is: 'closed' });
});

test('a branch that sets no hours always hands out tickets', () => {
  expect(doorsAt(defaultSettings, shanghai('2026-11-29T03:00'))).toEqual({ is: 'open' });
});

test('a closed branch knows when it opens next, and from when it gives numbers', () => {
  const next = (at: string, settings = weekly) => nextOpening(settings, shanghai(at));
  const on = (date: string, opens = '09:00', tickets = '08:40') => ({ date, opens, tickets });
  // Monday the 23rd is a holiday; Saturday the 28th has hours of its own.
  expect(next('2026-11-20T08:00')).toEqual(on('2026-11-20'));
  expect(next('2026-11-20T08:40')).toEqual(on('2026-11-24'));
  expect(next('2026-11-20T18:00')).toEqual(on('2026-11-24'));
  expect(next('2026-11-24T17:00')).toEqual(on('2026-11-25'));
  expect(next('2026-11-27T17:00')).toEqual(on('2026-11-28', '10:00', '09:40'));
  expect(next('2026-12-31T23:59')).toEqual(on('2027-01-01'));
});

test('who has no hours, or opens no more, says nothing of it', () => {
  expect(nextOpening(defaultSettings, shanghai('2026-11-24T03:00'))).toBeNull();
  const never = { ...hours, week: Array(7).fill(null), exceptions: {} };
  expect(nextOpening({ ...weekly, hours: never }, shanghai('2026-11-24T03:00'))).toBeNull();
});

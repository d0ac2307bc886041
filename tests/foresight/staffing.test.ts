import { expect, test } from 'vitest';
import { defaultSettings } from '../../shared/defaults.ts';
import { type Demand, neededIn } from '../../shared/foresight/staffing.ts';
import type { BusinessDate, ServiceId } from '../../shared/ids.ts';
import { type DayRow, rowOf } from '../../shared/month/dayRow.ts';
import { demandOf, likeDays, nextDay, staffedHalf } from '../../shared/questions/staffing.ts';
import { busy } from '../kit/busy.ts';
import { story } from '../kit/story.ts';

const cash = 'cash' as ServiceId;
/** So many ordinary customers for cash in each of two half-hours, five minutes each. */
const demand = (n: number, change: Partial<Demand> = {}): Demand => ({
  settings: defaultSettings,
  halves: ['09:00', '09:30'].map((at) => ({ at, by: { 'ordinary cash': n } })),
  durations: { [cash]: Array(30).fill(300) },
  ...change,
});
const count = (of: Demand) => neededIn(of, 1).counters.length;

test('one every five minutes need more than one counter and no more than two', () => {
  expect(count(demand(3))).toBe(1);
  expect(count(demand(8))).toBe(2);
});

test('more customers never need fewer counters', () => {
  const counts = [2, 6, 10, 14].map((n) => count(demand(n)));
  expect(counts).toEqual(counts.toSorted((a, b) => a - b));
  expect(new Set(counts).size).toBeGreaterThan(1);
});

test('a half-hour in which nobody comes needs none', () => {
  expect(neededIn(demand(0), 1)).toEqual({ counters: [], enough: true });
});

test('where all counters are not enough it says so', () => {
  const said = neededIn(demand(60), 1);
  expect(said.enough).toBe(false);
  // Counters 4 and 5 do not serve cash: opening them would help nobody.
  expect(said.counters.toSorted()).toEqual(['1', '2', '3']);
});

test('the counter that serves who comes is opened first', () => {
  const wealth = { at: '09:30', by: { 'premium wealth': 1 } };
  const [first] = neededIn(demand(0, { halves: [wealth] }), 0).counters;
  expect(first).toBe('5');
});

test('a tighter line needs more counters', () => {
  const { ordinary, premium } = defaultSettings.lines;
  const lines = { premium, ordinary: { ...ordinary, yellow: 30, orange: 60 } };
  const tight = demand(8, { settings: { ...defaultSettings, lines } });
  expect(count(tight)).toBeGreaterThan(count(demand(8)));
});

function rowAt(date: string): DayRow {
  const day = story().at(`${date} 09:00`).ticks().opens('1').opens('2');
  busy(day, { minutes: 90, every: 120, counters: ['1', '2'] });
  const row = rowOf(day.lobby, day.now);
  if (!row) throw new Error('a day leaves a row');
  return row;
}

test('days of the same weekday are put together, with how many counters were open', () => {
  const rows = ['2026-11-23', '2026-11-30', '2026-12-01', '2026-12-07'].map(rowAt);
  const days = likeDays(rows, '2026-12-14' as BusinessDate);
  expect(days.map((day) => day.date)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
  const half = staffedHalf(demandOf(days, defaultSettings), days, 1);
  expect(half).toMatchObject({ at: '09:30', arrivals: 15, open: 2, enough: true });
  expect(half.counters.length).toBeGreaterThan(1);
});

test('what the branch does not offer any more needs no counter', () => {
  const days = [rowAt('2026-11-23')];
  const services = defaultSettings.services.filter((s) => s.id !== 'cash');
  const { halves } = demandOf(days, { ...defaultSettings, services });
  expect(halves.every(({ by }) => Object.keys(by).length === 0)).toBe(true);
});

test('the next day is the next one that opens; without any in two weeks there is none', () => {
  const open = { open: '09:00', close: '17:00' };
  const week = [open, open, open, open, open, null, null];
  const hours = { week, exceptions: {}, ticketsBeforeMinutes: 0 };
  const friday = '2026-11-27' as BusinessDate;
  expect(nextDay({ ...defaultSettings, hours }, friday)).toBe('2026-11-30');
  expect(nextDay(defaultSettings, friday)).toBe('2026-11-28');
  const shut = { ...hours, week: Array(7).fill(null) };
  expect(nextDay({ ...defaultSettings, hours: shut }, friday)).toBeNull();
});

import { expect, test } from 'vitest';
import { planDay } from '../../server/rehearsal/day.ts';
import { dice } from '../../server/rehearsal/dice.ts';
import { type Rehearsal, rehearse } from '../../server/rehearsal/rehearse.ts';
import { sampleBranch } from '../../server/rehearsal/sampleBranch.ts';
import { figuresOf } from '../../server/upkeep/figures.ts';
import type { BusinessDate } from '../../shared/ids.ts';
import type { Fact } from '../../shared/lobby.ts';
import { settingsSchema } from '../../shared/settings.ts';

const MONDAY = '2026-11-23' as BusinessDate;
const SEEDS = [1, 2, 4, 7];
const played = new Map(SEEDS.map((seed) => [seed, rehearse(seed)]));
const days = [...played.values()];

const figures = ({ days }: Rehearsal) =>
  figuresOf([{ name: 'sample', days: days.all() }], false).all;
const count = ({ facts }: Rehearsal, type: Fact['type']) =>
  facts.filter((fact) => fact.type === type).length;
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** The most who waited at one time. */
function crowd({ facts }: Rehearsal): number {
  let [waiting, most] = [0, 0];
  for (const { type } of facts) {
    if (type === 'ticket.issued' || type === 'ticket.returned') waiting++;
    if (type === 'ticket.called' || type === 'ticket.abandoned') waiting--;
    most = Math.max(most, waiting);
  }
  return most;
}

test('the settings of the sample branch are settings', () => {
  expect(settingsSchema.parse(sampleBranch)).toEqual(sampleBranch);
});

test('the same seed plans the same day, another seed another', () => {
  const plan = planDay(1, MONDAY, sampleBranch);
  expect(planDay(1, MONDAY, sampleBranch)).toEqual(plan);
  expect(planDay(2, MONDAY, sampleBranch)).not.toEqual(plan);
  expect(planDay(1, '2026-11-24' as BusinessDate, sampleBranch)).not.toEqual(plan);
});

test('the same seed leads to the same facts', () => {
  expect(rehearse(1).facts).toEqual(played.get(1)?.facts);
});

test('a day is busy, not desperate', () => {
  expect(median(days.map((day) => figures(day).tickets))).toBeGreaterThan(205);
  expect(median(days.map((day) => figures(day).tickets))).toBeLessThan(240);
  expect(median(days.map(crowd))).toBeGreaterThan(12);
  expect(median(days.map(crowd))).toBeLessThan(26);
  const satisfaction = median(days.map((day) => figures(day).rating?.satisfaction ?? 0));
  expect(satisfaction).toBeGreaterThan(88);
  expect(satisfaction).toBeLessThan(96);
});

test('everything that happens in a lobby happens', () => {
  const happens = (type: Fact['type']) => days.some((day) => count(day, type) > 0);
  const types: Fact['type'][] = [
    ...(['ticket.missed', 'ticket.returned', 'ticket.held', 'ticket.abandoned'] as const),
    ...(['service.transferred', 'counter.paused', 'rating.invited', 'rating.declined'] as const),
    ...(['rating.expired', 'rating.extended', 'rating.notOfferable'] as const),
    ...(['alert.raised', 'alert.handled', 'terminal.offline', 'day.closed'] as const),
  ];
  expect(types.filter((type) => !happens(type))).toEqual([]);
});

test.each(SEEDS)('silence is countable: the sums hold (%i)', (seed) => {
  const day = played.get(seed);
  const rating = day && figures(day).rating;
  if (!rating) throw new Error('no rating was asked for all day');
  const { done, offered, given, declined, expired, open, notOfferable } = rating;
  const { noTerminal, transferred, forgotten } = notOfferable;
  expect(done).toBe(offered + noTerminal + transferred + forgotten);
  expect(offered).toBe(given + declined + expired);
  expect(open).toBe(0);
});

test('tellers and customers press what they may', () => {
  for (const { refused } of days)
    expect([...refused.values()].reduce((sum, n) => sum + n, 0)).toBeLessThan(5);
});

test('after an evening comes another morning', () => {
  const { days } = rehearse(3, { days: 2 });
  expect(days.all().map(({ date }) => date)).toEqual(['2026-11-23', '2026-11-24']);
  expect(days.all().every(({ tickets }) => tickets.length > 150)).toBe(true);
});

test('dice fall evenly, and each purpose has its own', () => {
  const own = dice('a');
  const throws = Array.from({ length: 4000 }, () => own.unit());
  expect(throws.reduce((sum, x) => sum + x, 0) / 4000).toBeCloseTo(0.5, 1);
  const lasting = Array.from({ length: 4000 }, () => own.lasting(60, 0.5));
  expect(lasting.reduce((sum, x) => sum + x, 0) / 4000 / 60).toBeCloseTo(1, 1);
  expect(dice('a').for('x').unit()).not.toBe(dice('a').for('y').unit());
});

import { expect, test } from 'vitest';
import { nothingLearned } from '../../shared/foresight/learned.ts';
import { withReturn } from '../../shared/foresight/returning.ts';
import {
  type Rule,
  type Scene,
  type Server,
  type Waiter,
  waitsOf,
} from '../../shared/foresight/simulate.ts';
import type { CounterId, ServiceId } from '../../shared/ids.ts';

const cash = 'cash' as ServiceId;
const wealth = 'wealth' as ServiceId;

const waiter = (change: Partial<Waiter> = {}): Waiter => ({
  ...{ service: cash, class: 'ordinary', from: -100, leaving: 0 },
  ...change,
});
const me = waiter({ from: 0 });
const server = (n: number, change: Partial<Server> = {}): Server => ({
  ...{ id: String(n) as CounterId, serving: cash, since: 0, takes: () => 1, sincePremium: null },
  ...change,
});
const scene = (change: Partial<Scene> = {}): Scene => ({
  ...{ waiters: [], coming: [], me, servers: [server(1)], usual: () => 100, horizon: 10_000 },
  ...{ rule: ({ from }) => from, fairness: null },
  ...change,
});
const mean = (waits: readonly number[]) => waits.reduce((s, w) => s + w, 0) / waits.length;
/** Over many seeds, so that what is asserted is the queue and not the dice. */
const expected = (change: Partial<Scene>) =>
  mean(Array.from({ length: 60 }, (_, seed) => mean(waitsOf(scene(change), nothingLearned, seed))));
const line = (n: number, change: Partial<Waiter> = {}) =>
  Array.from({ length: n }, (_, i) => waiter({ ...change, from: i - 200 }));

test('the same seed sees the same futures', () => {
  expect(waitsOf(scene(), nothingLearned, 4)).toEqual(waitsOf(scene(), nothingLearned, 4));
  expect(waitsOf(scene(), nothingLearned, 4)).not.toEqual(waitsOf(scene(), nothingLearned, 5));
});

test('with n ahead at one counter, n + 1 services have to end', () => {
  for (const n of [0, 3, 9])
    expect(expected({ waiters: line(n) }) / (100 * (n + 1))).toBeCloseTo(1, 1);
});

test('what a counter takes between two people is waited for as often as there are people', () => {
  let { returning } = nothingLearned;
  for (let n = 0; n < 500; n++) returning = withReturn(returning, 30);
  const learned = { ...nothingLearned, returning };
  const waits = Array.from({ length: 60 }, (_, seed) =>
    mean(waitsOf(scene({ waiters: line(9) }), learned, seed)),
  );
  expect(mean(waits) / (1000 + 9 * 30)).toBeCloseTo(1, 1);
});

test('two counters halve it', () => {
  const waits = expected({ waiters: line(9), servers: [server(1), server(2)] });
  expect(waits / 500).toBeCloseTo(1, 1);
});

test('whoever only takes another service does not help', () => {
  const other = server(2, { takes: (kind) => (kind.service === wealth ? 1 : 0) });
  const alone = expected({ waiters: line(4) });
  expect(expected({ waiters: line(4), servers: [server(1), other] })).toBeCloseTo(alone, -2);
});

test('those ahead who leave shorten it, those who overtake lengthen it', () => {
  const usual = expected({ waiters: line(6) });
  expect(expected({ waiters: line(6, { leaving: 0.002 }) })).toBeLessThan(usual * 0.9);
  const premium = { ...waiter({ class: 'premium' }), rate: 0.01, within: 300 };
  const premiumFirst: Rule = (w) => w.from - (w.class === 'premium' ? 300 : 0);
  const overtaken = expected({ waiters: line(6), coming: [premium], rule: premiumFirst });
  expect(overtaken).toBeGreaterThan(usual * 1.1);
});

test('a rule under which waiting counts more for one class lets it catch up', () => {
  const shares: Rule = (w, now) => (w.from - now) / (w.class === 'premium' ? 600 : 1200);
  const premium = line(6, { class: 'premium' }).map((w, i) => ({ ...w, from: i * 20 }));
  const usual = expected({ waiters: premium });
  expect(expected({ waiters: premium, rule: shares })).toBeGreaterThan(usual * 1.5);
});

test('a long line is looked at fewer times, and no less than eight', () => {
  expect(waitsOf(scene({ waiters: line(199) }), nothingLearned, 1)).toHaveLength(20);
  expect(waitsOf(scene({ waiters: line(600) }), nothingLearned, 1)).toHaveLength(8);
});

test('without anybody at work nothing but the horizon is seen', () => {
  expect(waitsOf(scene({ servers: [] }), nothingLearned, 1)).toEqual(Array(40).fill(10_000));
});

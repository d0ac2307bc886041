import { expect, test } from 'vitest';
import type { ClosingId } from '../../shared/city/ids.ts';
import { closingsOf, proposalsOf } from '../../shared/city/months/state.ts';
import type { CityStory } from '../kit/city.ts';
import { branch, node } from '../kit/city.ts';
import { closes, gathered, inOrder, seen, twelve } from '../kit/cityMonth.ts';

const OCTOBER = { branches: inOrder() };
const closing = (story: CityStory, month = '2026-10') => {
  const found = closingsOf(story.city.months, node('city')).find((one) => one.month === month);
  if (!found) throw new Error(`${month} is not closed`);
  return found;
};
const of = (story: CityStory, id: string) =>
  closing(story).branches.find((one) => one.branch === branch(id));
const proposals = (story: CityStory, month = '2026-10') =>
  proposalsOf(story.city.months, `${month}.city` as ClosingId);

test('a month is closed with its figures, its places, its rules and the heads they stand on', () => {
  const { branches, version, by, sum } = closing(closes(twelve(), '2026-10', OCTOBER));
  expect(branches.map((one) => one.branch)).toEqual(Object.keys(OCTOBER.branches));
  expect(branches[0]).toMatchObject({
    ...{ place: 1, mean: 1, group: 'top', totalPlace: 1, first: 'east', second: 'east-2' },
    ...{ places: { averageWait: 1, invitationRate: 1 }, head: { epoch: 1, seq: 100 } },
    ...{ version, own: version },
  });
  expect(branches.map(({ group }) => group)).toEqual([
    ...Array.from({ length: 5 }, () => 'top'),
    ...[null, null],
    ...Array.from({ length: 5 }, () => 'bottom'),
  ]);
  expect(by).toBe('chief');
  expect(sum).toMatch(/^[0-9a-f]{8}$/);
});

test('a month that goes on, one closed already, an earlier one and an empty one are refused', () => {
  const { sum } = seen(twelve(), '2026-10', OCTOBER);
  const close = { type: 'month.close', month: '2026-10', node: 'city', sum } as const;
  const gives = { gathered: gathered('2026-10', OCTOBER) };
  twelve().with(gives).on('2026-10-31').refuses('month.notOver', close);
  twelve()
    .with(gives)
    .refuses('node.unknown', { ...close, node: 'nobody' });
  closes(twelve(), '2026-10', OCTOBER)
    .refuses('month.closedAlready', close)
    .with({ gathered: gathered('2026-09', OCTOBER) })
    .refuses('month.order', { ...close, month: '2026-09' });
  twelve()
    .with({ gathered: gathered('2026-10', { branches: {} }) })
    .refuses('month.nothing', close);
});

test('what changed since it was shown is not closed unseen', () => {
  const { sum } = seen(twelve(), '2026-10', OCTOBER);
  const late = { branches: { ...OCTOBER.branches, b3: { wait: 40 } } };
  twelve()
    .with({ gathered: gathered('2026-10', late) })
    .refuses('month.changed', { type: 'month.close', month: '2026-10', node: 'city', sum });
});

test('what is missing is closed over only with a reason, which stays with it', () => {
  const lacking = {
    ...OCTOBER,
    lacks: [{ what: 'ledger', branch: branch('b3'), through: '2026-10-29' as never }] as const,
  };
  const { sum, blocking } = seen(twelve(), '2026-10', lacking);
  expect(blocking).toBe(1);
  twelve()
    .with({ gathered: gathered('2026-10', lacking) })
    .refuses('month.incomplete', { type: 'month.close', month: '2026-10', node: 'city', sum });
  const story = closes(twelve(), '2026-10', lacking, { despite: '线路故障，网点已确认无业务' });
  expect(closing(story)).toMatchObject({
    despite: '线路故障，网点已确认无业务',
    lacks: [lacking.lacks[0]],
  });
});

test('in a small city the groups never meet, and who is short of the sample is said', () => {
  const few = { branches: { b1: { wait: 5 }, b2: { wait: 6 }, b3: { n: 40, premiumRatings: 5 } } };
  const story = closes(twelve(), '2026-10', few);
  expect(closing(story).branches.map(({ place, group }) => [place, group])).toEqual([
    [1, 'top'],
    [2, 'bottom'],
    [null, null],
  ]);
  expect(of(story, 'b3')).toMatchObject({ totalPlace: null, short: expect.any(Array) });
});

test('equals share a place, and a branch that opened in mid-month is marked', () => {
  const same = { wait: 8, satisfaction: 92 };
  const story = closes(twelve(), '2026-10', {
    branches: { ...inOrder(), b1: same, b2: same, b3: { ...same, opened: '2026-10-16' } },
  });
  const places = ['b1', 'b2', 'b3'].map((id) => of(story, id)?.totalPlace);
  expect(new Set(places).size).toBe(1);
  expect(of(story, 'b3')).toMatchObject({ opened: '2026-10-16', place: of(story, 'b1')?.place });
});

test('totals are compared only where they are made of the same items', () => {
  const story = closes(twelve(), '2026-10', {
    branches: { ...inOrder(), b2: { inspected: null } },
  });
  expect(of(story, 'b2')).toMatchObject({ totalPlace: null, total: { weight: 30, of: 60 } });
  expect(of(story, 'b1')?.totalPlace).toBe(1);
  const nobody = closes(twelve(), '2026-10', {
    branches: { b1: { inspected: null }, b2: { inspected: null, wait: 20 } },
  });
  expect(of(nobody, 'b1')?.totalPlace).toBe(1);
});

test('last month stands beside each figure, by its closing once it was closed', () => {
  const books = closes(twelve(), '2026-10', { ...OCTOBER, before: { b1: { wait: 7 } } });
  expect(of(books, 'b1')?.before).toMatchObject({ figures: { averageWait: 420 }, place: null });
  const closed = closes(closes(twelve(), '2026-09', OCTOBER), '2026-10', {
    ...{ ...OCTOBER, before: { b1: { wait: 99 } } },
  });
  expect(of(closed, 'b1')?.before).toMatchObject({
    ...{ figures: { averageWait: 300 }, place: 1, totalPlace: 1 },
  });
  expect(of(closed, 'b1')?.yearAgo).toBeNull();
});

test('the first are proposed for rewards and the last for fines, by post and holder, in tiers', () => {
  const story = closes(twelve(), '2026-10', OCTOBER);
  const all = proposals(story).map((p) => [p.kind, p.branch, p.seat, p.person, p.tier, p.why]);
  expect(all.filter(([, id]) => id === 'b1')).toEqual([
    ['reward', 'b1', 'first.vice', 'east-v', 1, 'edge'],
    ['reward', 'b1', 'first.business', 'east-b', 1, 'edge'],
    ['reward', 'b1', 'second.president', 'east2-p', 1, 'edge'],
    ['reward', 'b1', 'second.vice', 'east2-v', 1, 'edge'],
  ]);
  // An outlet right under a first-level sub-branch has no second-level posts.
  expect(all.filter(([, id]) => id === 'b12')).toEqual([
    ['fine', 'b12', 'first.vice', 'west-v', 1, 'edge'],
    ['fine', 'b12', 'first.business', 'west-b', 1, 'edge'],
  ]);
  const tierOf = (id: string) => all.find(([, own]) => own === id)?.[4];
  expect(['b2', 'b3', 'b4', 'b5', 'b8', 'b9', 'b10', 'b11'].map(tierOf)).toEqual([
    ...[2, 2, 3, 3, 3, 3, 2, 2],
  ]);
  expect(proposals(story).every(({ is, amount }) => is === 'open' && amount === null)).toBe(true);
});

test('whoever held the post for part of the month is proposed for that part; a vacancy is said', () => {
  const weights = { premiumWait: 20, ordinaryWait: 15, satisfaction: 25 };
  const rules = {
    ...{ version: 'v1', from: '2026-10' },
    weights: { ...weights, environment: 15, standards: 15, duty: 10 },
    fines: [{ upTo: 5, amounts: { 'first.vice': 310 } }],
  };
  const story = twelve()
    .does({ type: 'rules.set', node: 'city', rules })
    .holds('west', 'vice', null, '2026-10-11')
    .holds('west', 'vice', 'new-v', '2026-10-22');
  const closed = closes(story, '2026-10', OCTOBER);
  const vices = proposals(closed).filter((p) => p.branch === 'b12' && p.seat === 'first.vice');
  expect(vices.map(({ person, days, ofDays, amount }) => [person, days, ofDays, amount])).toEqual([
    ['west-v', 10, 31, 100],
    ['new-v', 10, 31, 100],
  ]);
  expect(closing(closed).lacks).toEqual([
    { what: 'vacant', node: 'west', seat: 'first.vice', days: 11 },
  ]);
});

test('from the fourth time among the last in a calendar year, the first-level president as well', () => {
  let story = twelve();
  const presidents = (month: string) =>
    proposals(story, month).filter(({ seat }) => seat === 'first.president');
  for (const month of ['2026-01', '2026-02', '2026-03']) {
    story = closes(story, month, OCTOBER);
    expect(presidents(month)).toEqual([]);
  }
  story = closes(story, '2026-07', OCTOBER);
  expect(presidents('2026-07').map((p) => [p.branch, p.person, p.why, p.times])).toEqual(
    ['b8', 'b9', 'b10', 'b11', 'b12'].map((id) => [id, 'west-p', 'repeat', 4]),
  );
  story = closes(story, '2027-01', OCTOBER);
  expect(presidents('2027-01')).toEqual([]);
});

test('a first-level sub-branch may rank and close its own branches, and proposes nothing', () => {
  const story = closes(twelve(), '2026-10', OCTOBER, { unit: 'east' });
  const [own] = closingsOf(story.city.months, node('east'));
  expect(own?.branches.map((one) => one.branch)).toEqual(['b1', 'b2', 'b3', 'b4', 'b5', 'b6']);
  expect(own?.branches.map(({ group }) => group).filter(Boolean)).toHaveLength(6);
  expect(Object.keys(story.city.months.proposals)).toEqual([]);
});

test('a closed month keeps its units and its rules; who held a post may be told late', () => {
  const story = closes(twelve(), '2026-10', OCTOBER);
  const weights = { premiumWait: 20, ordinaryWait: 15, satisfaction: 25 };
  const rules = {
    version: 'v9',
    weights: { ...weights, environment: 15, standards: 15, duty: 10 },
  };
  story
    .refuses('node.inClosedMonth', {
      ...{ type: 'branch.bind', branch: 'b1', node: 'n12', from: '2026-10-20' },
    })
    .does({ type: 'branch.bind', branch: 'b1', node: 'n12', from: '2026-11-01' })
    .refuses('rules.monthClosed', {
      ...{ type: 'rules.set', node: 'city', rules: { ...rules, from: '2026-10' } },
    })
    .does({ type: 'rules.set', node: 'city', rules: { ...rules, from: '2026-11' } })
    .does({ type: 'post.hold', node: 'west', post: 'vice', person: 'x', from: '2026-10-01' });
});

import { expect, test } from 'vitest';
import { branchesUnder, childrenOf, lineOfBranch, nearest } from '../../shared/city/levels/tree.ts';
import { tenuresIn } from '../../shared/city/posts/tenures.ts';
import { rulesFor } from '../../shared/city/rules/state.ts';
import { branch, cityStory, date, node, twoSides } from '../kit/city.ts';

const OCTOBER = { from: date('2026-10-01'), to: date('2026-10-31') };
const weights = {
  ...{ premiumWait: 20, ordinaryWait: 15, satisfaction: 25 },
  ...{ environment: 15, standards: 15, duty: 10 },
};

test('a branch stands under everything above its lobby, up to the top', () => {
  const { levels } = twoSides().city;
  const line = lineOfBranch(levels, branch('e1'), '2026-10-31');
  expect(line.map(({ id }) => id)).toEqual(['e1-lobby', 'east-2', 'east', 'city']);
  expect(nearest(line, 'first')?.id).toBe('east');
  expect(branchesUnder(levels, node('city'), '2026-10-31')).toEqual(['e1', 'w1']);
  expect(childrenOf(levels, node('city'), '2026-10-31').map(({ id }) => id)).toEqual([
    'east',
    'west',
  ]);
});

test('a unit that moves takes its branches along, from that day on', () => {
  const { levels } = twoSides().does({
    ...{ type: 'node.move', node: 'east-2', parent: 'west', from: '2026-10-15' },
  }).city;
  expect(branchesUnder(levels, node('west'), '2026-10-14')).toEqual(['w1']);
  expect(branchesUnder(levels, node('west'), '2026-10-15')).toEqual(['e1', 'w1']);
});

test('a unit belongs to one of a higher level, which has to be there', () => {
  const open = { type: 'node.open', node: 'x', name: { zh: '某', en: 'x' } } as const;
  twoSides()
    .refuses('node.levelWrong', { ...open, level: 'city', parent: 'east', from: '2026-02-01' })
    .refuses('node.unknown', { ...open, level: 'first', parent: 'nobody', from: '2026-02-01' })
    .refuses('node.unknown', { ...open, level: 'first', parent: 'city', from: '2025-12-31' })
    .refuses('node.dateWrong', { ...open, level: 'first', parent: 'city', from: '2026-02-30' })
    .refuses('node.exists', {
      ...open,
      node: 'east',
      level: 'first',
      parent: 'city',
      from: '2026-02-01',
    })
    .refuses('node.hasUnits', { type: 'node.close', node: 'east', to: '2026-10-31' })
    .refuses('node.same', {
      type: 'branch.bind',
      branch: 'e1',
      node: 'e1-lobby',
      from: '2026-02-01',
    });
});

test('what holds from a day on is not told of an earlier one', () => {
  twoSides()
    .does({ type: 'node.move', node: 'east-2', parent: 'west', from: '2026-10-15' })
    .refuses('node.dateOrder', {
      ...{ type: 'node.move', node: 'east-2', parent: 'east', from: '2026-10-14' },
    });
});

test('nothing of the city is decided without a person', () => {
  const open = { type: 'node.open', node: 'x', name: { zh: '某', en: 'x' } } as const;
  cityStory()
    .with({ person: null })
    .refuses('city.needsPerson', { ...open, level: 'city', parent: null, from: '2026-02-01' });
});

test('a post changes hands in mid-month, and is vacant until somebody is named', () => {
  const { posts } = twoSides()
    .holds('east', 'vice', 'p1', '2026-10-05')
    .holds('east', 'vice', 'p2', '2026-10-20').city;
  expect(tenuresIn(posts, node('east'), 'vice', OCTOBER)).toEqual([
    { person: null, from: '2026-10-01', to: '2026-10-04', days: 4 },
    { person: 'p1', from: '2026-10-05', to: '2026-10-19', days: 15 },
    { person: 'p2', from: '2026-10-20', to: '2026-10-31', days: 12 },
  ]);
});

test('a post that a level does not have, or that is held like that already, is refused', () => {
  const hold = { type: 'post.hold', person: 'p1', from: '2026-10-01' } as const;
  twoSides()
    .refuses('post.notThere', { ...hold, node: 'east-2', post: 'business' })
    .refuses('post.same', { ...hold, node: 'east', post: 'vice', person: null });
});

test('a unit goes by its own rules, or by those of the nearest one above', () => {
  const set = (story: ReturnType<typeof twoSides>, at: string, version: string, from: string) =>
    story.does({ type: 'rules.set', node: at, rules: { version, from, weights } });
  const story = set(set(twoSides(), 'city', 'v1', '2026-03'), 'east', 'own', '2026-06');
  const { rules, levels } = story.city;
  const of = (id: string, month: string) => {
    const found = rulesFor(rules, lineOfBranch(levels, branch(id), '2026-10-31'), month);
    return [found.rules.version, found.setBy];
  };
  expect(of('e1', '2026-02')).toEqual(['standard', null]);
  expect(of('e1', '2026-05')).toEqual(['v1', 'city']);
  expect(of('e1', '2026-10')).toEqual(['own', 'east']);
  expect(of('w1', '2026-10')).toEqual(['v1', 'city']);
});

test('a version has a name of its own, and weights', () => {
  const rules = { version: 'v1', from: '2026-03', weights };
  const none = Object.fromEntries(Object.keys(weights).map((item) => [item, 0]));
  twoSides()
    .does({ type: 'rules.set', node: 'city', rules })
    .refuses('rules.nameTaken', {
      ...{ type: 'rules.set', node: 'city' },
      rules: { version: 'v1', from: '2026-04', weights },
    })
    .refuses('rules.weightless', {
      ...{ type: 'rules.set', node: 'city' },
      rules: { version: 'v2', from: '2026-04', weights: { ...weights, ...none } },
    });
});

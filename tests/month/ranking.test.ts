import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BranchId } from '../../shared/ids.ts';
import { type Contender, RANKINGS, type Ranking, rank } from '../../shared/month/ranking.ts';

const samples = {
  averageWait: 100,
  satisfaction: 30,
  premiumSatisfaction: 30,
  invitationRate: 100,
};
const MANY = 500;

/** A branch by its four values; each stands on enough unless `few` says otherwise. */
function branch(
  id: string,
  values: readonly (number | null)[],
  few: Partial<Record<Ranking, number>> = {},
): Contender {
  const figures = RANKINGS.map((ranking, i) => {
    return [ranking, { value: values[i] ?? null, n: few[ranking] ?? MANY }] as const;
  });
  return {
    branch: id as BranchId,
    figures: Object.fromEntries(figures) as Contender['figures'],
  };
}

const shown = (all: readonly Contender[]) =>
  rank(all, samples).map(({ branch, place, group }) => [branch, place, group]);

test('a short wait is good, and so is a high share of everything else', () => {
  const [first, second] = rank(
    [branch('slow', [900, 80, 80, 0.5]), branch('quick', [300, 95, 95, 0.9])],
    samples,
  );
  expect(first).toMatchObject({ branch: 'quick', place: 1, mean: 1, group: 'top' });
  expect(second).toMatchObject({ branch: 'slow', place: 2, mean: 2, group: 'bottom' });
});

test('the combined place is the mean of four, and equals go by satisfaction', () => {
  const all = [
    branch('a', [100, 70, 90, 0.5]),
    branch('b', [200, 90, 70, 0.6]),
    branch('c', [300, 80, 80, 0.7]),
  ];
  // a: 1, 3, 1, 3. b: 2, 1, 3, 2. c: 3, 2, 2, 1. All have the mean 2.
  expect(rank(all, samples).map(({ mean }) => mean)).toEqual([2, 2, 2]);
  expect(shown(all)).toEqual([
    ['b', 1, 'top'],
    ['c', 2, null],
    ['a', 3, 'bottom'],
  ]);
});

test('equal figures share a place, and the next one counts them both', () => {
  const all = [
    branch('a', [100, 90, 90, 0.5]),
    branch('b', [100, 80, 80, 0.6]),
    branch('c', [300, 70, 70, 0.7]),
  ];
  const places = rank(all, samples).map((one) => [one.branch, one.rankings.averageWait.place]);
  expect(Object.fromEntries(places)).toEqual({ a: 1, b: 1, c: 3 });
});

test('who is short of the sample in one ranking stands there at the mean relative place of the others', () => {
  const all = [
    branch('a', [100, 90, 90, 0.9]),
    branch('b', [200, 80, 99, 0.8], { premiumSatisfaction: 29 }),
    branch('c', [300, 70, 70, 0.7]),
  ];
  const b = rank(all, samples).find((one) => one.branch === 'b');
  // Second of three in the others: two thirds of a list of two.
  expect(b?.mean).toBeCloseTo((2 + 2 + 2 + (2 / 3) * 2) / 4, 12);
  expect(b).toMatchObject({ short: ['premiumSatisfaction'], place: 2 });
  expect(b?.rankings.premiumSatisfaction).toEqual({ value: 99, n: 29, place: null });
});

test('who is short in two is not ranked, and is neither rewarded nor fined', () => {
  const all = [
    branch('a', [100, 90, 90, 0.9]),
    branch('b', [200, 80, null, 0.8], { satisfaction: 12 }),
    branch('c', [300, 70, 70, 0.7]),
  ];
  const b = rank(all, samples).find((one) => one.branch === 'b');
  expect(b).toMatchObject({ place: null, mean: null, group: null });
  expect(b?.short).toEqual(['satisfaction', 'premiumSatisfaction']);
  expect(shown(all).map(([id]) => id)).toEqual(['a', 'c', 'b']);
});

test('a figure equal to one that counts gets no place by it when it stands on too little', () => {
  const all = [
    branch('a', [100, 90, 90, 0.9]),
    branch('b', [100, 80, 80, 0.8], { averageWait: 99 }),
  ];
  const b = rank(all, samples).find((one) => one.branch === 'b');
  expect(b?.rankings.averageWait.place).toBeNull();
});

test.each([
  [1, 0],
  [2, 1],
  [3, 1],
  [9, 4],
  [10, 5],
  [40, 5],
])('of %i branches %i are at the top, and as many at the bottom', (n, edge) => {
  const all = Array.from({ length: n }, (_, i) =>
    branch(`b${i}`, [100 + i, 90 - i, 90 - i, 0.9 - i / 100]),
  );
  const groups = rank(all, samples).map(({ group }) => group);
  expect(groups.filter((group) => group === 'top')).toHaveLength(edge);
  expect(groups.filter((group) => group === 'bottom')).toHaveLength(edge);
});

test('equals across the edge are all rewarded, and none of them is fined', () => {
  const same = [100, 90, 90, 0.9];
  const all = ['a', 'b', 'c', 'd'].map((id) => branch(id, same));
  expect(shown(all)).toEqual(['a', 'b', 'c', 'd'].map((id) => [id, 1, 'top']));
});

const value = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null, freq: 8 });
const contender = fc.tuple(
  fc.array(value, { minLength: 4, maxLength: 4 }),
  fc.array(fc.constantFrom(10, 50, MANY, MANY, MANY), { minLength: 4, maxLength: 4 }),
);

test('whatever the figures, places are those a plain count gives, in whatever order they come', () => {
  const holds = fc.property(fc.array(contender, { maxLength: 45 }), (drawn) => {
    const all = drawn.map(([values, sizes], i) => {
      const few = Object.fromEntries(RANKINGS.map((ranking, k) => [ranking, sizes[k] ?? 0]));
      return branch(`b${String(i).padStart(2, '0')}`, values, few);
    });
    const ranked = rank(all, samples);
    expect(rank(all.toReversed(), samples)).toEqual(ranked);
    for (const one of ranked) {
      for (const ranking of RANKINGS) {
        const { value, n, place } = one.rankings[ranking];
        const better = all.filter(({ figures: { [ranking]: other } }) => {
          if (other.value === null || value === null || other.n < samples[ranking]) return false;
          return ranking === 'averageWait' ? other.value < value : other.value > value;
        });
        expect(place).toBe(value === null || n < samples[ranking] ? null : better.length + 1);
      }
      expect(one.place === null).toBe(one.short.length > 1);
    }
    const tops = ranked.filter(({ group }) => group === 'top');
    const bottoms = ranked.filter(({ group }) => group === 'bottom');
    const size = Math.min(5, Math.floor(ranked.filter(({ place }) => place !== null).length / 2));
    expect(tops.length).toBeGreaterThanOrEqual(size);
    expect(bottoms.length).toBeLessThanOrEqual(size);
  });
  fc.assert(holds);
});

import type { BranchId } from '../ids.ts';
import { meanPoints } from '../visit/satisfaction.ts';
import { ratio } from '../visit/spread.ts';
import type { RatingLevel } from '../visit/ticket.ts';
import type { DayRow } from './dayRow.ts';
import { sumsOf } from './groups.ts';
import { ITEMS, type Item } from './items.ts';
import { unpacked } from './packed.ts';
import { type Contender, type Figure, RANKINGS, type Ranking } from './ranking.ts';
import type { Corrected, Inspected, Module } from './records.ts';
import type { Rules } from './rules.ts';
import { inspected, meanWait, sampleOf, waitScore } from './scores.ts';
import {
  MODULES_OF,
  type Ranked,
  type Sheet,
  type SheetItem,
  type Total,
  totalOf,
} from './sheet.ts';

/** An item of the sheet without what it was computed from. */
export type ItemFigure = Pick<SheetItem, 'item' | 'weight' | 'value' | 'n' | 'score' | 'sample'>;

export type RankedFigure = Figure & Pick<Ranked, 'sample'>;

/** All that a branch is ranked by in a month: four figures, six items and their total. */
export interface MonthFigures extends Contender {
  /** The rules they were made by: those of the month's last day. */
  readonly version: string;
  readonly figures: Readonly<Record<Ranking, RankedFigure>>;
  readonly items: readonly ItemFigure[];
  readonly total: Total;
}

export function contenderOf(branch: BranchId, sheet: Sheet): MonthFigures {
  const { version, measures, total } = sheet;
  const figures = Object.fromEntries(
    RANKINGS.map((ranking): [Ranking, RankedFigure] => {
      const found = measures.find(({ measure }) => measure === ranking);
      const { value = null, n = 0, sample = 'none' } = found ?? {};
      return [ranking, { value, n, sample }];
    }),
  ) as MonthFigures['figures'];
  const items = sheet.items.map(({ item, weight, value, n, score, sample }) => {
    return { item, weight, value, n, score, sample };
  });
  return { branch, version, figures, items, total };
}

const WAITED = ['all', 'premium', 'ordinary'] as const;
type Waited = (typeof WAITED)[number];
type Levels = Readonly<Record<RatingLevel, number>>;

/** What the measured figures of a month come from, in whole numbers: those of its days add up. */
export interface Sums {
  /** Waits by class, and their sum in milliseconds. */
  readonly waits: Readonly<Record<Waited, { n: number; ms: number }>>;
  readonly done: number;
  readonly invited: number;
  readonly levels: Readonly<Record<'all' | 'premium', Levels>>;
}

/** A day's part. Corrections are no part of it: they are of another day. */
export function sumsIn({ groups }: DayRow): Sums {
  const own = { all: groups, premium: ofClass('premium'), ordinary: ofClass('ordinary') };
  const [all, premium, ordinary] = WAITED.map((which) => sumsOf(own[which])) as [S, S, S];
  const waited = ({ waits }: S) => ({ n: waits.length, ms: waits.reduce((a, b) => a + b, 0) });
  return {
    waits: { all: waited(all), premium: waited(premium), ordinary: waited(ordinary) },
    done: all.ratings.done,
    invited: all.ratings.invited,
    levels: { all: all.ratings.levels, premium: premium.ratings.levels },
  };

  function ofClass(cls: string) {
    return groups.filter((group) => group.class === cls);
  }
}

type S = ReturnType<typeof sumsOf>;

/** As much of a day as corrections look at. */
export interface Waits {
  readonly date: string;
  readonly groups: readonly { readonly class: string; readonly waits: string }[];
}

/** A month's sums with its corrections, each putting one wait in the place of another, as in `spanOf`. */
export function withCorrections(
  sums: Sums,
  days: readonly Waits[],
  made: readonly Corrected[],
): Sums {
  const of = (which: Waited) => {
    const { n, ms } = replacedOf(which, days, made);
    return { n: sums.waits[which].n + n, ms: sums.waits[which].ms + ms };
  };
  return {
    ...sums,
    waits: { all: of('all'), premium: of('premium'), ordinary: of('ordinary') },
  };
}

/**
 * Whether all that was corrected is found among these days: then whatever other days of the month
 * hold comes to the same.
 */
export const holdAll = (days: readonly Waits[], made: readonly Corrected[]): boolean =>
  WAITED.every((which) => replacedOf(which, days, made).missed === 0);

/** What corrections add to the waits of some days, and how many of them found nothing to replace. */
function replacedOf(which: Waited, days: readonly Waits[], made: readonly Corrected[]) {
  const isOf = (one: { readonly class: string }) => which === 'all' || one.class === which;
  const dates = new Set(days.map(({ date }) => date));
  const own = made
    .filter((one) => one.what === 'wait' && isOf(one) && dates.has(one.date))
    .toSorted((a, b) => a.at - b.at);
  let [n, ms, missed] = [0, 0, 0];
  if (own.length === 0) return { n, ms, missed };
  const there = new Map<number, number>();
  const count = (wait: number, by: 1 | -1) => there.set(wait, (there.get(wait) ?? 0) + by);
  for (const { waits } of days.flatMap(({ groups }) => groups.filter(isOf)))
    for (const wait of unpacked(waits)) count(wait, 1);
  for (const { from, to } of own) {
    // One that is not there any more was corrected before.
    if (!there.get(from)) {
      missed++;
      continue;
    }
    count(from, -1);
    n--;
    ms -= from;
    if (to === null) continue;
    count(to, 1);
    n++;
    ms += to;
  }
  return { n, ms, missed };
}

/** The same as by `contenderOf` of the month's sheet, to the last digit; corrections are in the sums. */
export function contenderFrom(
  branch: BranchId,
  sums: Sums,
  { rules, standing }: { rules: Rules; standing: ReadonlyMap<Module, Inspected> },
): MonthFigures {
  const { version, weights } = rules;
  const items = ITEMS.map((item): ItemFigure => {
    const modules = MODULES_OF[item];
    const found = modules ? inspected(modules, standing) : measuredItem(item, sums, rules);
    const { value, n, score, sample } = found;
    return { item, weight: weights[item], value, n, score, sample };
  });
  return { branch, version, figures: figuresOf(sums, rules), items, total: totalOf(items) };
}

type Measured = Pick<ItemFigure, 'value' | 'n' | 'score' | 'sample'>;

function measuredItem(item: Item, { waits, levels }: Sums, rules: Rules): Measured {
  const { tickets, ratings } = rules.minimumSample;
  if (item === 'satisfaction') {
    const { value, n, sample } = ofRatings(levels.all, rules, ratings);
    return { value, n, score: value === null ? null : Math.min(100, Math.max(0, value)), sample };
  }
  const cls = item === 'premiumWait' ? 'premium' : 'ordinary';
  const { n, ms } = waits[cls];
  const value = meanWait(ms, n);
  const score = value === null ? null : waitScore(value, rules.targets[cls]);
  return { value, n, score, sample: sampleOf(n, tickets) };
}

function figuresOf({ waits, done, invited, levels }: Sums, rules: Rules): MonthFigures['figures'] {
  const { tickets, ratings } = rules.minimumSample;
  const { n, ms } = waits.all;
  return {
    averageWait: { value: meanWait(ms, n), n, sample: sampleOf(n, tickets) },
    satisfaction: ofRatings(levels.all, rules, ratings),
    premiumSatisfaction: ofRatings(levels.premium, rules, ratings),
    invitationRate: { value: ratio(invited, done), n: done, sample: sampleOf(done, tickets) },
  };
}

function ofRatings(levels: Levels, { points }: Rules, least: number): RankedFigure {
  const n = Object.values(levels).reduce((sum, count) => sum + count, 0);
  return { value: meanPoints(levels, points), n, sample: sampleOf(n, least) };
}

import type { BusinessDate } from '../ids.ts';
import type { Item } from './items.ts';
import type { Inspected, Module } from './records.ts';
import type { Rules } from './rules.ts';
import type { SheetItem, SourceDay } from './sheet.ts';
import type { Span } from './span.ts';

type Found = Pick<SheetItem, 'value' | 'n' | 'score' | 'sample' | 'from'> & { target?: number };
export type Daily = readonly { readonly date: BusinessDate; readonly span: Span }[];

/** What the measured items are computed from. */
interface Measuring {
  readonly span: Span;
  readonly daily: Daily;
  readonly rules: Rules;
  /** Seconds; null without a day. */
  readonly orange: Readonly<Record<'premium' | 'ordinary', number>> | null;
}

export function measured(item: Item, from: Measuring): Found {
  if (item === 'satisfaction') return satisfaction(from);
  return wait(item === 'premiumWait' ? 'premium' : 'ordinary', from);
}

function wait(cls: 'premium' | 'ordinary', from: Measuring): Found {
  const { daily, rules, orange } = from;
  const { classes, waited } = from.span;
  const { n = 0, over = {} } = classes[cls]?.wait ?? {};
  const mean = meanWait(waited[cls], n);
  const own = Object.entries(over).filter(([seconds]) => Number(seconds) === orange?.[cls]);
  const target = rules.targets[cls];
  const days = daily.flatMap(({ date, span: day }): SourceDay[] => {
    const own = day.classes[cls]?.wait.n ?? 0;
    const value = meanWait(day.waited[cls], own);
    return value === null ? [] : [{ date, n: own, value }];
  });
  return {
    ...{ value: mean, n, target, score: mean === null ? null : waitScore(mean, target) },
    sample: sampleOf(n, rules.minimumSample.tickets),
    from: { days, over: Object.fromEntries(own), abandoned: classes[cls]?.abandoned ?? 0 },
  };
}

/**
 * Seconds, from whole milliseconds: one rounding only, so that a month added up by days, or in a database,
 * comes to the same to the last digit.
 */
export const meanWait = (ms: number, n: number) => (n > 0 ? ms / (1000 * n) : null);

/** 100 − (mean − target) ÷ target × 100, kept within 0…100. */
export const waitScore = (mean: number, target: number) =>
  Math.min(100, Math.max(0, 100 - ((mean - target) / target) * 100));

function satisfaction({ span: { all }, daily, rules }: Measuring): Found {
  const { given: n, satisfaction: value, levels } = all.rating;
  const days = daily.flatMap(({ date, span }): SourceDay[] => {
    const { given, satisfaction: points } = span.all.rating;
    return points === null ? [] : [{ date, n: given, value: points }];
  });
  return {
    ...{ value, n, score: value === null ? null : Math.min(100, Math.max(0, value)) },
    sample: sampleOf(n, rules.minimumSample.ratings),
    from: { days, levels },
  };
}

/** The mean of the modules that were ever inspected; those that never were are named. */
export function inspected(
  modules: readonly Module[],
  standing: ReadonlyMap<Module, Inspected>,
): Found {
  const inspections = modules.flatMap((module) => standing.get(module) ?? []);
  const n = inspections.length;
  const sum = inspections.reduce((total, { score }) => total + score, 0);
  const value = n > 0 ? sum / n : null;
  const missing = modules.filter((module) => !standing.has(module));
  const sample = n > 0 ? 'enough' : 'none';
  return { value, n, score: value, sample, from: { inspections, missing } };
}

export const sampleOf = (n: number, least: number): SheetItem['sample'] =>
  n === 0 ? 'none' : n < least ? 'short' : 'enough';

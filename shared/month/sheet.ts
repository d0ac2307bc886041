import type { BusinessDate } from '../ids.ts';
import type { Measures } from '../visit/measures.ts';
import type { DayRow } from './dayRow.ts';
import { type Dimension, dimensionOf, ITEMS, type Item, type RANKED } from './items.ts';
import { isIn, type Period } from './periods.ts';
import type { Corrected, Inspected, Module } from './records.ts';
import type { Rules } from './rules.ts';
import { inspected, meanWait, measured, sampleOf } from './scores.ts';
import { type Span, spanOf } from './span.ts';

/** 考核表: six items in two dimensions, from facts alone; each says by which version of the rules. */
export interface Sheet extends Scored {
  readonly month: string;
  /** A month is closed once a later one has begun. */
  readonly closed: boolean;
  readonly version: string;
  /** Other versions that were in force on some of its days. */
  readonly versionsBefore: readonly string[];
  /** What two people replaced while the month was open: part of the figures. */
  readonly corrections: readonly Corrected[];
  /** What came after its close, and what the sheet would say with it. Never part of the figures. */
  readonly late: (Scored & { readonly corrections: readonly Corrected[] }) | null;
}

export interface Scored {
  readonly items: readonly SheetItem[];
  readonly total: Total;
  readonly measures: readonly Ranked[];
}

/** Score × weight over the items that have data, and how much of the weight that is. */
export interface Total {
  readonly score: number | null;
  readonly weight: number;
  readonly of: number;
}

export interface SheetItem {
  readonly item: Item;
  readonly dimension: Dimension;
  readonly weight: number;
  /** Seconds for waits, points otherwise; null without data. */
  readonly value: number | null;
  readonly n: number;
  readonly score: number | null;
  /** `short` 样本不足: scored, but not to be ranked on. */
  readonly sample: 'enough' | 'short' | 'none';
  /** Seconds; waits only. */
  readonly target: number | null;
  readonly version: string;
  readonly from: Source;
}

/** What an item was computed from. */
export type Source =
  | {
      readonly days: readonly SourceDay[];
      /** Share of waits above each line, seconds; the abandoned stand beside it. */
      readonly over: Measures['wait']['over'];
      readonly abandoned: number;
    }
  | { readonly days: readonly SourceDay[]; readonly levels: Measures['rating']['levels'] }
  | { readonly inspections: readonly Inspected[]; readonly missing: readonly Module[] };

export interface SourceDay {
  readonly date: BusinessDate;
  readonly n: number;
  readonly value: number;
}

export interface Ranked {
  readonly measure: (typeof RANKED)[number];
  /** Seconds, points or a share. */
  readonly value: number | null;
  readonly n: number;
  readonly sample: SheetItem['sample'];
}

/** The modules whose standing scores make an item; the other items are measured. */
export const MODULES_OF: Partial<Record<Item, readonly Module[]>> = {
  environment: ['environment', 'fiveS'],
  standards: ['appearance', 'counter'],
  duty: ['lobby', 'meeting', 'duty'],
};

/**
 * @param rows all there are, oldest first: inspections stand from earlier months on
 * @param rules for a month without a single row
 */
export function sheetOf(
  rows: readonly DayRow[],
  month: Period,
  { today, rules: fallback }: { today: BusinessDate; rules: Rules },
): Sheet {
  const own = rows.filter((row) => isIn(month, row.date));
  const rules = own.at(-1)?.rules ?? fallback;
  const made = rows.flatMap((row) => row.records.corrections ?? []);
  const inTime = entered(rows, (row) => row.date <= month.to);
  const late = made.filter((one) => isIn(month, one.date) && !inTime.includes(one));
  const standing = inspectionsUpTo(rows, month);
  const score = (corrections: readonly Corrected[]) =>
    scored(own, rules, { standing, corrections });
  const versions = new Set(own.map((row) => row.rules.version));
  versions.delete(rules.version);
  return {
    ...{ month: month.id, closed: today > month.to, version: rules.version },
    versionsBefore: [...versions],
    corrections: inTime.filter((one) => isIn(month, one.date)),
    ...score(inTime),
    late: late.length > 0 ? { ...score([...inTime, ...late]), corrections: late } : null,
  };
}

const entered = (rows: readonly DayRow[], when: (row: DayRow) => boolean) =>
  rows.filter(when).flatMap((row) => row.records.corrections ?? []);

function inspectionsUpTo(rows: readonly DayRow[], { to }: Period): Map<Module, Inspected> {
  const known = rows.filter((row) => row.date <= to);
  const withdrawn = known.flatMap((row) => row.records.withdrawn ?? []);
  const isTaken = ({ id, at }: Inspected) => withdrawn.some((w) => w.id === id && w.at === at);
  const standing = new Map<Module, Inspected>();
  for (const { records } of known)
    for (const one of records.inspections ?? []) if (!isTaken(one)) standing.set(one.module, one);
  return standing;
}

interface Standing {
  readonly standing: ReadonlyMap<Module, Inspected>;
  readonly corrections: readonly Corrected[];
}

function scored(
  rows: readonly DayRow[],
  rules: Rules,
  { standing, corrections }: Standing,
): Scored {
  const lines = rows.at(-1)?.lines;
  const orange = lines ? { ordinary: lines.ordinary.orange, premium: lines.premium.orange } : null;
  const over = Object.values(orange ?? {});
  const options = {
    over: [...new Set(over)].sort((a, b) => a - b),
    points: rules.points,
    corrections,
  };
  const span = spanOf(rows, options);
  const daily = rows.map((row) => ({ date: row.date, span: spanOf([row], options) }));
  const items = ITEMS.map((item): SheetItem => {
    const modules = MODULES_OF[item];
    const found = modules
      ? inspected(modules, standing)
      : measured(item, { span, daily, rules, orange });
    const { weights, version } = rules;
    const dimension = dimensionOf(item);
    return { item, dimension, weight: weights[item], version, target: null, ...found };
  });
  return { items, total: totalOf(items), measures: ranked(span, rules) };
}

export function totalOf(items: readonly Pick<SheetItem, 'score' | 'weight'>[]): Total {
  const said = items.filter((item) => item.score !== null);
  const sum = said.reduce((total, { score, weight }) => total + (score ?? 0) * weight, 0);
  const weight = said.reduce((total, item) => total + item.weight, 0);
  const of = items.reduce((total, item) => total + item.weight, 0);
  return { score: said.length > 0 && of > 0 ? sum / of : null, weight, of };
}

function ranked({ classes, all, waited }: Span, { minimumSample }: Rules): Ranked[] {
  const premium = classes.premium?.rating;
  const { tickets, ratings } = minimumSample;
  const of = (
    measure: Ranked['measure'],
    value: number | null,
    n: number,
    least: number,
  ): Ranked => ({
    ...{ measure, value, n, sample: sampleOf(n, least) },
  });
  return [
    of('averageWait', meanWait(waited.all, all.wait.n), all.wait.n, tickets),
    of('satisfaction', all.rating.satisfaction, all.rating.given, ratings),
    of('premiumSatisfaction', premium?.satisfaction ?? null, premium?.given ?? 0, ratings),
    of('invitationRate', all.rating.invitationRate, all.rating.done, tickets),
  ];
}

import type { MonthName } from '../../ids.ts';
import { fingerprint } from '../../month/fingerprint.ts';
import { type Period, periodBefore, periodOf, yearBefore } from '../../month/periods.ts';
import { closingIdOf, type NodeId } from '../ids.ts';
import type { Levels } from '../levels/state.ts';
import { isUnder, lineOf, lineOfBranch, nodeOn } from '../levels/tree.ts';
import type { Posts } from '../posts/state.ts';
import { type InForce, type Rulebook, rulesFor } from '../rules/state.ts';
import type { Brief, Frozen, Gathered, Lack } from './figures.ts';
import { type Proposed, proposed } from './proposals.ts';
import { briefOf, reckoned } from './reckon.ts';
import { closingsOf, type Months } from './state.ts';

/** As much of the city as a month is reckoned from. */
export interface Reckons {
  readonly levels: Levels;
  readonly posts: Posts;
  readonly rules: Rulebook;
  readonly months: Months;
}

/** What a month would be closed with at this moment. */
export interface Preview {
  readonly month: MonthName;
  readonly node: NodeId;
  readonly inForce: InForce;
  readonly branches: readonly Frozen[];
  readonly lacks: readonly Lack[];
  /** Lacks that are only closed over with a reason. */
  readonly blocking: number;
  readonly proposals: Proposed['bodies'];
  /** Names all of this: what is closed is what was seen. */
  readonly sum: string;
}

const BLOCKING: readonly Lack['what'][] = ['ledger', 'refused', 'corrections', 'alarm'];

/** @throws when it names no month: the program that asks is wrong */
export function monthPeriod(month: string): Period {
  const period = periodOf(month);
  if (period?.kind !== 'month') throw new Error(`"${month}" is no month`);
  return period;
}

export const inForceFor = ({ rules, levels }: Reckons, node: NodeId, month: string): InForce =>
  rulesFor(rules, lineOf(levels, node, monthPeriod(month).to), month);

/** @param by the rules of the month; a correction goes by those it was closed with */
export function previewOf(
  city: Reckons,
  { month, node }: { month: MonthName; node: NodeId },
  gathered: Gathered,
  by: InForce = inForceFor(city, node, month),
): Preview {
  const { from, to } = monthPeriod(month);
  const { levels, posts } = city;
  const isOurs = (branch: Frozen['branch']) => isUnder(lineOfBranch(levels, branch, to), node);
  const frozen = reckoned({
    branches: gathered.branches.filter(({ branch }) => isOurs(branch)),
    ...{ inForce: by, levels, to, ...comparing(city.months, node, month, gathered) },
  });
  // People are rewarded and fined by the ranking of their city alone, whoever else ranks its branches.
  const isOfCity = nodeOn(levels, node, to)?.level === 'city';
  const { bodies, vacant } = proposed({
    ...{ closing: closingIdOf(month, node), from, to, posts },
    frozen: isOfCity ? frozen : [],
    ...{ rules: by.rules, version: by.measured.version },
    timesBefore: (branch) => timesInBottom(city.months, node, month, branch),
  });
  const ours = gathered.lacks.filter(
    (one) => !('branch' in one) || one.what === 'unbound' || isOurs(one.branch),
  );
  const lacks = [...ours, ...vacant];
  const sum = fingerprint({ frozen, lacks, bodies, version: by.measured.version });
  const blocking = lacks.filter(({ what }) => BLOCKING.includes(what)).length;
  return { month, node, inForce: by, branches: frozen, lacks, blocking, proposals: bodies, sum };
}

/** A month that was closed speaks by its closing, another one by the books. */
function comparing(months: Months, node: NodeId, month: MonthName, gathered: Gathered) {
  const period = monthPeriod(month);
  const of = (id: string | undefined, books: Gathered['before']) => {
    const closing = closingsOf(months, node).find((one) => one.month === id);
    return (branch: string): Brief | null => {
      const own = closing?.branches.find((one) => one.branch === branch);
      if (own) return briefOf(own, own);
      const figures = books[branch];
      return figures ? briefOf(figures) : null;
    };
  };
  return {
    before: of(periodBefore(period).id, gathered.before),
    yearAgo: of(yearBefore(period)?.id, gathered.yearAgo),
  };
}

/** Months of the same calendar year before this one in which it was among the last; as corrected. */
export const timesInBottom = (months: Months, node: NodeId, month: string, branch: string) =>
  closingsOf(months, node).filter(
    (one) =>
      one.month.slice(0, 4) === month.slice(0, 4) &&
      one.month < month &&
      one.branches.some((own) => own.branch === branch && own.group === 'bottom'),
  ).length;

import type { AssessmentRules } from '../../assessment.ts';
import type { BranchId, BusinessDate } from '../../ids.ts';
import { rulesFrom } from '../../month/rules.ts';
import type { Levels, Node } from '../levels/state.ts';
import { lineOfBranch } from '../levels/tree.ts';
import { type Rulebook, rulesFor } from '../rules/state.ts';
import type { SentFact } from './facts.ts';
import { numbered, type Out } from './out.ts';
import { type Road, roadOf, type SentRoom } from './state.ts';

interface Scene {
  readonly levels: Levels;
  readonly rules: Rulebook;
  readonly sent: SentRoom;
}

/**
 * Which versions of the rules have to go down now, so that each branch measures by what is in force for
 * it, from this month on: after a version was set, or a branch was bound to a unit.
 *
 * @param branches those it can be due to; all of them, if left out
 */
export function rulesDue(
  { levels, rules, sent }: Scene,
  { at, today }: { readonly at: number; readonly today: BusinessDate },
  branches: readonly BranchId[] = Object.keys(levels.bound) as BranchId[],
): SentFact[] {
  const outs = new Map<string, Out>();
  for (const branch of branches) {
    const line = lineOfBranch(levels, branch, today);
    for (const version of versionsDue(rules, line, roadOf(sent, branch), today.slice(0, 7))) {
      const key = `${version.from} ${rulesFrom(version).version}`;
      const to = [...(outs.get(key)?.to ?? []), branch];
      outs.set(key, { body: { kind: 'rules', rules: version }, to });
    }
  }
  return numbered(sent, [...outs.values()], { at, today, by: null });
}

function versionsDue(
  book: Rulebook,
  line: readonly Node[],
  { rules: gone }: Road,
  month: string,
): AssessmentRules[] {
  const ofLine = line.flatMap(({ id }) => book[id] ?? []).map(({ from }) => from);
  const later = [...new Set([...ofLine, ...Object.keys(gone)])].filter((from) => from > month);
  const known = new Map(Object.entries(gone).map(([from, { version }]) => [from, version]));
  const due: AssessmentRules[] = [];
  for (const at of [month, ...later.sort()]) {
    const { rules, measured, setBy } = rulesFor(book, line, at);
    const is = inForce(known, at);
    if (is === measured.version || (is === undefined && setBy === null)) continue;
    const { edge: _, repeat: __, rewards: ___, fines: ____, ...own } = rules;
    const from = isNewest(known, own.from, at) ? own.from : at;
    known.set(from, measured.version);
    due.push({ ...own, from });
  }
  return due;
}

const inForce = (known: ReadonlyMap<string, string>, month: string) =>
  [...known]
    .filter(([from]) => from <= month)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .at(-1)?.[1];

/** Whether a version keeps its own month without an older word for a later month standing before it. */
const isNewest = (known: ReadonlyMap<string, string>, from: string, at: string) =>
  from <= at && [...known.keys()].every((other) => other > at || other <= from);

import type { Difference } from '../../city/months/differences.ts';
import type { Proposal } from '../../city/months/state.ts';
import type { Item } from '../../month/items.ts';
import type { Ranking } from '../../month/ranking.ts';
import { circulars } from '../../words/circulars.ts';
import { type Cell, count, type Section } from '../cells.ts';
import { type Language, said } from '../names.ts';
import { type CircularSource, nameIn } from './source.ts';
import { figureCell } from './tables.ts';

/**
 * What was confirmed for whom, by unit and post: who held it stands in the proposal, and no person's name
 * goes to all branches.
 */
export function confirmedTable(
  source: CircularSource,
  kind: Proposal['kind'],
  language: Language,
): Section | null {
  const own = source.proposals.filter((one) => one.kind === kind);
  if (own.length === 0) return null;
  const w = said(circulars, language);
  const { columns: c } = w;
  const rows = own.map((one): Cell[] => [
    ...[branchName(source, one.branch, language), source.nameOf(one.node, language)],
    ...[w.seats[one.seat], w.tier(one.tier)],
    one.why === 'repeat' ? w.why.repeat(one.times) : w.why.edge(one.place, one.of),
    ...[count(one.days), one.amount === null ? w.noAmount : count(one.amount)],
  ]);
  const head = [c.branch, c.unit, c.seat, c.tier, c.why, c.days, c.amount];
  const heading = kind === 'reward' ? w.heads.rewards : w.heads.fines;
  return { name: kind, heading, table: { head, rows } };
}

export function branchName(
  { branches }: CircularSource,
  branch: string,
  language: Language,
): string {
  const found = branches.find((one) => one.branch === branch);
  return found ? nameIn(found, language) : branch;
}

/** Both figures of everything that a correction changes. */
export function differencesTable(source: CircularSource, language: Language): Section | null {
  const { correction } = source;
  if (!correction || correction.differences.length === 0) return null;
  const { columns: c, heads } = said(circulars, language);
  const rows = correction.differences.map(({ branch, what, before, after }): Cell[] => [
    ...[branchName(source, branch, language), whatName(what, language)],
    ...[valueCell(what, before), valueCell(what, after)],
  ]);
  const head = [c.branch, c.what, c.before, c.after];
  return { name: 'differences', heading: heads.differences, table: { head, rows } };
}

function whatName(what: Difference['what'], language: Language): string {
  const { short, places, sampleOf, placeOf } = said(circulars, language);
  if (what === 'place' || what === 'totalPlace' || what === 'total') return placeOf[what];
  const [first, second] = what.split('.') as [string, Ranking | undefined];
  if (first === 'place' && second) return places(short[second]);
  if (first === 'n' && second) return sampleOf(short[second]);
  return short[what as Item];
}

function valueCell(what: Difference['what'], value: number | null): Cell {
  if (what === 'total') return { n: value, as: 'points' };
  const isPlain = what === 'place' || what === 'totalPlace' || what.includes('.');
  return isPlain ? count(value) : figureCell(what as Item, value);
}

import type { Frozen } from '../../city/months/figures.ts';
import { ITEMS, type Item } from '../../month/items.ts';
import { RANKINGS, type Ranking } from '../../month/ranking.ts';
import { circulars } from '../../words/circulars.ts';
import { reportTables } from '../../words/reportTables.ts';
import { type Cell, count, type Figure, minutes, points, type Section, share } from '../cells.ts';
import { type Language, said } from '../names.ts';
import { nameIn } from './source.ts';

/** The rankings of a closed month, each in the order of its own places. */

type Branches = readonly Frozen[];

export const figureCell = (what: Ranking | Item, value: number | null): Figure => {
  if (what === 'invitationRate') return share(value);
  return what.endsWith('Wait') ? minutes(value) : points(value);
};

const inOrder = (branches: Branches, place: (one: Frozen) => number | null) =>
  branches.toSorted(
    (a, b) =>
      (place(a) ?? Number.POSITIVE_INFINITY) - (place(b) ?? Number.POSITIVE_INFINITY) ||
      (a.branch < b.branch ? -1 : 1),
  );

export function combinedTable(branches: Branches, language: Language): Section {
  const { columns: c, heads, places, short } = said(circulars, language);
  const four = RANKINGS.map((ranking) => places(short[ranking]));
  const rows = inOrder(branches, (one) => one.place).map((one): Cell[] => [
    ...[count(one.place), nameIn(one, language)],
    ...RANKINGS.map((ranking) => placeCell(one.places[ranking], language)),
    ...[points(one.mean), count(one.before?.place)],
  ]);
  const head = [c.place, c.branch, ...four, c.mean, c.lastPlace];
  return { name: 'combined', heading: heads.combined, table: { head, rows } };
}

/** No place in a ranking means one thing only. */
const placeCell = (place: number | null, language: Language): Cell =>
  place === null ? said(circulars, language).sampleShort : count(place);

export function rankingTable(branches: Branches, ranking: Ranking, language: Language): Section {
  const { columns: c, heads, inMinutes } = said(circulars, language);
  const name = said(reportTables, language).ranked[ranking];
  const rows = inOrder(branches, (one) => one.places[ranking]).map((one): Cell[] => [
    ...[placeCell(one.places[ranking], language), nameIn(one, language)],
    ...[figureCell(ranking, one.figures[ranking].value), count(one.figures[ranking].n)],
    figureCell(ranking, one.before?.figures[ranking] ?? null),
    figureCell(ranking, one.yearAgo?.figures[ranking] ?? null),
  ]);
  const head = [
    c.place,
    c.branch,
    ranking === 'averageWait' ? inMinutes(name) : name,
    c.n,
    c.lastMonth,
    c.lastYear,
  ];
  return { name: ranking, heading: heads[ranking], table: { head, rows } };
}

export function totalsTable(branches: Branches, language: Language): Section {
  const { columns: c, heads, short, weightNote } = said(circulars, language);
  const scoreOf = (one: Frozen, item: Item) =>
    points(one.items.find((own) => own.item === item)?.score);
  const rows = inOrder(branches, (one) => one.totalPlace).map((one): Cell[] => [
    ...[count(one.totalPlace), nameIn(one, language)],
    ...ITEMS.map((item) => scoreOf(one, item)),
    ...[totalCell(one), points(one.before?.total), points(one.yearAgo?.total)],
  ]);
  const items = ITEMS.map((item) => short[item]);
  const head = [c.place, c.branch, ...items, c.total, c.lastMonth, c.lastYear];
  const isPartly = branches.some(({ total }) => total.weight < total.of);
  const notes = isPartly ? [weightNote] : [];
  return { name: 'totals', heading: heads.totals, table: { head, rows }, notes };
}

/** Where items are missing, how much of the weight the others have. */
const totalCell = ({ total: { score, weight, of } }: Frozen): Figure =>
  weight < of ? { ...points(score), unit: `(${weight})` } : points(score);

/**
 * What the scores were made from. On paper each sample stands in brackets behind its value; in a workbook
 * it has a column of its own, for every other number format counts there.
 */
export function itemsTable(branches: Branches, language: Language, apart: boolean): Section {
  const { columns: c, heads, short, sampleNote } = said(circulars, language);
  const cells = (one: Frozen, item: Item): Cell[] => {
    const own = one.items.find((found) => found.item === item);
    const figure = figureCell(item, own?.value ?? null);
    if (apart) return [figure, count(own?.n)];
    const isMeasured = item === 'satisfaction' || item.endsWith('Wait');
    const few = own?.sample === 'short' ? '*' : '';
    return [own && isMeasured ? { ...figure, unit: `(${own.n})${few}` } : figure];
  };
  const rows = inOrder(branches, (one) => one.totalPlace).map((one): Cell[] => [
    nameIn(one, language),
    ...ITEMS.flatMap((item) => cells(one, item)),
  ]);
  const head = [c.branch, ...ITEMS.flatMap((item) => [short[item], ...(apart ? [c.n] : [])])];
  const notes = apart ? [] : [sampleNote];
  return { name: 'items', heading: heads.items, table: { head, rows }, notes };
}

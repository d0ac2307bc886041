import { RANKED } from '../month/items.ts';
import type { Report } from '../month/report.ts';
import type { Ranked, Sheet, SheetItem } from '../month/sheet.ts';
import { reports } from '../words/reports.ts';
import { reportTables } from '../words/reportTables.ts';
import {
  type Cell,
  count,
  type Figure,
  minutes,
  points,
  printed,
  type Section,
  share,
} from './cells.ts';
import { type Language, said } from './names.ts';

/** The month's sheet and its four ranked measures, each beside last month and last year. */

export const itemValue = ({ item, value }: Pick<SheetItem, 'item' | 'value'>): Figure =>
  item === 'premiumWait' || item === 'ordinaryWait' ? minutes(value) : points(value);

export const rankedValue = ({ measure, value }: Pick<Ranked, 'measure' | 'value'>): Figure =>
  measure === 'averageWait'
    ? minutes(value)
    : measure === 'invitationRate'
      ? share(value)
      : points(value);

/** A value with its unit, for what stands among others of other kinds. */
export function withUnit(figure: Figure, language: Language): Figure {
  const { units } = said(reports, language);
  const unit = figure.as === 'minutes' ? units.minutes : figure.as === 'points' ? units.points : '';
  return unit ? { ...figure, unit } : figure;
}

export function sheetTable(report: Report, sheet: Sheet, language: Language): Section {
  const w = said(reportTables, language);
  const { columns: c } = w;
  const other = (of: Report['before'], item: SheetItem['item']): Cell => {
    const found = of?.items.find((one) => one.item === item);
    return found ? withUnit(itemValue(found), language) : count(null);
  };
  const rows = sheet.items.map((one): Cell[] => [
    ...[w.dimensions[one.dimension], w.items[one.item], withUnit(itemValue(one), language)],
    ...[marked(one.n, one.sample, language), points(one.score), count(one.weight)],
    points(one.score === null ? null : (one.score * one.weight) / sheet.total.of),
    ...[other(report.before, one.item), other(report.yearAgo, one.item)],
  ]);
  const { score, weight } = sheet.total;
  const total: Cell[] = [w.totalRow, '', '', '', '', count(weight), points(score)];
  const others = [report.before, report.yearAgo].map((of) => points(of?.total?.score));
  const head = [c.dimension, c.item, c.value, c.n, c.score, c.weight, c.weighted];
  return {
    ...{ name: 'sheet', heading: w.heads.sheet },
    table: { head: [...head, c.lastMonth, c.yearAgo], rows: [...rows, [...total, ...others]] },
    notes: sheetNotes(sheet, language),
  };
}

const marked = (n: number, sample: SheetItem['sample'], language: Language): Figure => ({
  ...count(n),
  unit: said(reportTables, language).sample[sample],
});

function sheetNotes({ items, total, late, versionsBefore }: Sheet, language: Language): string[] {
  const [w, t] = [said(reports, language), said(reportTables, language)];
  const missing = items.flatMap(({ from }) => ('missing' in from ? from.missing : []));
  return [
    w.total(printed(points(total.score)), total.weight, total.of),
    ...(missing.length > 0
      ? [w.missingModules(missing.map((module) => t.modules[module]).join('、'))]
      : []),
    ...(versionsBefore.length > 0 ? [w.otherVersions(versionsBefore.join('、'))] : []),
    ...(late ? [w.lateNote(printed(points(late.total.score)))] : []),
  ];
}

export function rankedTable(report: Report, sheet: Sheet, language: Language): Section {
  const w = said(reportTables, language);
  const { columns: c } = w;
  const other = (of: Report['before'], measure: Ranked['measure']): Cell => {
    const found = of?.ranked.find((one) => one.measure === measure);
    return found ? withUnit(rankedValue(found), language) : count(null);
  };
  const rows = RANKED.flatMap((measure) => {
    const one = sheet.measures.find((m) => m.measure === measure);
    if (!one) return [];
    const value = withUnit(rankedValue(one), language);
    const cells: Cell[] = [w.ranked[measure], value, marked(one.n, one.sample, language)];
    return [[...cells, other(report.before, measure), other(report.yearAgo, measure)]];
  });
  const head = [c.item, c.value, c.n, c.lastMonth, c.yearAgo];
  return { name: 'ranked', heading: w.heads.ranked, table: { head, rows } };
}

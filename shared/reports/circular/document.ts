import type { Frozen } from '../../city/months/figures.ts';
import { ITEMS } from '../../month/items.ts';
import { RANKINGS } from '../../month/ranking.ts';
import { rulesFrom } from '../../month/rules.ts';
import { circulars } from '../../words/circulars.ts';
import { definitions } from '../../words/definitions.ts';
import { reports } from '../../words/reports.ts';
import { reportTables } from '../../words/reportTables.ts';
import { minutes, printed, type ReportDocument, type Section } from '../cells.ts';
import { dateName, type Language, said } from '../names.ts';
import { branchName, confirmedTable, differencesTable } from './people.ts';
import { type CircularSource, dated, listed, monthName, nameIn, numberOf } from './source.ts';
import { combinedTable, itemsTable, rankingTable, totalsTable } from './tables.ts';

/**
 * 通报 in words and tables, from the frozen figures of its closing alone. A workbook holds all rankings,
 * whichever series it belongs to.
 */
export function circularDocument(
  source: CircularSource,
  language: Language,
  all = false,
): ReportDocument {
  const { circular, closing, branches } = source;
  const w = said(circulars, language);
  const { series } = circular;
  const quality = [
    combinedTable(branches, language),
    ...RANKINGS.map((ranking) => rankingTable(branches, ranking, language)),
  ];
  const assessment = [totalsTable(branches, language), itemsTable(branches, language, all)];
  const own = series === 'quality' ? quality : assessment;
  const sections = [
    differencesTable(source, language),
    ...(all ? [...quality, ...assessment] : own),
    ...(['reward', 'fine'] as const).map((kind) => confirmedTable(source, kind, language)),
    remarks(source, language),
    series === 'quality' ? { name: 'asks', heading: w.heads.asks, notes: w.asks } : null,
  ];
  return {
    ...{ language, branch: source.nameOf(circular.node, language), to: w.to, copies: w.copies },
    title: (circular.correction === null ? w.series : w.corrected)[series],
    ...{ number: numberOf(circular, language), period: monthName(closing, language) },
    ...{ dated: dated(circular, language), summary: summaryOf(source, language) },
    sections: sections.filter((section) => section !== null),
    definitions: definitionsOf(source, language),
  };
}

function summaryOf(source: CircularSource, language: Language): string[] {
  const { circular, closing, branches, correction, original } = source;
  const w = said(circulars, language);
  if (correction && original) {
    const { reason, differences } = correction;
    return [w.correcting(numberOf(original, language), reason, differences.length)];
  }
  const opening = w.opening[circular.series];
  const first = opening(monthName(closing, language), branches.length, closing.version);
  return [first, ...(circular.series === 'quality' ? edges : scores)(source, language)];
}

function edges({ branches }: CircularSource, language: Language): string[] {
  const w = said(circulars, language);
  const of = (group: Frozen['group']) => branches.filter((one) => one.group === group);
  const [top, bottom] = [of('top'), of('bottom')];
  const unranked = branches.filter((one) => one.place === null);
  return [
    ...(top.length > 0 ? [w.top(top.length, listed(top, language))] : []),
    ...(bottom.length > 0 ? [w.bottom(bottom.length, listed(bottom, language))] : []),
    ...(unranked.length > 0 ? [w.unranked(unranked.length, listed(unranked, language))] : []),
  ];
}

function scores({ branches, proposals }: CircularSource, language: Language): string[] {
  const w = said(circulars, language);
  const best = branches
    .filter(({ totalPlace }) => totalPlace !== null && totalPlace <= 3)
    .sort((a, b) => (a.totalPlace ?? 0) - (b.totalPlace ?? 0));
  const n = (kind: 'reward' | 'fine') => proposals.filter((one) => one.kind === kind).length;
  return [
    ...(best.length > 0 ? [w.totalTop(listed(best, language))] : []),
    proposals.length > 0 ? w.decided(n('reward'), n('fine')) : w.nobody,
  ];
}

/** What has to be known of single branches, and of the closing itself. */
function remarks(source: CircularSource, language: Language): Section | null {
  const { closing, branches } = source;
  const w = said(circulars, language);
  const lines = branches.flatMap((one) => [
    ...(one.opened ? [w.openedIn(nameIn(one, language), dateName(one.opened, language))] : []),
    ...(one.own !== closing.version ? [w.otherRules(nameIn(one, language), one.own)] : []),
  ]);
  const late = closing.lacks.flatMap((lack) =>
    lack.what === 'ledger' && lack.through
      ? [w.ledger(branchName(source, lack.branch, language), dateName(lack.through, language))]
      : [],
  );
  const despite = closing.despite ? [w.despite(closing.despite)] : [];
  const notes = [...lines, ...late, ...despite];
  return notes.length > 0 ? { name: 'remarks', heading: w.heads.remarks, notes } : null;
}

/** Each circular says what its figures are, and by which version of the rules. */
function definitionsOf({ circular, closing }: CircularSource, language: Language): Section {
  const w = said(circulars, language);
  const { measures: m } = said(definitions, language);
  const { rules } = closing;
  const { targets, minimumSample, points } = rulesFrom(rules);
  const { items } = said(reportTables, language);
  const weights = ITEMS.map((item) => `${items[item]} ${rules.weights[item]}`);
  const ruleLine = said(reports, language).ruleLine({
    ...{ version: closing.version, ordinary: printed(minutes(targets.ordinary)) },
    ...{ premium: printed(minutes(targets.premium)), ...minimumSample },
  });
  const ranks = [m.wait, m.average, m.satisfaction(points), m.invitation, w.meanPlace];
  const parts = [m.waitScore, m.inspection, m.noData, w.totalRank];
  const joined = weights.join(language === 'zh' ? '、' : ', ');
  const people = [w.weights(joined), w.repeat(rules.repeat), w.people];
  return {
    ...{ name: 'definitions', heading: w.heads.definitions },
    notes: [
      ...(circular.series === 'quality' ? [...ranks, w.edge(rules.edge)] : [...parts, ...people]),
      ruleLine,
    ],
  };
}

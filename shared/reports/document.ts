import type { Report } from '../month/report.ts';
import { SIGNS } from '../month/signs.ts';
import { definitions } from '../words/definitions.ts';
import { reports } from '../words/reports.ts';
import { reportTables } from '../words/reportTables.ts';
import { minutes, points, printed, type ReportDocument, type Section } from './cells.ts';
import { dateName, documentNumber, type Language, periodName, said } from './names.ts';
import { rankedTable, sheetTable } from './sheetTables.ts';
import { correctionsTable, signsTable } from './signTables.ts';
import {
  bucketsTable,
  partsTable,
  ratingsTable,
  servicesTable,
  slotsTable,
  waitsTable,
} from './tables.ts';

export type { ReportDocument };

export function documentOf(report: Report, language: Language): ReportDocument {
  const { period, branch, sheet } = report;
  const w = said(reports, language);
  const late = sheet?.late?.corrections ?? [];
  // By their ids: over the wire the same correction comes as two objects.
  const inTime = report.corrections.filter(({ id }) => !late.some((one) => one.id === id));
  const sections = [
    sheet && sheetTable(report, sheet, language),
    sheet && rankedTable(report, sheet, language),
    ...(report.days > 0 ? measureTables(report, language) : []),
    signsTable(report, language),
    correctionsTable(inTime, 'corrections', language),
    correctionsTable(late, 'late', language),
  ];
  const last = period.kind === 'year' || period.kind === 'month' ? period.to : report.period.to;
  return {
    ...{ language, branch: branch.name[language], title: w.titles[period.kind] },
    number: documentNumber(period, language),
    period: periodName(period, language),
    dated: dateName(last, language),
    summary: summaryOf(report, language),
    sections: sections.filter((section) => section !== null),
    definitions: definitionsOf(report, language),
  };
}

const measureTables = (report: Report, language: Language) => [
  waitsTable(report, language),
  bucketsTable(report, language),
  ratingsTable(report, language),
  servicesTable(report, language),
  partsTable(report, language),
  slotsTable(report, language),
];

export function summaryOf(report: Report, language: Language): string[] {
  const w = said(reports, language);
  const { all } = report.span;
  const { tickets, served, abandoned, wait, rating } = all;
  if (report.days === 0) return [w.none];
  const figures = [
    wait.mean === null ? null : w.average(printed(minutes(wait.mean)), wait.n),
    rating.satisfaction === null
      ? null
      : w.said(printed(points(rating.satisfaction)), rating.given),
  ].filter((text) => text !== null);
  return [
    w.summary({ days: report.days, tickets, served, abandoned }),
    ...(figures.length > 0 ? [w.sentence(figures)] : []),
    ...(report.open ? [w.openSentence] : []),
    ...(report.imported ? [w.imported(report.imported.days, report.imported.atCall)] : []),
    ...(report.lost.length > 0 ? [w.lost(report.lost.join('、'))] : []),
  ];
}

/** Every report is printed with what its figures are, and by which version of the rules. */
export function definitionsOf({ rules, sheet, signs }: Report, language: Language): Section {
  const d = said(definitions, language);
  const { measures: m } = d;
  const { targets, minimumSample, version } = rules;
  const ruleLine = said(reports, language).ruleLine({
    version: sheet?.version ?? version,
    ordinary: printed(minutes(targets.ordinary)),
    premium: printed(minutes(targets.premium)),
    ...minimumSample,
  });
  const told = signs.some(({ value }) => value !== null);
  const ofSigns = SIGNS.map((sign) => {
    const text = d.signs[sign];
    return typeof text === 'string' ? text : text(rules.signs);
  });
  return {
    ...{ name: 'definitions', heading: said(reportTables, language).heads.definitions },
    notes: [
      ...[m.wait, m.average, m.abandoned, m.serviceTime, m.invitation, m.response],
      m.satisfaction(rules.points),
      ...(sheet ? [m.waitScore, m.inspection, m.noData] : []),
      ...(told ? ofSigns : []),
      ruleLine,
    ],
  };
}

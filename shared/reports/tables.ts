import type { Part, Report } from '../month/report.ts';
import type { Slot } from '../month/slots.ts';
import { MEASURED_CLASSES, type Measures } from '../visit/measures.ts';
import { BUCKETS, ratio } from '../visit/spread.ts';
import { reportTables } from '../words/reportTables.ts';
import { type Cell, count, minutes, points, type Section, share } from './cells.ts';
import { type Language, said } from './names.ts';

/** The measures' tables; each is left out where it would say nothing. */

interface Row {
  readonly name: string;
  readonly measures: Measures;
  /** Seconds: the orange line it is held against. */
  readonly orange: number | null;
}

function classRows({ span, lines }: Report, language: Language): Row[] {
  const w = said(reportTables, language);
  const orangeOf = (cls: string) =>
    lines && (cls === 'ordinary' || cls === 'unrecorded' ? lines.ordinary : lines.premium).orange;
  const rows = MEASURED_CLASSES.flatMap((cls): Row[] => {
    const measures = span.classes[cls];
    return measures ? [{ name: w.classes[cls], measures, orange: orangeOf(cls) }] : [];
  });
  return [...rows, { name: w.all, measures: span.all, orange: null }];
}

/** A class has its own line; of all together there is none. */
const overLine = ({ measures, orange }: Row) =>
  share(orange === null ? null : measures.wait.over[String(orange)]);

export function waitsTable(report: Report, language: Language): Section {
  const { heads, columns: c } = said(reportTables, language);
  const rows = classRows(report, language).map((row): Cell[] => {
    const { wait, abandoned, abandonRate, abandonedWait } = row.measures;
    return [
      ...[row.name, count(wait.n), minutes(wait.mean), minutes(wait.p50), minutes(wait.p90)],
      ...[minutes(wait.max), overLine(row), count(abandoned), share(abandonRate)],
      minutes(abandonedWait.mean),
    ];
  });
  const head = [c.class, c.people, c.mean, c.p50, c.p90, c.max, c.over, c.abandoned];
  return {
    ...{ name: 'waits', heading: heads.waits },
    table: { head: [...head, c.abandonRate, c.gaveUp], rows },
  };
}

export function bucketsTable(report: Report, language: Language): Section {
  const { heads, columns } = said(reportTables, language);
  const ends = [...BUCKETS.map((end) => `≤${end}`), `>${BUCKETS.at(-1)}`];
  const rows = classRows(report, language).map(({ name, measures }): Cell[] => [
    name,
    ...measures.wait.buckets.map(count),
  ]);
  return {
    name: 'buckets',
    heading: heads.buckets,
    table: { head: [columns.class, ...ends], rows },
  };
}

export function ratingsTable(report: Report, language: Language): Section {
  const { heads, columns: c } = said(reportTables, language);
  const rows = classRows(report, language).map(({ name, measures: { rating: r } }): Cell[] => [
    ...[name, count(r.done), share(r.invitationRate), count(r.offered), count(r.given)],
    ...[share(r.responseRate), count(r.levels.verySatisfied), count(r.levels.satisfied)],
    ...[count(r.levels.fair), count(r.levels.dissatisfied), points(r.satisfaction)],
  ]);
  const { levels } = said(reportTables, language);
  const head = [c.class, c.done, c.invitation, c.offered, c.given, c.responseRate];
  return {
    ...{ name: 'ratings', heading: heads.ratings },
    table: { head: [...head, ...Object.values(levels), c.satisfaction], rows },
  };
}

export function servicesTable(report: Report, language: Language): Section | null {
  const { heads, columns: c } = said(reportTables, language);
  const services = Object.entries(report.span.services);
  if (services.length === 0) return null;
  const rows = services.map(([id, { tickets, served, wait, service, rating }]): Cell[] => [
    ...[report.services[id]?.[language] ?? id, count(tickets), count(served)],
    ...[minutes(wait.mean), minutes(wait.p90), minutes(service.mean), points(rating.satisfaction)],
  ]);
  const head = [c.service, c.tickets, c.served, c.mean, c.p90, c.serviceTime, c.satisfaction];
  return { name: 'services', heading: heads.services, table: { head, rows } };
}

export function partsTable({ period, parts }: Report, language: Language): Section | null {
  const { heads, columns: c } = said(reportTables, language);
  if (parts.length === 0) return null;
  const row = ({ id, span: { all }, terminalOff }: Part): Cell[] => [
    ...[id, count(all.tickets), count(all.served), minutes(all.wait.mean), minutes(all.wait.p90)],
    ...[count(all.abandoned), count(all.rating.given), points(all.rating.satisfaction)],
    ...[share(all.rating.invitationRate), minutes(terminalOff / 1000)],
  ];
  const inYear = period.kind === 'year';
  const head = [inYear ? c.month : c.date, c.tickets, c.served, c.mean, c.p90, c.abandoned];
  return {
    ...{ name: 'parts', heading: inYear ? heads.months : heads.days },
    table: {
      head: [...head, c.given, c.satisfaction, c.invitation, c.off],
      rows: parts.map(row),
    },
  };
}

const HALF_HOUR = 30 * 60_000;

export function slotsTable({ slots }: Report, language: Language): Section | null {
  const { heads, columns: c } = said(reportTables, language);
  if (slots.length === 0) return null;
  const row = (slot: Slot): Cell[] => [
    ...[slot.at, count(slot.arrivals), count(slot.called)],
    minutes(ratio(slot.waitMs / 1000, slot.waits)),
    count(slot.waitingMax),
    { n: Math.round((slot.openMs / HALF_HOUR) * 10) / 10, as: 'number' },
    minutes(slot.offMs / 1000),
  ];
  const head = [c.time, c.arrivals, c.called, c.wait, c.waitingMax, c.open, c.off];
  return { name: 'slots', heading: heads.slots, table: { head, rows: slots.map(row) } };
}

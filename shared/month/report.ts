import type { BusinessDate } from '../ids.ts';
import type { Text } from '../settings.ts';
import type { Measures } from '../visit/measures.ts';
import type { TicketClass } from '../visit/ticket.ts';
import type { DayRow } from './dayRow.ts';
import { isIn, type Period, periodBefore, yearBefore } from './periods.ts';
import type { Corrected } from './records.ts';
import type { Rules } from './rules.ts';
import { type Ranked, type Sheet, sheetOf } from './sheet.ts';
import { type Sign, signsOf } from './signs.ts';
import type { Slot } from './slots.ts';
import { type Span, type SpanOptions, spanOf } from './span.ts';

/** 报表: a day's, week's, month's or year's figures, from day rows alone. */
export interface Report {
  readonly period: Period;
  readonly branch: { readonly id: string; readonly name: Text };
  readonly services: Readonly<Record<string, Text>>;
  /** Days with figures; the last may still be going on. */
  readonly days: number;
  /** The period, or its last day with figures, is not over yet. */
  readonly open: boolean;
  /** Days that were closed and have left no figures: their files are gone, or were made by an older program. */
  readonly lost: readonly string[];
  /** Days that another system recorded, and on how many of them a wait ends at the call; left out: none. */
  readonly imported?: { readonly days: number; readonly atCall: number };
  /** The first and the last day there is anything of. */
  readonly known: { readonly first: BusinessDate; readonly last: BusinessDate } | null;
  readonly lines: DayRow['lines'] | null;
  readonly rules: Rules;
  readonly span: Span;
  /** By day, or in a year by month. */
  readonly parts: readonly Part[];
  /** Half-hours, of a day's report alone. */
  readonly slots: readonly Slot[];
  readonly before: Compared | null;
  readonly yearAgo: Compared | null;
  /** A month's alone. */
  readonly sheet: Sheet | null;
  readonly signs: readonly Sign[];
  readonly corrections: readonly Corrected[];
}

export interface Part {
  readonly id: string;
  readonly span: Pick<Span, 'all' | 'days'>;
  readonly terminalOff: number;
}

/** Another period's own figures, beside these. */
export interface Compared {
  readonly id: string;
  readonly days: number;
  readonly classes: Partial<Record<TicketClass, Measures>>;
  readonly all: Measures;
  readonly items: readonly Pick<
    Sheet['items'][number],
    'item' | 'value' | 'n' | 'score' | 'version'
  >[];
  readonly total: Sheet['total'] | null;
  readonly ranked: readonly Ranked[];
}

export interface ReportSources {
  /** All there are, oldest first; the last may be of a day that still goes on. */
  readonly rows: readonly DayRow[];
  /** The business day, and whether it is still going on. */
  readonly today: BusinessDate;
  readonly open: boolean;
  /** In force now; old figures go by what their own rows carry. */
  readonly rules: Rules;
  readonly branch: Report['branch'];
  readonly services: Report['services'];
  readonly lost: readonly string[];
  readonly known: Report['known'];
}

export function reportOf(period: Period, sources: ReportSources): Report {
  const { rows, today, branch, services, open, lost, known } = sources;
  const own = rows.filter((row) => isIn(period, row.date));
  const rules = own.at(-1)?.rules ?? sources.rules;
  const options = optionsOf(period, rows, rules);
  const closed = own.filter((row) => !(open && row.date === today));
  const sheet = period.kind === 'month' ? sheetOf(rows, period, sources) : null;
  return {
    ...{ period, branch, services, known, rules, sheet, days: own.length },
    open: today < period.to || (today === period.to && open),
    lost: lost.filter((date) => isIn(period, date)),
    ...importedIn(own),
    lines: own.at(-1)?.lines ?? null,
    span: spanOf(own, options),
    parts: partsOf(period, own, options),
    slots: period.kind === 'day' ? (own[0]?.slots ?? []) : [],
    before: compared(periodBefore(period), sources),
    yearAgo: compared(yearBefore(period), sources),
    signs: signsOf(closed, rules),
    corrections: correctionsOf(period, rows),
  };
}

function importedIn(rows: readonly DayRow[]): Pick<Report, 'imported'> {
  const days = rows.filter((row) => row.imported);
  const atCall = days.filter((row) => row.imported === 'call').length;
  return days.length > 0 ? { imported: { days: days.length, atCall } } : {};
}

/**
 * A day's and a week's figures have every correction of them. Months and years are closed: they keep the
 * figures they were closed with, and what came later stands beside them.
 */
function optionsOf(
  period: Period,
  rows: readonly DayRow[],
  { points, targets }: Rules,
): SpanOptions {
  const lines = rows.findLast((row) => isIn(period, row.date))?.lines;
  const over = lines ? Object.values(lines).flatMap((line) => Object.values(line)) : [];
  const isClosed = period.kind === 'month' || period.kind === 'year';
  const heard = isClosed ? rows.filter((row) => row.date <= period.to) : rows;
  const all = [...over, ...Object.values(targets)].sort((a, b) => a - b);
  return { over: [...new Set(all)], points, corrections: correctionsOf(period, heard) };
}

const correctionsOf = (period: Period, rows: readonly DayRow[]) =>
  rows.flatMap((row) => row.records.corrections ?? []).filter((one) => isIn(period, one.date));

function partsOf(period: Period, rows: readonly DayRow[], options: SpanOptions): Part[] {
  if (period.kind === 'day') return [];
  const name = (row: DayRow) => (period.kind === 'year' ? row.date.slice(0, 7) : row.date);
  const parts = new Map<string, DayRow[]>();
  for (const row of rows) parts.set(name(row), [...(parts.get(name(row)) ?? []), row]);
  return [...parts].map(([id, days]) => {
    const { all, days: n } = spanOf(days, options);
    const terminalOff = days.reduce((sum, row) => sum + row.terminalOff, 0);
    return { id, span: { all, days: n }, terminalOff };
  });
}

/** Each by its own rules: a comparison across two versions of them says both names. */
function compared(period: Period | null, sources: ReportSources): Compared | null {
  const { rows } = sources;
  const own = period ? rows.filter((row) => isIn(period, row.date)) : [];
  const rules = own.at(-1)?.rules;
  if (!period || !rules) return null;
  const { classes, all, days } = spanOf(own, optionsOf(period, rows, rules));
  const sheet = period.kind === 'month' ? sheetOf(rows, period, sources) : null;
  return {
    ...{ id: period.id, days, classes, all },
    items: (sheet?.items ?? []).map(({ item, value, n, score, version }) => {
      return { item, value, n, score, version };
    }),
    total: sheet?.total ?? null,
    ranked: sheet?.measures ?? [],
  };
}

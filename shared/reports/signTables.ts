import type { Corrected } from '../month/records.ts';
import type { Report } from '../month/report.ts';
import type { Place, Sign } from '../month/signs.ts';
import { corrections as correctionWords } from '../words/corrections.ts';
import { definitions } from '../words/definitions.ts';
import { reports } from '../words/reports.ts';
import { reportTables } from '../words/reportTables.ts';
import { type Cell, count, type Figure, minutes, printed, type Section, share } from './cells.ts';
import { type Language, said } from './names.ts';

export const signValue = (sign: Sign['sign'], value: number | null): Figure =>
  sign === 'streak' ? count(value) : share(value);

export function signsTable({ signs }: Report, language: Language): Section | null {
  const w = said(reportTables, language);
  const { columns: c } = w;
  if (signs.every(({ value }) => value === null)) return null;
  const rows = signs.map(({ sign, value, n, line, marked, places }): Cell[] => [
    ...[said(definitions, language).names[sign], signValue(sign, value), count(n)],
    ...[signValue(sign, line), marked ? w.marked : ''],
    places.map((place) => placeName(sign, place, language)).join('、'),
  ]);
  const head = [c.sign, c.value, c.n, c.line, c.hint, c.where];
  return {
    ...{ name: 'signs', heading: w.heads.signs, table: { head, rows } },
    notes: [said(reports, language).signsNote],
  };
}

export function placeName(
  sign: Sign['sign'],
  { at, id, value }: Place,
  language: Language,
): string {
  const w = said(reportTables, language);
  return `${w[at](id)} ${printed(signValue(sign, value))}`;
}

/** A row keeps `reason: note`; a reason of the list is said in words. */
function inWords(kept: string, language: Language): string {
  const [, reason = '', note = ''] = /^(\w+): (.*)$/s.exec(kept) ?? [];
  const reasons: Readonly<Record<string, string>> = said(correctionWords, language).reasons;
  const name = reasons[reason];
  return name ? `${name}: ${note}` : kept;
}

export function correctionsTable(
  corrections: readonly Corrected[],
  heading: 'corrections' | 'late',
  language: Language,
): Section | null {
  const w = said(reportTables, language);
  const { columns: c } = w;
  if (corrections.length === 0) return null;
  const rows = corrections.map((one): Cell[] => [
    ...[one.date, one.ticket, one.what === 'wait' ? w.ofWait : w.ofService],
    minutes(one.from / 1000),
    one.to === null ? w.takenOut : minutes(one.to / 1000),
    ...[inWords(one.reason, language), one.by.join('、')],
  ]);
  const head = [c.date, c.ticket, c.what, c.from, c.to, c.reason, c.by];
  return { name: heading, heading: w.heads[heading], table: { head, rows } };
}

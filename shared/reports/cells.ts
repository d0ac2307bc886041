import type { Language } from './names.ts';

/** A table's cell: a text, or a number with what it is; null is shown as a dash. */
export type Cell = string | Figure;

export interface Figure {
  readonly n: number | null;
  /** Minutes are given in seconds, shares as 0…1. */
  readonly as: 'count' | 'minutes' | 'share' | 'points' | 'number';
  /** Said behind it where it stands alone. */
  readonly unit?: string;
}

export const count = (n: number | null | undefined): Figure => ({ n: n ?? null, as: 'count' });
export const minutes = (seconds: number | null | undefined): Figure => ({
  n: seconds ?? null,
  as: 'minutes',
});
export const share = (n: number | null | undefined): Figure => ({ n: n ?? null, as: 'share' });
export const points = (n: number | null | undefined): Figure => ({ n: n ?? null, as: 'points' });

/** The number as a report prints it: minutes for seconds, per cent for shares. */
export function printedValue({ n, as }: Figure): number | null {
  if (n === null) return null;
  if (as === 'minutes') return n / 60;
  return as === 'share' ? n * 100 : n;
}

/** Digits behind the point. */
export const DIGITS = { count: 0, number: 1, minutes: 1, share: 1, points: 2 } as const;

/** As it is read on a screen and on paper. */
export function printed(cell: Cell): string {
  if (typeof cell === 'string') return cell;
  const value = printedValue(cell);
  if (value === null) return '–';
  const text = value.toFixed(DIGITS[cell.as]);
  const behind = cell.as === 'share' ? `${text}%` : text;
  return cell.unit ? `${behind}\u00a0${cell.unit}` : behind;
}

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A part of a report: a heading, a table, and what has to be said beside it. */
export interface Section {
  readonly name: string;
  readonly heading: string;
  readonly table?: Table;
  readonly notes?: readonly string[];
}

/** A report in words and tables, the same for the screen, Word, Excel and CSV. */
export interface ReportDocument {
  readonly language: Language;
  readonly branch: string;
  readonly title: string;
  /** 发文字号 */
  readonly number: string;
  readonly period: string;
  /** The last day it tells of, in words. */
  readonly dated: string;
  /** 主送 and 抄送, where they are not a report's own. */
  readonly to?: string;
  readonly copies?: string;
  readonly summary: readonly string[];
  readonly sections: readonly Section[];
  readonly definitions: Section;
}

/** How wide a text is, in Latin letters: a Chinese one is two of them. */
export const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/.test(letter) ? 2 : 1), 0);

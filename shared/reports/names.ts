import type { Period } from '../month/periods.ts';
import type { Catalogue } from '../words/catalogue.ts';
import { reports } from '../words/reports.ts';

export type Language = 'zh' | 'en';
export const said = <W>(words: Catalogue<W>, language: Language): W => words[language];

const numbers = (id: string) => id.split(/[-W]+/).map(Number);

export function dateName(date: string, language: Language): string {
  const [y = 0, m = 0, d = 0] = numbers(date);
  return said(reports, language).dayName(y, m, d);
}

/** What a period is called: 2026年10月. */
export function periodName({ kind, id }: Pick<Period, 'kind' | 'id'>, language: Language): string {
  const w = said(reports, language);
  const [y = 0, n = 0] = numbers(id);
  if (kind === 'day') return dateName(id, language);
  if (kind === 'week') return w.weekName(y, n);
  return kind === 'month' ? w.monthName(y, n) : w.yearName(y);
}

/** 发文字号: a day is numbered by its place in the year, a week and a month by their own number. */
export function documentNumber({ kind, id, from }: Period, language: Language): string {
  const w = said(reports, language);
  const [year = 0, n = 1] = numbers(id);
  const first = Date.parse(`${year}-01-01T00:00:00Z`);
  const ofYear = (Date.parse(`${from}T00:00:00Z`) - first) / 86_400_000 + 1;
  return w.numbered(w.kinds[kind], String(year), kind === 'day' ? ofYear : n);
}

import { dayAfter, dayBefore, weekdayOf } from '../calendar.ts';
import type { BusinessDate } from '../ids.ts';

/** What a report is about: `2026-10-05`, `2026-W41`, `2026-10` or `2026`. Both ends belong to it. */
export interface Period {
  readonly kind: 'day' | 'week' | 'month' | 'year';
  readonly id: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
}

/** @returns null for what names no period there is */
export function periodOf(id: string): Period | null {
  if (isDate(id)) return { kind: 'day', id, from: id, to: id };
  const [year = '', part] = id.split('-');
  if (!/^[12]\d{3}$/.test(year)) return null;
  if (part === undefined)
    return { kind: 'year', id, from: first(`${year}-01`), to: last(`${year}-12`) };
  if (/^W\d{2}$/.test(part)) return weekOf(id, year, Number(part.slice(1)));
  return isDate(`${id}-01`) ? { kind: 'month', id, from: first(id), to: last(id) } : null;
}

const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

/** Also one that exists: the 30th of February is no day. */
const isDate = (id: string): id is BusinessDate =>
  DATE.test(id) && dayBefore(dayAfter(id as BusinessDate)) === id;

const first = (month: string) => `${month}-01` as BusinessDate;

function last(month: string): BusinessDate {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${two(number + 1)}`;
  return dayBefore(first(next));
}

const two = (n: number) => String(n).padStart(2, '0');

/** ISO 8601: weeks begin on Monday, and the first one has the year's first Thursday in it. */
function weekOf(id: string, year: string, number: number): Period | null {
  let from = mondayOf(`${year}-01-04` as BusinessDate);
  for (let week = 1; week < number; week++) from = later(from, 7);
  const period = { kind: 'week', id, from, to: later(from, 6) } as const;
  return number > 0 && weekName(from) === id ? period : null;
}

function mondayOf(date: BusinessDate): BusinessDate {
  let monday = date;
  while (weekdayOf(monday) > 0) monday = dayBefore(monday);
  return monday;
}

function later(date: BusinessDate, days: number): BusinessDate {
  let then = date;
  for (let n = 0; n < days; n++) then = dayAfter(then);
  return then;
}

function weekName(date: BusinessDate): string {
  const thursday = later(mondayOf(date), 3);
  const year = thursday.slice(0, 4);
  let number = 1;
  let monday = mondayOf(`${year}-01-04` as BusinessDate);
  for (; monday < mondayOf(date); number++) monday = later(monday, 7);
  return `${year}-W${two(number)}`;
}

/** The period of a kind that a date lies in. */
export function periodAt(kind: Period['kind'], date: BusinessDate): Period {
  const ids = { day: date, week: weekName(date), month: date.slice(0, 7), year: date.slice(0, 4) };
  return known(ids[kind]);
}

function known(id: string): Period {
  const period = periodOf(id);
  if (!period) throw new Error(`no period is called ${id}`);
  return period;
}

export const periodBefore = (period: Period) => periodAt(period.kind, dayBefore(period.from));
export const periodAfter = (period: Period) => periodAt(period.kind, dayAfter(period.to));

/** The same one a year ago; null where there is none (29 February, a 53rd week). */
export function yearBefore({ id }: Period): Period | null {
  const year = Number(id.slice(0, 4)) - 1;
  return periodOf(`${year}${id.slice(4)}`);
}

export const isIn = ({ from, to }: Pick<Period, 'from' | 'to'>, date: string) =>
  date >= from && date <= to;

import type { BusinessDate } from '../ids.ts';

/** Calendar days from one date to another; below 0 where the second comes first. */
export const daysBetween = (from: BusinessDate, to: BusinessDate) =>
  Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);

/** `2026-Q4`. */
export const quarterOf = (date: BusinessDate) =>
  `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;

/** First and last day of a quarter. */
export function daysOfQuarter(quarter: string): { from: BusinessDate; to: BusinessDate } {
  const [year = '', q = ''] = quarter.split('-Q');
  const month = (n: number) => String(n).padStart(2, '0');
  const last = Number(q) * 3;
  return {
    from: `${year}-${month(last - 2)}-01` as BusinessDate,
    to: `${year}-${month(last)}-${last === 3 || last === 12 ? 31 : 30}` as BusinessDate,
  };
}

import type { BusinessDate } from '../ids.ts';

/**
 * What is finished after a day's close belongs to the next business day: the closed one was measured as
 * it stood at its close. `countsOn` is left out while a day is open, null until the next one opens, and
 * then that day's date.
 */
export interface Dated {
  /** Of the business day that began last. */
  readonly date: BusinessDate;
  readonly countsOn?: BusinessDate | null;
}

export const countsNext = (isShut: boolean): Pick<Dated, 'countsOn'> =>
  isShut ? { countsOn: null } : {};

/** Once the next day opens. */
export const onNewDay = <T extends object>(one: T, today: BusinessDate): T =>
  'countsOn' in one && one.countsOn === null ? { ...one, countsOn: today } : one;

/** Whether it stands in a day's row. */
export const isOf = ({ date, countsOn }: Dated, day: BusinessDate) =>
  (countsOn === undefined ? date : countsOn) === day;

/** As a row keeps it: rows of older programs had no place for it. */
export const lateMark = ({ countsOn }: Dated): { readonly late?: true } =>
  countsOn === undefined ? {} : { late: true };

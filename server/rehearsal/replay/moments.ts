import { unreachable } from '../../../shared/result.ts';
import type { Row } from './row.ts';

/** Something a log saw happen to one ticket, at a time. */
export interface Moment {
  readonly at: number;
  readonly is: 'issued' | 'started' | 'ended' | 'left';
  readonly row: Row;
  /** The row's place in the log. */
  readonly place: number;
}

/**
 * What a row says happened, in order. Where the log does not say when somebody left or a service
 * ended, it is over by the close of the day: nobody who was there saw it end before.
 *
 * @param closes when the row's business day closes
 */
export function momentsOf(row: Row, place: number, closes: number): Moment[] {
  const { arrive, start, end } = row;
  const moment = (is: Moment['is'], at: number): Moment => ({ at, is, row, place });
  const issued = moment('issued', arrive);
  if (start === null) return [issued, moment('left', end ?? closes)];
  return [issued, moment('started', start), moment('ended', end ?? Math.max(start, closes))];
}

const never = Number.POSITIVE_INFINITY;
const later = (a: number | null, b: number | null) => {
  const [x, y] = [a ?? never, b ?? never];
  return x < y ? -1 : x > y ? 1 : 0;
};
const STEPS = ['issued', 'started', 'ended', 'left'];
const byStep = (a: Moment, b: Moment) => STEPS.indexOf(a.is) - STEPS.indexOf(b.is);

/** The order in which moments enter a ledger: by time; ties by the rows' arrive, start, end. */
export const inLedger = (a: Moment, b: Moment): number =>
  a.at - b.at ||
  a.row.arrive - b.row.arrive ||
  later(a.row.start, b.row.start) ||
  later(a.row.end, b.row.end) ||
  a.place - b.place ||
  byStep(a, b);

/**
 * The order in which somebody who was there could have learned of them. Of one instant, counters
 * that became free come first, then those called, then those who come, in the log's order. Unlike
 * the ledger's, it never asks for a time that lies ahead: a log cut off anywhere keeps its order.
 */
export const asSeen = (a: Moment, b: Moment): number =>
  a.at - b.at || rank(a) - rank(b) || a.place - b.place || byStep(a, b);

function rank({ at, is, row }: Moment): number {
  if (at === row.arrive) return 3;
  switch (is) {
    case 'ended':
      return at === row.start ? 2 : 1;
    case 'left':
      return 1;
    case 'started':
      return 2;
    case 'issued':
      return 3;
    default:
      return unreachable(is);
  }
}

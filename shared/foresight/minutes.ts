import type { Wait } from './expectation.ts';

/** Within a minute, in four of five cases: nobody calls that waiting. */
export const isNoWait = ({ high }: Wait) => high <= 60;

/**
 * A range of seconds as whole minutes, outwards: 5 min steps from 20 min on, for nobody knows it
 * better than that.
 */
export function minuteRange(low: number, high: number): { from: number; to: number } {
  const from = low / 60;
  const to = Math.max(1, Math.ceil(high / 60));
  return {
    from: from < 20 ? Math.floor(from) : Math.floor(from / 5) * 5,
    to: to <= 20 ? to : Math.ceil(to / 5) * 5,
  };
}

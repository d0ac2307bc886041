import type { Expectation } from '../foresight/expectation.ts';
import { isNoWait, minuteRange } from '../foresight/minutes.ts';
import type { ServiceQueue } from '../views/parts.ts';
import { common } from '../words/common.ts';
import { words } from './language.ts';

/** An expected wait in words; null where nothing can be said but who is ahead. */
export function waitWords({ wait }: Pick<Expectation, 'wait'>): string | null {
  if (!wait) return null;
  const w = words(common);
  if (isNoWait(wait)) return w.noWait;
  const { from, to } = minuteRange(wait.low, wait.high);
  return w.minuteRange(from, to);
}

/** People to be served before a newcomer. While no counter serves it, all who wait for it are. */
export const aheadOf = ({ counters, waiting, expected }: ServiceQueue): number =>
  counters === 0 ? waiting : expected.ahead;

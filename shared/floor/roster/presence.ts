import type { CounterId, StaffId } from '../../ids.ts';
import type { DayPlan, RosterPost, Shift } from './commands.ts';

/** A stretch of one day's wall time, `HH:MM` each; the end is outside it. */
interface Stretch {
  readonly from: string;
  readonly to: string;
}

/** When a shift has its person at work: the shift without its breaks. */
export function atWork({ from, to, breaks }: Shift): Stretch[] {
  const ordered = [...breaks].sort((a, b) => (a.from < b.from ? -1 : 1));
  const edges = [from, ...ordered.flatMap((b) => [b.from, b.to]), to];
  const stretches: Stretch[] = [];
  for (let i = 0; i + 1 < edges.length; i += 2) {
    const [start = '', end = ''] = [edges[i], edges[i + 1]];
    if (start < end) stretches.push({ from: start, to: end });
  }
  return stretches;
}

export const overlap = (a: Stretch, b: Stretch) => a.from < b.to && b.from < a.to;

export const isWithin = (time: string, s: Stretch) => s.from <= time && time < s.to;

const worksAt = (shift: Shift, time: string) => atWork(shift).some((s) => isWithin(time, s));

/** Whether the roster has this teller at this counter at this time, or wherever there is need. */
export const isPlannedAt = (
  plan: DayPlan,
  counter: CounterId,
  teller: StaffId,
  time: string,
): boolean =>
  plan.shifts.some(
    (s) => s.person === teller && (s.counter ?? counter) === counter && worksAt(s, time),
  );

/** Where the roster and the floor differ at this moment. */
export type Deviation =
  | {
      readonly is: 'notThere';
      readonly person: StaffId;
      readonly post: RosterPost;
      readonly counter: CounterId | null;
      /** Local time since when somebody should be there. */
      readonly since: string;
    }
  | { readonly is: 'unplanned'; readonly person: StaffId; readonly counter: CounterId };

interface Here {
  readonly tellers: readonly { readonly counter: CounterId; readonly teller: StaffId | null }[];
  /** Signed in at any screen. */
  readonly signedIn: readonly StaffId[];
  readonly time: string;
}

/**
 * Who was planned and is not there, and who is there unplanned. A teller is there at the counter the
 * roster names; a teller without one, and the lobby manager, wherever they are signed in. Guards and
 * those behind the scenes sign in nowhere: nothing is said of them.
 */
export function deviations(plan: DayPlan, { tellers, signedIn, time }: Here): Deviation[] {
  if (plan.shifts.length === 0) return [];
  const isHere = (s: Shift) =>
    tellers.some((t) => t.teller === s.person && (s.counter ?? t.counter) === t.counter) ||
    (!s.counter && signedIn.includes(s.person));
  const missing = plan.shifts.flatMap((s): Deviation[] => {
    const now = atWork(s).find((stretch) => isWithin(time, stretch));
    if (!now || (s.post !== 'teller' && s.post !== 'lobby') || isHere(s)) return [];
    const { person, post, counter = null } = s;
    return [{ is: 'notThere', person, post, counter, since: now.from }];
  });
  const more = tellers.flatMap(({ counter, teller }): Deviation[] =>
    teller === null || isPlannedAt(plan, counter, teller, time)
      ? []
      : [{ is: 'unplanned', person: teller, counter }],
  );
  return [...missing, ...more];
}

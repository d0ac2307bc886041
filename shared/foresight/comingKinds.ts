import { doorsAt } from '../calendar.ts';
import type { Visit } from '../visit/state.ts';
import { rowsOf } from '../visit/table.ts';
import type { Kind } from './simulate.ts';

/** Who will come: arrivals a second of each kind, as of late; and for how many seconds yet. */
export interface ComingKinds {
  readonly kinds: readonly (Kind & { readonly rate: number })[];
  readonly until: number;
  /** Seconds of today that it rests on. */
  readonly seen: number;
}

/** What is looked back upon, seconds: ours. */
const BACK = 2700;
const HOUR = 3600;

/** As many as came in the last three quarters of an hour, for as long as the doors are open. */
export function comingKinds(visit: Visit, at: number): ComingKinds {
  const since = visit.day?.since ?? at;
  const opened = visit.tickets.size > 0 ? firstAt(visit) : since;
  const seen = Math.min(BACK, (at - Math.max(since, opened)) / 1000);
  if (!visit.doors || seen <= 0) return { kinds: [], until: 0, seen: Math.max(0, seen) };
  const counts = new Map<string, Kind & { n: number }>();
  for (const { class: cls, service, issuedAt, test, by } of rowsOf(visit.tickets)) {
    if (test || by === 'walkIn' || at - issuedAt > seen * 1000) continue;
    const key = `${cls} ${service}`;
    const n = (counts.get(key)?.n ?? 0) + 1;
    counts.set(key, { class: cls, service, n });
  }
  const kinds = [...counts.values()].map(({ n, ...kind }) => ({ ...kind, rate: n / seen }));
  return { kinds, until: untilClosing(visit, at), seen };
}

function firstAt(visit: Visit): number {
  for (const ticket of rowsOf(visit.tickets)) return ticket.issuedAt;
  return 0;
}

/** Seconds until the doors close, looked at in steps of five minutes. */
function untilClosing({ settings, offset }: Visit, at: number): number {
  const step = HOUR / 12;
  for (let ahead = step; ahead <= 2 * HOUR; ahead += step)
    if (doorsAt(settings, at + offset + ahead * 1000).is !== 'open') return ahead - step;
  return 2 * HOUR;
}

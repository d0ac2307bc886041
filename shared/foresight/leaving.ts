import type { ServiceId } from '../ids.ts';
import type { TicketClass } from '../visit/ticket.ts';

/** How often people gave up waiting, and the seconds all have waited, by class and service. */
export type Leaving = Readonly<Record<string, Waited>>;
interface Waited {
  readonly left: number;
  readonly seconds: number;
}

const ALL = 'all';
/** A kind is believed by itself after so many seconds of its waiting; before, it is like all. Ours. */
const BELIEF = 2000;
/** Nobody knows yet: hardly anybody. Ours. */
const UNKNOWN: Waited = { left: 1, seconds: 10_000 };

const keyOf = (cls: TicketClass, service: ServiceId) => `${cls} ${service}`;

export function withWaited(
  all: Leaving,
  kind: { readonly class: TicketClass; readonly service: ServiceId },
  { seconds, left }: { readonly seconds: number; readonly left: boolean },
): Leaving {
  const added = (key: string) => {
    const known = all[key] ?? { left: 0, seconds: 0 };
    return { left: known.left + (left ? 1 : 0), seconds: known.seconds + seconds };
  };
  const key = keyOf(kind.class, kind.service);
  return { ...all, [key]: added(key), [ALL]: added(ALL) };
}

/** Leavings a second of one who waits. */
export function leavingRate(all: Leaving, cls: TicketClass, service: ServiceId): number {
  const together = all[ALL] && all[ALL].seconds > UNKNOWN.seconds ? all[ALL] : UNKNOWN;
  const own = all[keyOf(cls, service)] ?? { left: 0, seconds: 0 };
  const prior = (together.left / together.seconds) * BELIEF;
  return (own.left + prior) / (own.seconds + BELIEF);
}

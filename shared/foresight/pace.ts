import type { ServiceId } from '../ids.ts';
import type { VisitFact } from '../visit/facts.ts';
import { ticketOf, type Visit } from '../visit/state.ts';
import { lastLeg } from '../visit/ticket.ts';

/** How long services have taken here, in seconds, learned across days; recent ones count more. */
export type Pace = Readonly<Record<ServiceId, { readonly n: number; readonly mean: number }>>;

/** A single service moves the mean by at least this share, so that old habits fade: ours. */
const FADES = 0.02;

/** `visit` is the state after the fact. */
export function learn(pace: Pace, fact: VisitFact, visit: Visit): Pace {
  const ended =
    fact.type === 'service.ended' || (fact.type === 'observed.ended' && fact.how === 'done');
  const ticket = ended ? ticketOf(visit, fact.ticket) : undefined;
  const leg = ticket && lastLeg(ticket);
  if (!leg || leg.endedAt === null || ticket.test) return pace;
  const seconds = (leg.endedAt - leg.startedAt) / 1000;
  const { n, mean } = pace[leg.service] ?? { n: 0, mean: 0 };
  const weight = Math.max(1 / (n + 1), FADES);
  return { ...pace, [leg.service]: { n: n + 1, mean: mean + weight * (seconds - mean) } };
}

/** Enough services seen to be believed more than the setting: ours. */
const ENOUGH = 8;

/** The usual duration of a service, seconds: the branch's own once it has seen enough of them. */
export function usual(pace: Pace, visit: Visit, service: ServiceId): number {
  const own = pace[service];
  if (own && own.n >= ENOUGH) return own.mean;
  return visit.settings.services.find((s) => s.id === service)?.usualSeconds ?? own?.mean ?? 300;
}

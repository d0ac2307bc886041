import { isOpen, type Taken } from '../care/advice/state.ts';
import type { Advice, WatchedClass } from '../foresight/advice.ts';
import type { AdviceId, CounterId } from '../ids.ts';
import type { Lobby } from '../lobby.ts';
import type { CustomerClass, Text } from '../settings.ts';
import { counterSetting, type Visit } from '../visit/state.ts';

/** What is advised now 调度建议, and what came of what was accepted today. */
export interface AdvicePart {
  readonly now: readonly AdviceCard[];
  /** Newest first. */
  readonly taken: readonly TakenCard[];
}

interface Said {
  readonly does: Advice['does'];
  readonly counter: CounterId;
  readonly name: Text;
  readonly class: WatchedClass;
  /** Whole minutes: the longest wait of the class by `until`, without it and with it. */
  readonly from: number;
  readonly to: number;
  readonly until: number;
  /** What the counter would take besides. */
  readonly more: More | null;
}

export interface More {
  readonly services: readonly Text[];
  readonly classes: readonly CustomerClass[];
}

export type AdviceCard = Said;

export interface TakenCard extends Said {
  readonly id: AdviceId;
  readonly at: number;
  readonly followedAt: number | null;
  /** Whole minutes; null until the promised time. */
  readonly figure: number | null;
}

/** So many of the day's are shown. */
const SHOWN = 5;

export function advicePart({ visit, care }: Lobby, advice: readonly Advice[]): AdvicePart {
  const { taken } = care.advice;
  // One break at a time: another is weighed once the first one's time is over.
  const isTaken = ({ does, counter }: Advice) =>
    taken.some((t) => !t.judged && t.does === does && (does === 'pause' || t.counter === counter));
  return {
    now: advice.filter((a) => !isTaken(a)).flatMap((a) => said(visit, a, moreOf(visit, a)) ?? []),
    taken: taken
      .slice(-SHOWN)
      .reverse()
      .flatMap((t) => takenCard(visit, t)),
  };
}

function takenCard(visit: Visit, one: Taken): TakenCard[] {
  const { advice: id, at, followedAt, judged, duties } = one;
  const card = said(visit, one, duties ? wider(visit, duties.from, duties.to) : null);
  if (!card) return [];
  return [{ ...card, id, at, followedAt, figure: judged && minutes(judged.figure) }];
}

type Figures = Pick<Advice, 'does' | 'counter' | 'class' | 'from' | 'to' | 'until'>;

function said(visit: Visit, a: Figures, more: More | null): Said | null {
  const name = counterSetting(visit, a.counter)?.name;
  const { does, counter, class: cls, until } = a;
  const [from, to] = [minutes(a.from), minutes(a.to)];
  return name ? { does, counter, name, class: cls, from, to, until, more } : null;
}

const minutes = (seconds: number) => Math.round(seconds / 60);

function moreOf(visit: Visit, a: Advice): More | null {
  const own = counterSetting(visit, a.counter);
  return a.does === 'assign' && own ? wider(visit, own, a) : null;
}

type Takes = { readonly services: readonly string[]; readonly classes: readonly CustomerClass[] };

function wider(visit: Visit, before: Takes, after: Takes): More {
  const services = after.services.filter((id) => !before.services.includes(id));
  return {
    services: visit.settings.services.filter((s) => services.includes(s.id)).map((s) => s.name),
    classes: after.classes.filter((cls) => !before.classes.includes(cls)),
  };
}

/** What a counter's own screen is asked for: until it is done, or the promised time has come. */
export interface Wanted {
  readonly does: Advice['does'];
  readonly until: number;
  readonly more: More | null;
}

export function wantedAt({ visit, care }: Lobby, counter: CounterId): Wanted | null {
  const open = care.advice.taken.filter((t) => t.counter === counter && t.judged === null);
  const one = open.findLast((t) => t.does === 'assign' || isOpen(t));
  if (!one) return null;
  const { does, until, duties } = one;
  return { does, until, more: duties ? wider(visit, duties.from, duties.to) : null };
}

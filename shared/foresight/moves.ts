import type { CounterId, ServiceId } from '../ids.ts';
import type { CounterSetting, CustomerClass } from '../settings.ts';
import { canServe, counterOf, type Visit } from '../visit/state.ts';
import type { Futures, Manned } from './futures.ts';
import type { Kind } from './simulate.ts';

/** Something that can be done about a counter now. */
export type Move =
  | { readonly does: 'open' | 'pause'; readonly counter: CounterId }
  /** It takes these besides what it takes already. */
  | {
      readonly does: 'assign';
      readonly counter: CounterId;
      readonly services: readonly ServiceId[];
      readonly classes: readonly CustomerClass[];
    };

/** Seconds until somebody sits at a counter that is asked to open: ours. */
const SETS_UP = 180;
const COMES_BACK = 60;

/** What could be done for those of a kind, and which counters might take a break. */
export function movesFor(visit: Visit, kind: Kind | null): Move[] {
  return visit.settings.counters.flatMap((setting): Move[] => {
    const { id: counter } = setting;
    const { situation, present } = counterOf(visit, counter);
    const isOpen = situation.is === 'open';
    if (!kind) return isOpen && !present ? [{ does: 'pause', counter }] : [];
    if (!isOpen) return canServe(setting, kind) ? [{ does: 'open', counter }] : [];
    return canServe(setting, kind) ? [] : [{ does: 'assign', counter, ...widened(setting, kind) }];
  });
}

function widened({ services, classes }: CounterSetting, kind: Kind) {
  const cls = kind.class === 'unrecorded' ? 'ordinary' : kind.class;
  return {
    services: [...new Set([...services, kind.service])],
    classes: [...new Set([...classes, cls])],
  };
}

/** The counters as they would be after a move; without one, as they are. */
export function mannedAfter({ servers }: Futures, visit: Visit, move: Move | null): Manned[] {
  if (!move) return [...servers];
  const { counter } = move;
  const setting = visit.settings.counters.find((k) => k.id === counter);
  const takes = (own: CounterSetting | undefined) => (kind: Kind) => (canServe(own, kind) ? 1 : 0);
  switch (move.does) {
    case 'open': {
      const paused = counterOf(visit, counter).situation.is === 'paused';
      const free = paused ? COMES_BACK : SETS_UP;
      return [...servers, { id: counter, takes: takes(setting), free, sincePremium: null }];
    }
    case 'pause':
      return servers.filter((s) => s.id !== counter);
    case 'assign': {
      const wider = setting && {
        ...setting,
        ...{ services: [...move.services], classes: [...move.classes] },
      };
      // Long without anybody of its own, it does not count as at work; somebody sits there.
      const own = servers.find((s) => s.id === counter) ?? {
        ...{ id: counter, free: SETS_UP, sincePremium: null },
      };
      return [...servers.filter((s) => s.id !== counter), { ...own, takes: takes(wider) }];
    }
  }
}

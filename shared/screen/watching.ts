import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ViewKey, ViewName, Views } from '../views/views.ts';
import type { Published } from '../wire.ts';

/** A view as last told, with the revision it stands on and the hub time of that. */
export interface Seen<N extends ViewName> {
  readonly view: Views[N];
  readonly rev: number;
  readonly at: number;
}

interface Cell {
  readonly key: ViewKey;
  readonly seen: Signal<Seen<ViewName> | null>;
  /** Highest revision of this connection: a restarted hub may start lower. */
  rev: number;
}

const nameOf = ({ name, counter }: ViewKey) => (counter ? `${name}:${counter}` : name);

/** The views this page watches. Whole views replace one another; nothing is merged. */
export function watching(ask: (key: ViewKey) => void) {
  const cells = new Map<string, Cell>();
  return {
    view<N extends ViewName>(key: ViewKey<N>): ReadonlySignal<Seen<N> | null> {
      const name = nameOf(key);
      let cell = cells.get(name);
      if (!cell) {
        cell = { key, seen: signal(null), rev: -1 };
        cells.set(name, cell);
        ask(key);
      }
      return cell.seen as ReadonlySignal<Seen<N> | null>;
    },
    /** Asks again for every view: each connection starts anew. */
    again(): void {
      for (const cell of cells.values()) {
        cell.rev = -1;
        ask(cell.key);
      }
    },
    take({ key, rev, at, view }: Published): void {
      const cell = cells.get(nameOf(key));
      if (!cell || rev < cell.rev) return;
      cell.rev = rev;
      cell.seen.value = { view, rev, at };
    },
  };
}

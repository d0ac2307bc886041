import type { Lobby } from '../shared/lobby.ts';
import type { Outside } from '../shared/views/devices.ts';
import { type ViewKey, type ViewName, viewOf } from '../shared/views/views.ts';
import type { Published } from '../shared/wire.ts';
import type { Clock } from './clock.ts';

export interface PublisherParts {
  readonly clock: Clock;
  /** The present state and the ledger's seq it stands on. */
  readonly now: () => { readonly lobby: Lobby; readonly rev: number };
  /** What views show of things beside the ledger. */
  readonly outside?: () => Outside;
  readonly emit: (room: string, published: Published) => void;
}

/** Milliseconds between two showings of a view, on average: a frame, and a breath for the day's sums. */
const FRAME = 16;
const BREATH = 1000;
/** How long what is only foreseen anew may wait for a change that it is shown with. */
const GATHER = 250;
/** How much sooner one may follow: what was foreseen a moment ago must not hold up a call. */
const AHEAD = FRAME;

export const roomOf = ({ name, counter }: ViewKey) => (counter ? `${name}:${counter}` : name);

/** What somebody looks at while waiting: shown first, in this order, whatever else there is to work out. */
const FIRST: readonly ViewName[] = ['lobby', 'counter', 'rating', 'kiosk'];

const firstOf = ({ name }: ViewKey) => (FIRST.includes(name) ? name : null);

/** What every view of one showing is made of. */
interface Scene {
  readonly lobby: Lobby;
  readonly rev: number;
  readonly at: number;
  readonly outside: Outside | undefined;
}

interface Watched {
  readonly key: ViewKey;
  /** Its place among those that are shown first; null: behind them. */
  readonly first: ViewName | null;
  watchers: number;
  last: string;
  due: number;
}

/**
 * Whole views to whoever watches them: computed once a change, not once a screen, no more often than
 * frames go by, and sent only when something in them is different.
 */
export class Publisher {
  readonly #parts: PublisherParts;
  readonly #watched = new Map<string, Watched>();
  #soon: (() => void) | null = null;
  #later: (() => void) | null = null;
  #gathered: (() => void) | null = null;

  constructor(parts: PublisherParts) {
    this.#parts = parts;
  }

  /** The view as it is now. */
  show(key: ViewKey): Published {
    return shown(key, this.#scene());
  }

  watch(key: ViewKey): Published {
    const room = roomOf(key);
    const known = this.#watched.get(room);
    if (known) known.watchers++;
    else this.#watched.set(room, { key, first: firstOf(key), watchers: 1, last: '', due: 0 });
    return this.show(key);
  }

  unwatch(key: ViewKey): void {
    const room = roomOf(key);
    const known = this.#watched.get(room);
    if (known && --known.watchers === 0) this.#watched.delete(room);
  }

  /** Something changed: what is due is shown in this turn of the loop, the rest with its frame. */
  changed(): void {
    this.#soon ??= this.#parts.clock.frame(0, () => this.#publish());
  }

  /** Something is foreseen anew: nobody presses for it, and each change would bring several. */
  foresees(): void {
    this.#gathered ??= this.#parts.clock.frame(GATHER, () => this.#publish());
  }

  stop(): void {
    this.#soon?.();
    this.#later?.();
    this.#gathered?.();
  }

  #publish(): void {
    this.stop();
    this.#soon = this.#later = this.#gathered = null;
    const now = performance.now();
    let scene: Scene | undefined;
    let next = Number.POSITIVE_INFINITY;
    for (const first of [...FIRST, null])
      for (const [room, watched] of this.#watched) {
        if (watched.first !== first) continue;
        if (watched.due > now + AHEAD) next = Math.min(next, watched.due - AHEAD - now);
        else {
          scene ??= this.#scene();
          this.#send(room, watched, scene, now);
        }
      }
    if (!Number.isFinite(next)) return;
    this.#later = this.#parts.clock.frame(next, () => this.#publish());
  }

  #scene(): Scene {
    const { at } = this.#parts.clock.now();
    return { ...this.#parts.now(), at, outside: this.#parts.outside?.() };
  }

  #send(room: string, watched: Watched, scene: Scene, now: number): void {
    const published = shown(watched.key, scene);
    const text = JSON.stringify(published.view);
    if (text === watched.last) return;
    watched.last = text;
    const apart = watched.key.name === 'figures' ? BREATH : FRAME;
    watched.due = Math.max(watched.due, now) + apart;
    this.#parts.emit(room, published);
  }
}

const shown = (key: ViewKey, { lobby, rev, at, outside }: Scene): Published => ({
  ...{ key, rev, at },
  view: viewOf(key, lobby, at, outside),
});

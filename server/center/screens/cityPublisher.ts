import type { CityViewKey, CityViewName, CityViews } from '../../../shared/city/views/views.ts';
import type { CityPublished } from '../../../shared/city/wire.ts';
import type { Clock } from '../../clock.ts';
import type { Asker } from '../people/asker.ts';
import { Turns } from '../turns.ts';

export interface CityPublisherParts {
  readonly clock: Clock;
  readonly make: <N extends CityViewName>(
    key: CityViewKey<N>,
    asker: Asker,
  ) => Promise<CityViews[N]>;
  readonly emit: (room: string, published: CityPublished) => void;
}

/** Real milliseconds between two showings: eyes follow a city no faster. */
const BREATH = 500;

/** Whoever sees the same shares a room: the shell is everybody's own. */
export const roomOfView = ({ name, node }: CityViewKey, { person, scope }: Asker) =>
  JSON.stringify(name === 'shell' ? [name, person] : [name, node ?? null, scope]);

interface Watched {
  readonly key: CityViewKey;
  readonly asker: Asker;
  watchers: number;
  last: string;
}

/**
 * Whole views to whoever watches them: made once a change and not once a screen, no more often than
 * eyes follow, and sent only when something in them is different.
 */
export class CityPublisher {
  readonly #parts: CityPublisherParts;
  readonly #watched = new Map<string, Watched>();
  readonly #turns = new Turns();
  #soon: (() => void) | null = null;
  #rev = 0;

  constructor(parts: CityPublisherParts) {
    this.#parts = parts;
  }

  async show(key: CityViewKey, asker: Asker): Promise<CityPublished> {
    const rev = ++this.#rev;
    const view = await this.#parts.make(key, asker);
    return { key, rev, at: this.#parts.clock.now().at, view };
  }

  watch(key: CityViewKey, asker: Asker): Promise<CityPublished> {
    const room = roomOfView(key, asker);
    const known = this.#watched.get(room);
    if (known) known.watchers++;
    else this.#watched.set(room, { key, asker, watchers: 1, last: '' });
    return this.show(key, asker);
  }

  unwatch(room: string): void {
    const known = this.#watched.get(room);
    if (known && --known.watchers === 0) this.#watched.delete(room);
  }

  /** Something changed: what comes within one breath is shown with it. */
  changed(): void {
    if (this.#watched.size === 0) return;
    this.#soon ??= this.#parts.clock.frame(BREATH, () => {
      this.#soon = null;
      void this.#turns.take(() => this.#publish());
    });
  }

  stop(): void {
    this.#soon?.();
    this.#soon = null;
  }

  async #publish(): Promise<void> {
    for (const [room, watched] of this.#watched) {
      // A view that cannot be made now is made with the next change; what is shown stays.
      const published = await this.show(watched.key, watched.asker).catch(() => null);
      const text = JSON.stringify(published?.view);
      if (!published || text === watched.last) continue;
      watched.last = text;
      this.#parts.emit(room, published);
    }
  }
}

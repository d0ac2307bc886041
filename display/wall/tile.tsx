import { ArrowUpRight } from 'lucide-preact';
import { lang, words } from '../../shared/screen/language.ts';
import { wall } from '../../shared/words/wall.ts';
import { heightOf, nearby, type Place } from './places.ts';

export interface TileProps {
  readonly place: Place;
  readonly name: string;
  readonly page: string;
  /** Brought near, over the others. */
  readonly near: boolean;
  /** The tour speaks of it. */
  readonly shown: boolean;
  readonly onNear: () => void;
}

/** One live screen, drawn at its own size and shown smaller; its name brings it near. */
export function Tile({ place, name, page, near, shown, onNear }: TileProps) {
  const { own, x, y, w } = place;
  const src = `${page}${page.includes('?') ? '&' : '?'}lang=${lang.value}`;
  const at = near ? nearby(place) : 'none';
  return (
    <figure
      class="tile"
      data-near={near || undefined}
      data-shown={shown || undefined}
      style={{ left: `${x}px`, top: `${y}px`, width: `${w}px`, '--near': at }}
    >
      <div class="tile-glass" style={{ height: `${heightOf(place)}px` }}>
        <iframe
          title={name}
          src={src}
          style={{
            width: `${own.width}px`,
            height: `${own.height}px`,
            transform: `scale(${w / own.width})`,
          }}
        />
      </div>
      <figcaption>
        <button type="button" aria-pressed={near} onClick={onNear}>
          {name}
        </button>
        <a href={page} target="_blank" rel="noopener" aria-label={words(wall).alone(name)}>
          <ArrowUpRight />
        </a>
      </figcaption>
    </figure>
  );
}

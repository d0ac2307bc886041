import { useEffect, useState } from 'preact/hooks';
import type { ServiceId } from '../../shared/ids.ts';
import { calibration } from '../../shared/screen/calibration/calibration.ts';
import { lang } from '../../shared/screen/language.ts';
import { useRoom } from '../../shared/screen/room.ts';
import type { Text } from '../../shared/settings.ts';
import type { ServiceQueue } from '../../shared/views/parts.ts';
import { MoreCard, ServiceCard } from './card.tsx';
import { gridFor, type Need } from './grid.ts';

export interface CardsProps {
  readonly services: readonly ServiceQueue[];
  readonly elder: boolean;
  readonly taking: ServiceId | null;
  readonly refused: { readonly service: ServiceId; readonly says: Text } | null;
  readonly take: (service: ServiceQueue) => void;
}

/** All services, or a page of them where the panel is too small for cards that a finger hits. */
export function Cards({ services, elder, taking, refused, take }: CardsProps) {
  const [place, room] = useRoom<HTMLUListElement>();
  const [page, turnTo] = useState(0);
  const { columns, rows, perPage } = gridFor(services.length, room, needs(elder));
  const pages = Math.ceil(services.length / perPage);
  useEffect(() => turnTo(0), [pages, elder]);
  const from = Math.min(page, pages - 1) * perPage;
  return (
    <ul
      ref={place}
      class="cards"
      style={{
        gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
        gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))`,
      }}
    >
      {room.height > 0 &&
        services
          .slice(from, from + perPage)
          .map((service) => (
            <ServiceCard
              key={service.id}
              service={service}
              taking={taking === service.id}
              refusal={refused?.service === service.id ? refused.says : null}
              take={() => take(service)}
            />
          ))}
      {room.height > 0 && pages > 1 && (
        <MoreCard page={page} pages={pages} turn={() => turnTo((page + 1) % pages)} />
      )}
    </ul>
  );
}

/** Millimetres: the least target, and between two of them. */
const TARGET = 20;
const BETWEEN = 3;

/** In letters of the text, as `card.css` sets it: from this width on figures stand on the right. */
const WIDE = { usual: 22, elder: 15 };
const HEIGHT = {
  usual: { wide: { zh: 3.2, en: 3.8 }, narrow: { zh: 4.8, en: 6.2 } },
  elder: { wide: { zh: 3, en: 3.2 }, narrow: { zh: 4.6, en: 6.4 } },
};
const AMPLE = {
  usual: { wide: { zh: 4.6, en: 5.6 }, narrow: { zh: 9, en: 11 } },
  elder: { wide: { zh: 3.4, en: 3.8 }, narrow: { zh: 5, en: 6.8 } },
};
const WIDTH = { usual: { zh: 11.4, en: 11.4 }, elder: { zh: 8.5, en: 12 } };

/** Never under the millimetres; English words are longer. */
function needs(elder: boolean): Need {
  const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const { pxPerMm } = calibration.value;
  const size = elder ? 'elder' : 'usual';
  const form = (width: number) => (width >= WIDE[size] * letter ? 'wide' : 'narrow');
  return {
    width: Math.max(WIDTH[size][lang.value] * letter, TARGET * pxPerMm),
    height: (width) => Math.max(HEIGHT[size][form(width)][lang.value] * letter, TARGET * pxPerMm),
    ample: (width) => AMPLE[size][form(width)][lang.value] * letter,
    gap: Math.max((elder ? 0.5 : 0.75) * letter, BETWEEN * pxPerMm),
  };
}

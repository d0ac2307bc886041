import { words } from '../../shared/screen/language.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import { kiosk } from '../../shared/words/kiosk.ts';

/** No tickets now; where it opens later today, when. */
export function Closed({ opensAt }: { opensAt: string | null }) {
  const w = words(kiosk);
  return (
    <section class="closed">
      <h1>{opensAt ? w.opens : w.closed}</h1>
      {opensAt && <p class="closed-time number">{opensAt}</p>}
      <p class="closed-means">
        <Phrases>{opensAt ? w.opensMeans : w.closedMeans}</Phrases>
      </p>
    </section>
  );
}

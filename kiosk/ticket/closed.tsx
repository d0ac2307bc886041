import { words } from '../../shared/screen/language.ts';
import { kiosk } from '../../shared/words/kiosk.ts';

/** No tickets now; where it opens later today, when. */
export function Closed({ opensAt }: { opensAt: string | null }) {
  const w = words(kiosk);
  return (
    <section class="closed">
      {opensAt ? (
        <h1>
          {w.opens} <strong>{opensAt}</strong>
        </h1>
      ) : (
        <h1>{w.closed}</h1>
      )}
      <p>{opensAt ? w.opensMeans : w.closedMeans}</p>
    </section>
  );
}

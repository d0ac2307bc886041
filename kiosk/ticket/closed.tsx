import { HandHeart } from 'lucide-preact';
import { Button } from '../../shared/screen/button.tsx';
import { words } from '../../shared/screen/language.ts';
import type { Link } from '../../shared/screen/link.ts';
import { useNow } from '../../shared/screen/now.ts';
import { Phrases } from '../../shared/screen/phrases.tsx';
import { dayName } from '../../shared/screen/time.ts';
import type { KioskView } from '../../shared/views/kiosk.ts';
import { kiosk } from '../../shared/words/kiosk.ts';
import { kioskAside } from '../../shared/words/kioskAside.ts';

interface ClosedProps {
  readonly link: Link;
  readonly view: KioskView;
  readonly help: () => void;
}

/** No tickets now: why, when again, and that those inside are still served. */
export function Closed({ link, view, help }: ClosedProps) {
  const w = words(kioskAside);
  const { branch, opens } = view;
  const closed = view.closed ?? 'ended';
  const now = useNow(link, 60_000);
  const early = opens && opens.tickets !== opens.opens;
  return (
    <section class="closed">
      <h1>{w.closed[closed]}</h1>
      <p class="closed-means">
        <Phrases>{w.closedMeans[closed]}</Phrases>
      </p>
      {opens && (
        <p class="closed-opens">
          <span>{w.opens(dayName(branch, now, opens.date))}</span>
          <strong class="closed-time number">{opens.opens}</strong>
          {early && <span>{w.ticketsFrom(opens.tickets)}</span>}
        </p>
      )}
      <Button icon={<HandHeart />} onPress={help}>
        {words(kiosk).help}
      </Button>
    </section>
  );
}
